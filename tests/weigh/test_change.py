"""What would change a status, against weighing every changed map."""

from __future__ import annotations

import random
from collections import Counter
from dataclasses import replace
from itertools import combinations, product

import pytest
from depth import counts
from marked import loaded

from argmap.model import Map, Node, NodeType, Stance, Step, StepKind
from argmap.weigh import Argument, Part, Status, Support, build_framework, statuses
from argmap.weigh.change import Outcome, Prospects, Revision, RevisionKind, prospects
from argmap.weigh.prospects import prospect_lines

Event = tuple[str, str]
"""What happens, and to which node or step."""
ATTACKING = (StepKind.ATTACK, StepKind.UNDERCUT)


def drawn(chance: random.Random) -> Map:
    """A small map with every kind of step, some of them linked, with warrants, outweighed, on steps, or dangling."""
    ids = "abcdef"[: chance.randint(3, 6)]
    nodes = {
        id: Node(id=id, type=NodeType.CLAIM, text=id, stance=chance.choice([Stance.ENDORSED] * 6 + [Stance.REJECTED]))
        for id in ids
    }
    steps: dict[str, Step] = {}
    kinds = [StepKind.SUPPORT] * 4 + [StepKind.ATTACK] * 4 + [StepKind.UNDERCUT, StepKind.EXPLAIN, StepKind.CONTRADICT]
    for number in range(chance.randint(2, 7)):
        kind = chance.choice(kinds)
        premises = tuple(chance.sample(ids, 2 if kind is StepKind.CONTRADICT else chance.choice((1, 1, 1, 2))))
        conclusion: str | None = chance.choice(ids)
        if kind is StepKind.UNDERCUT or (steps and chance.random() < 0.1):
            conclusion = chance.choice([*steps, "none"])
        if kind is StepKind.CONTRADICT:
            conclusion = None
        heavier = tuple(chance.sample(ids, 1)) if kind is StepKind.ATTACK and chance.random() < 0.2 else ()
        warrant = tuple(chance.sample(ids, 1)) if chance.random() < 0.15 else ()
        id = f"s{number}"
        steps[id] = Step(
            id=id, kind=kind, premises=premises, conclusion=conclusion, warrant=warrant, outweighed_by=heavier
        )
    if chance.random() < 0.2:
        steps["p"] = Step(id="p", kind=StepKind.PREFER, premises=(chance.choice([*ids, *steps]),), conclusion="a")
    return Map(id="m", title="", nodes=nodes, steps=steps, thesis=("a",))


def status(map: Map, support: Support) -> Status:
    return statuses(build_framework(map, support))[Argument(Part.NODE, "a")]


def added(map: Map, events: tuple[Event, ...]) -> Map:
    """The map to which is added what makes *events* happen: objections, undercuts and supports from new statements."""
    nodes, steps = dict(map.nodes), dict(map.steps)
    for number, (what, id) in enumerate(events):
        new = f"new{number}"
        nodes[new] = Node(id=new, type=NodeType.CLAIM, text=new)
        kind = StepKind.ATTACK if id in map.nodes else StepKind.UNDERCUT
        kind = StepKind.SUPPORT if what == "support" else kind
        steps[f"to-{new}"] = Step(id=f"to-{new}", kind=kind, premises=(new,), conclusion=id)
    return replace(map, nodes=nodes, steps=steps)


def without(map: Map, ids: set[str]) -> Map:
    """The map without some nodes; the steps that need them still say so."""
    return replace(map, nodes={id: node for id, node in map.nodes.items() if id not in ids})


def events_in(map: Map, support: Support) -> list[Event]:
    steps = [step for step in map.steps.values() if step.kind not in (StepKind.CONTRADICT, StepKind.PREFER)]
    found = [("falls", id) for id in map.nodes if id != "a"] + [("falls", step.id) for step in steps]
    if support is Support.EVIDENTIAL:
        supported = {step.conclusion for step in steps if step.kind is StepKind.SUPPORT}
        found += [("support", id) for id in (*map.nodes, *(step.id for step in steps)) if id in supported]
    return found


def expanded(sets: tuple[tuple[Revision, ...], ...]) -> list[frozenset[Event]]:
    """Each set of single events that is meant."""
    return [
        frozenset(events)
        for chosen in sets
        if chosen[0].what is not RevisionKind.OBJECTION
        for events in product(
            *([(change.what.value, id) for id in (*change.nodes, *change.steps, *change.carried)] for change in chosen)
        )
    ]


