"""The small values of the model, and what a map derives from its steps."""

import pytest
from pydantic import ValidationError

from argmap.model import (
    Actor,
    Anchor,
    Citation,
    Map,
    Node,
    NodeType,
    Quantity,
    Severity,
    Stance,
    Step,
    StepKind,
    Topic,
)
from argmap.model.step import is_unnamed, unnamed_id


@pytest.mark.parametrize("value", [(1,), (-2.5,), ("1/3",), ("-2/07",), ("1.50",), ("+4",), (1, 2), ("1/3", 0.5)])
def test_a_quantity_is_a_number_or_a_range(value):
    assert Quantity(of="a", value=value).value == value


@pytest.mark.parametrize(
    "value",
    [
        (),
        (1, 2, 3),
        ("",),
        ("many",),
        ("1/0",),
        ("1e5",),
        ("1/3/5",),
        (" 1",),
        ("1_0",),
        ("1.",),
        ("9" * 301,),
        ("1\n",),
    ],
)
def test_what_is_no_number_is_refused(value):
    with pytest.raises(ValidationError, match="number"):
        Quantity(of="a", value=value)


def test_values_are_closed_and_frozen():
    anchor = Anchor(start="a")
    with pytest.raises(ValidationError, match="frozen"):
        anchor.start = "b"
    with pytest.raises(ValidationError, match="Extra inputs"):
        Anchor(start="a", stop="b")


def test_an_anchor_counts_the_words_of_all_its_parts():
    assert Anchor(start="it follows", end="that", prefix="so then", suffix="we").words == 6
    assert Anchor(start="it  follows\n").words == 2
    assert Anchor(start="it ... follows […] – that").words == 3


def test_an_actor_keeps_keys_of_ones_own():
    assert Actor.model_validate({"name": "A", "x-party": "none", "x-": 1}).extra == {"x-party": "none", "x-": 1}
    assert Actor.model_validate({"name": "A"}).extra == {}


def test_severities_are_ranked():
    assert sorted(Severity, key=lambda severity: severity.rank) == ["note", "warning", "error"]


@pytest.mark.parametrize(
    ("stance", "committed"), [("endorsed", True), ("conceded", True), ("reported", False), ("rejected", False)]
)
def test_an_author_is_committed_to_what_is_endorsed_or_conceded(stance, committed):
    assert Node(id="a", type=NodeType.CLAIM, text="x", stance=Stance(stance)).committed is committed


def test_a_topic_knows_who_speaks():
    assert Topic(id="t", title="T", positions={"one": ("a",), "two": (), "three": ("b",)}).speakers == ("one", "three")


@pytest.mark.parametrize("kind", StepKind)
@pytest.mark.parametrize("id", ["city-xeno", "not-ours", "a-x", "a-o", "x", "o-o-o"])
def test_an_id_that_a_person_may_write_is_never_taken_for_a_made_one(kind, id):
    assert not is_unnamed(Step(id=id, kind=kind))


@pytest.mark.parametrize("kind", StepKind)
def test_made_ids_are_told_from_written_ones_and_from_each_other(kind):
    one = unnamed_id(kind, ("a", "b"), "c")
    two = unnamed_id(kind, ("a", "b"), "c", {one})
    assert one != two
    assert is_unnamed(Step(id=one, kind=kind))
    assert is_unnamed(Step(id=two, kind=kind))


def test_made_ids_are_numbered_without_a_gap_and_pass_by_those_in_use():
    made = ["a->c#5"]
    for _ in range(40):
        made.append(unnamed_id(StepKind.SUPPORT, ("a",), "c", made))
    assert len(set(made)) == 41
    made = []
    for _ in range(40):
        made.append(unnamed_id(StepKind.SUPPORT, ("a",), "c", made))
    assert made == ["a->c", *(f"a->c#{number}" for number in range(2, 41))]


def test_a_step_is_linked_when_it_needs_several_premises():
    assert Step(id="s", kind=StepKind.SUPPORT, premises=("a", "b")).linked
    assert not Step(id="s", kind=StepKind.SUPPORT, premises=("a",)).linked
    assert not Step(id="s", kind=StepKind.CONTRADICT, premises=("a", "b")).linked


def test_a_map_finds_steps_by_their_ends_and_the_references_it_uses():
    support = Step(id="s", kind=StepKind.SUPPORT, premises=("a", "a", "b"), conclusion="c")
    contradict = Step(id="t", kind=StepKind.CONTRADICT, premises=("b", "c"))
    cites = Node(id="a", type=NodeType.EVIDENCE, text="x", cite=(Citation(key="k"), Citation(key="l", locator="1")))
    map = Map(id="m", source="src", nodes={"a": cites}, steps={"s": support, "t": contradict})
    assert map.steps_to == {"c": [support]}
    assert map.steps_from == {"a": [support], "b": [support, contradict], "c": [contradict]}
    assert map.cited == {"k", "l", "src"}
