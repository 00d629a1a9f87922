"""A view around a node or the thesis."""

import pytest
from view_samples import arrows, assert_sound, make, node, step

from argmap.model import Step, StepKind
from argmap.views import Options, UnknownViewError, view

CHAIN = make("t a b c d e", "a -> t", "b -> a", "c -> b", "d -> c", "e -> d")


def shown(map, **options):
    found = view(map, Options(**options))
    assert_sound(found.map)
    assert found.folded == {}
    assert found.left_out == len(map.nodes) - len(found.map.nodes)
    return "".join(found.map.nodes), arrows(found.map)


@pytest.mark.parametrize(
    ("options", "nodes"),
    [
        ({"focus": "c"}, "abcde"),
        ({"focus": "c", "depth": 1}, "bcd"),
        ({"focus": "c", "depth": 0}, "c"),
        ({"depth": 2}, "tab"),
        ({"depth": 0}, "t"),
        ({"depth": 9}, "tabcde"),
    ],
)
def test_what_is_within_so_many_steps_in_both_directions_is_shown(options, nodes):
    found, steps = shown(CHAIN, **options)
    assert found == nodes
    assert steps == [f"{one}->{other}" for one, other in ["at", "ba", "cb", "dc", "ed"] if {one, other} <= {*nodes}]


def test_the_focus_becomes_the_thesis_where_none_is_shown():
    assert view(CHAIN, Options(focus="c")).map.thesis == ("c",)
    assert view(CHAIN, Options(focus="b")).map.thesis == ("t",)


def test_a_linked_step_has_all_its_premises_in_and_they_bring_nothing_else():
    map = make("t a c d e", "a -> t", "c -> t", "a+d -> c", "d+e -> a", "e -> d")
    assert shown(map, focus="t", depth=1) == ("tacd", ["a+d->c", "a->t", "c->t"])
    apart = make("t a d e", "a -> t", "d+e -> a")
    assert shown(apart, focus="t", depth=1) == ("ta", ["a->t"])


def test_a_contradiction_goes_on_between_those_that_are_shown():
    three = Step(id="not-all", kind=StepKind.CONTRADICT, premises=("a", "z", "b"))
    map = make("t a b z", "a -> t", "b -> t", three)
    assert view(map, Options(focus="t", depth=1)).map.steps["not-all"].premises == ("a", "b")
    assert shown(make("t a b z", "a -> t", three), depth=1) == ("ta", ["a->t"])


def test_a_step_upon_a_step_brings_the_step_that_it_is_upon():
    map = make("t a u v", step("a -> t", "why"), step("u -o> why", "cut"), "v -o> cut")
    assert shown(map, focus="u", depth=1) == ("tau", ["cut", "why"])
    assert shown(map, focus="v", depth=1) == ("tauv", ["cut", "v-o>cut", "why"])
    assert shown(map, focus="t", depth=1) == ("ta", ["why"])
    assert shown(map, focus="t", depth=2) == ("tau", ["cut", "why"])


def test_a_ranking_stays_where_both_steps_do():
    map = make("t a b", step("a -> t", "one"), step("b -> t", "two"), "one >> two")
    assert shown(map, focus="t", depth=1) == ("tab", ["one", "one>>two", "two"])
    assert shown(map, focus="a", depth=1) == ("ta", ["one"])
    assert shown(map, focus="a", depth=2) == ("tab", ["one", "one>>two", "two"])


def test_warrants_and_what_outweighs_go_where_they_are_not_shown():
    hit = step("b -x> a", "hit", outweighed_by=("o",), warrant=("w", "ghost"))
    map = make("t a b o w", "a -> t", "b -> t", hit)
    near = view(map, Options(focus="b", depth=1)).map.steps["hit"]
    assert (near.outweighed, near.outweighed_by, near.warrant) == (True, ("o",), ("w",))
    far = view(map, Options(focus="t", depth=1)).map.steps["hit"]
    assert (far.outweighed, far.outweighed_by, far.warrant) == (True, (), ())


def test_parts_and_other_wordings_are_a_step_away():
    map = make([node("t"), node("p", specifies=("t", "ghost")), node("q", rephrases=("p",))])
    assert shown(map, focus="t", depth=1) == ("tp", [])
    assert view(map, Options(focus="t", depth=1)).map.nodes["p"].specifies == ("t",)
    assert shown(map, focus="q", depth=1) == ("pq", [])


def test_what_is_not_there_connects_nothing():
    map = make("t a", "ghost -> t", "ghost -> a", "a -> ghost", step("a -o> loop", "loop"))
    assert shown(map, focus="t", depth=9) == ("t", [])


def test_a_step_without_the_premise_that_is_not_there_is_named_anew():
    assert shown(make("t a", "a+ghost -> t"), depth=1) == ("ta", ["a->t"])


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ({"focus": "thessis"}, r"no node has the id 'thessis'; did you mean 'thesis'\?"),
        ({"focus": "qqqqqq"}, r"no node has the id 'qqqqqq'$"),
        ({"focus": "thesis", "depth": -1}, r"the depth must be 0 or more, not -1"),
        ({"depth": 1}, "the map has no thesis to count steps from"),
    ],
)
def test_what_means_nothing_is_refused(options, words):
    with pytest.raises(UnknownViewError, match=words):
        view(make("thesis", thesis="ghost"), Options(**options))