def smallest(map: Map, support: Support, wanted: Status, most: int) -> set[frozenset[Event]]:
    """The smallest sets of at most *most* events after which the map, weighed anew, gives the thesis that status."""
    for size in range(1, most + 1):
        sets = combinations(events_in(map, support), size)
        found = {frozenset(chosen) for chosen in sets if status(added(map, chosen), support) is wanted}
        if found:
            return found
    return set()


@pytest.mark.parametrize("count", counts(60, 120))
@pytest.mark.parametrize("support", list(Support))
def test_the_smallest_sets_are_those_that_change_the_map_weighed_anew(support: Support, count: int) -> None:
    chance = random.Random(11)
    seen: Counter[tuple[Status, Status]] = Counter()
    sizes: Counter[int] = Counter()
    for _ in range(count):
        map = drawn(chance)
        try:
            whole = build_framework(map, support)
        except ValueError:
            assert support is Support.EVIDENTIAL  # supports in a circle
            continue
        found = prospects(map, whole, "a", support)
        assert found.status is status(map, support)
        assert {outcome.status for outcome in found.outcomes} == set(Status) - {found.status}
        for outcome in found.outcomes:
            prospect_lines = expanded(outcome.sets)
            assert len(prospect_lines) == len(set(prospect_lines))
            expected = smallest(map, support, outcome.status, 2)
            if expected:
                assert outcome.complete
                assert set(prospect_lines) == expected
                seen[found.status, outcome.status] += 1
                sizes[len(prospect_lines[0])] += 1
            else:
                assert all(len(chosen) > 2 for chosen in prospect_lines)
    assert seen[Status.ACCEPTED, Status.REJECTED] > count // 40 or support in (Support.NONE, Support.DEDUCTIVE)
    assert seen[Status.REJECTED, Status.ACCEPTED] > count // 40
    assert seen[Status.UNDECIDED, Status.ACCEPTED] > count // 40
    assert sizes[1] > count // 6
    assert sizes[2] > count // 40


@pytest.mark.parametrize("support", list(Support))
def test_to_withdraw_a_statement_does_to_all_others_what_an_objection_to_it_does(support: Support) -> None:
    chance = random.Random(12)
    compared = 0
    for _ in range(300):
        map = drawn(chance)
        gone = chance.sample([*map.nodes], chance.choice((1, 2)))
        try:
            withdrawn = statuses(build_framework(without(map, set(gone)), support))
            objected = statuses(build_framework(added(map, tuple(("falls", id) for id in gone)), support))
        except ValueError:
            continue
        for id in map.nodes:
            if id not in gone:
                assert withdrawn[Argument(Part.NODE, id)] is objected[Argument(Part.NODE, id)]
                compared += 1
    assert compared > 300


def found_in(nodes: str, support: Support = Support.NONE) -> Prospects:
    """What would change the status of the node ``a``."""
    map = loaded(nodes)
    return prospects(map, build_framework(map, support), "a", support)


def said_of(nodes: str, support: Support = Support.NONE) -> list[str]:
    return list(prospect_lines(found_in(nodes, support), support))


def test_changes_worked_out_by_hand() -> None:
    found = found_in(
        "nodes: {a: {claim: A., attacked_by: [b, c]}, b: {claim: B.}, c: {claim: C., attacked_by: d}, d: {claim: D.}}"
    )
    # a is rejected by b alone, for d answers c; the step from b falls with b, and does the same.
    accepted = Outcome(
        Status.ACCEPTED, ((Revision(RevisionKind.FALLS, ("b",), (), ("b-x>a",)),),), complete=True, tried=1
    )
    assert found == Prospects(Status.REJECTED, (accepted, Outcome(Status.UNDECIDED, (), complete=True, tried=0)))


CONVERGENT = (
    "nodes: {a: {claim: A., supported_by: [{premises: [b, c]}, d]}, b: {claim: B.}, c: {claim: C.}, d: {claim: D.}}"
)


@pytest.mark.parametrize(
    ("support", "nodes", "expected"),
    [
        (
            Support.NONE,
            "nodes: {a: {claim: A., supported_by: b}, b: {claim: B.}}",
            [
                "rejected if an objection to it stands",
                "nothing else: it hangs on no other statement, supports left aside",
            ],
        ),
        (
            Support.DEDUCTIVE,
            "nodes: {a: {claim: A.}, b: {claim: B., attacked_by: a}}",
            ["rejected if an objection to it stands", "nothing else: it hangs on no other statement"],
        ),
        (
            Support.NONE,
            "nodes: {a: {claim: A., attacked_by: b}, b: {claim: B., attacked_by: [c, d]}, c: {claim: C.},"
            " d: {claim: D.}}",
            ["rejected if an objection to it stands", "rejected if all of these fall: c; d"],
        ),
        # of a linked support either premise, or the step; two supports are needed both, or one of them
        (
            Support.NECESSARY,
            CONVERGENT,
            ["rejected if an objection to it stands", "rejected if any one of these falls: b, c, d"],
        ),
        (
            Support.EVIDENTIAL,
            CONVERGENT,
            ["rejected if an objection to it stands", "rejected if all of these fall: b or c; d"],
        ),
        (
            Support.EVIDENTIAL,
            "nodes: {a: {claim: A., supported_by: b}, b: {claim: B., attacked_by: c}, c: {claim: C.}}",
            ["accepted if a further support of a stands", "accepted if c falls"],
        ),
        (
            Support.EVIDENTIAL,
            "nodes: {a: {claim: A., supported_by: b, attacked_by: d}, b: {claim: B., supported_by: c},"
            " c: {claim: C., stance: rejected}, d: {claim: D.}}",
            ["accepted if a further support of a or b stands, and d falls"],
        ),
        # nothing that is added outdoes the author
        (
            Support.NONE,
            "nodes: {a: {claim: A., stance: rejected}}",
            ["accepted by nothing that is added or withdrawn"],
        ),
        # a's own attack on b, if it falls, leaves b standing; no other statement carries it
        (
            Support.NONE,
            "nodes: {a: {claim: A., attacked_by: b}, b: {claim: B., attacked_by: a}}",
            [
                "accepted if b falls",
                "rejected if an objection to it stands",
                "rejected if a-x>b falls",
            ],
        ),
    ],
)  # fmt: skip
def test_what_would_change_a_status_is_told(support: Support, nodes: str, expected: list[str]) -> None:
    assert said_of(nodes, support) == expected


def attacked_by(count: int) -> str:
    names = [f"b{n}" for n in range(count)]
    nodes = ", ".join(f"{name}: {{claim: B.}}" for name in names)
    return f"nodes: {{a: {{claim: A., attacked_by: [{', '.join(names)}]}}, {nodes}}}"


def test_where_not_all_sets_are_tried_it_is_said_which_were(monkeypatch: pytest.MonkeyPatch) -> None:
    assert said_of(attacked_by(6)) == [
        "accepted if all of these fall: b0; b1; b2; b3; b4; b5",
        "accepted perhaps by more: the search was cut short",
    ]
    fall = "accepted if all of these fall: b0; b1; b2"
    for bound, said in (
        (1000, [fall]),
        (0, [fall, "accepted perhaps by fewer: no others were tried"]),
        (4, [fall, "accepted perhaps by fewer: only single changes were ruled out"]),
    ):
        monkeypatch.setattr("argmap.weigh.change.MOST_LOOKED_AT", bound)
        assert said_of(attacked_by(3)) == said
    assert said_of(attacked_by(30)) == ["accepted by nothing that was found: only single changes were ruled out"]


def test_sets_are_put_together_where_they_come_of_one_each_of_several() -> None:
    # a rests on two chains of three, of each of which any will do
    nodes = (
        "nodes: {a: {claim: A., supported_by: [b, e]}, b: {claim: B., supported_by: c},"
        " c: {claim: C., supported_by: d}, d: {claim: D.}, e: {claim: E., supported_by: f},"
        " f: {claim: F., supported_by: g}, g: {claim: G.}}"
    )
    (_, line) = said_of(nodes, Support.EVIDENTIAL)
    assert line == "rejected if all of these fall: b or c or d; e or f or g"


def test_of_many_changes_a_few_are_told_and_how_many_more_there_are() -> None:
    names = [f"b{n}" for n in range(30)]
    supports = f"nodes: {{a: {{claim: A., supported_by: [{{premises: [{', '.join(names)}]}}]}}, "
    (_, line) = said_of(supports + ", ".join(f"{name}: {{claim: B.}}" for name in names) + "}", Support.NECESSARY)
    assert line.startswith("rejected if any one of these falls: b0, b1, ")
    assert line.endswith(", b19, 10 others")
