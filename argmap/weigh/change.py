"""What would change the status of a statement."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from itertools import product
from typing import NamedTuple

from argmap.logic import Framework
from argmap.logic.frameworks.supports import Unsupported
from argmap.logic.graph import Graph
from argmap.model import Map
from argmap.weigh.argument import Argument, Part
from argmap.weigh.enforcement import Enforcer
from argmap.weigh.framework import Support, supports
from argmap.weigh.status import LABELS, Status

MOST_TOGETHER = 5
"""How many changes are looked for together."""

MOST_LOOKED_AT = 50_000
"""How many arguments are looked at for a status of a statement, each time anew for each set that is tried."""


class RevisionKind(StrEnum):
    """What may happen to a statement or a step."""

    OBJECTION = "objection"
    """An objection to the statement in question is added, which stands."""
    FALLS = "falls"
    """A statement is withdrawn, or an objection to it is added that stands: these do the same to all others. A step is
    undercut or, if it attacks, outweighed."""
    SUPPORT = "support"
    """A support is added that stands."""


class Revision(NamedTuple):
    """What happens to any one of some statements and steps; to which does not matter.

    *carried* are steps among them that one of the statements carries: to undercut the step is a narrower way to do the
    same.
    """

    what: RevisionKind
    nodes: tuple[str, ...]
    steps: tuple[str, ...] = ()
    carried: tuple[str, ...] = ()


class Outcome(NamedTuple):
    """The smallest sets of changes after which a statement has another *status*.

    Sets that differ in whom a change happens to are one. An objection to the statement itself always rejects it; it
    comes first, and what else would do it follows. Where *complete*, that is all sets of the smallest size, or no set
    of any size does it. All up to the size *tried* were tried: where a set of more than one change above that is given,
    a smaller one may do.
    """

    status: Status
    sets: tuple[tuple[Revision, ...], ...]
    complete: bool
    tried: int


class Prospects(NamedTuple):
    """The *status* of a statement under the grounded semantics, and what would give it each other."""

    status: Status
    outcomes: tuple[Outcome, ...]


def prospects(map: Map, framework: Framework, id: str, support: Support = Support.NONE) -> Prospects:
    """What would change the status of the node *id* in the *framework* of the *map* under *support*.

    Changes expand the map by new arguments that nothing attacks (:mod:`argmap.weigh.enforcement`). What falls takes
    along the steps that need it, and what needs those under *support*.
    """
    goal = Argument(Part.NODE, id)
    cone = framework.graph.ancestors(framework.number(goal))
    part = Framework.of(framework.names(cone), framework.graph.part(cone))
    moves = _moves(map, part, goal, support)
    enforcer = Enforcer(
        part.graph,
        part.number(goal),
        [sorted(move.refuted) for move in moves],
        most=MOST_TOGETHER,
        bound=MOST_LOOKED_AT,
    )
    outcomes = []
    for label, status in LABELS.items():
        if label == enforcer.label:
            continue
        enforcements = enforcer.to(label)
        sets = [
            tuple(_revision([moves[place] for place in way]) for way in ways)
            for ways in _folded(enforcements.sets, moves)
        ]
        if status is Status.REJECTED:
            sets.insert(0, (Revision(RevisionKind.OBJECTION, (id,)),))
        outcomes.append(Outcome(status, tuple(sets), enforcements.complete, enforcements.tried))
    return Prospects(LABELS[enforcer.label], tuple(outcomes))


class _Move(NamedTuple):
    """What happens to some arguments, and which others it puts out for good; to whichever, it puts out the same."""

    what: RevisionKind
    arguments: list[Argument]
    refuted: frozenset[int]


def _moves(map: Map, part: Framework, goal: Argument, support: Support) -> list[_Move]:
    """What may happen in the map and is felt in *part*, the part of its framework that the goal depends on."""
    numbers = {argument: number for number, argument in enumerate(part.arguments, 1)}
    taken_along = _taken_along(map, support)
    falls: dict[frozenset[int], _Move] = {}
    supported = []
    for argument in (*part.arguments, *(other for other in taken_along if other not in numbers)):
        if isinstance(argument, Unsupported):
            supported.append(_Move(RevisionKind.SUPPORT, [argument.argument], frozenset([numbers[argument]])))
        elif argument.part in (Part.NODE, Part.STEP) and argument != goal:
            falling = [argument]
            for fallen in falling:
                falling += [other for other in taken_along.get(fallen, ()) if other not in falling]
            refuted = frozenset(numbers[fallen] for fallen in falling if fallen in numbers)
            fails = numbers.get(Argument(Part.FAILS, argument.id))
            if argument.part is Part.NODE and fails is not None:
                refuted = _seen_from_outside(part.graph, refuted, fails)
            if refuted:
                falls.setdefault(refuted, _Move(RevisionKind.FALLS, [], refuted)).arguments.append(argument)
    return [*falls.values(), *supported]


def _seen_from_outside(graph: Graph, refuted: frozenset[int], fails: int) -> frozenset[int]:
    """What a statement that fails puts out, where all that its falling does is that it fails; else *refuted*."""
    outward = {b for a in refuted for b in graph.targets[a]}
    only_fails = outward == {fails} and refuted.issuperset(graph.attackers[fails])
    return frozenset(graph.targets[fails]) if only_fails else refuted


def _taken_along(map: Map, support: Support) -> Mapping[Argument, list[Argument]]:
    """What falls with an argument because it implies it; see :mod:`argmap.logic.frameworks.supports`."""
    implied: dict[Argument, list[Argument]] = {}
    if support in (Support.DEDUCTIVE, Support.NECESSARY):
        for step, supported in supports(map):
            pair = (supported, step) if support is Support.DEDUCTIVE else (step, supported)
            implied.setdefault(pair[0], []).append(pair[1])
    return implied


def _folded(sets: Sequence[Sequence[int]], moves: Sequence[_Move]) -> Iterator[list[list[int]]]:
    """The sets, put together where they are all that come of taking one move each of several ways."""
    alternatives: dict[tuple[frozenset[int], RevisionKind], list[int]] = {}
    for chosen in sets:
        for place in chosen:
            alternatives.setdefault((frozenset(chosen) - {place}, moves[place].what), []).append(place)
    remaining = {frozenset(chosen) for chosen in sets}
    for chosen in sets:
        if frozenset(chosen) not in remaining:
            continue
        ways = [[place] for place in chosen]
        for index, place in enumerate(chosen):
            for other in alternatives[frozenset(chosen) - {place}, moves[place].what]:
                wider = [*ways[:index], [other], *ways[index + 1 :]]
                if other != place and remaining.issuperset(map(frozenset, product(*wider))):
                    ways[index].append(other)
        remaining.difference_update(map(frozenset, product(*ways)))
        yield ways


def _revision(moves: Sequence[_Move]) -> Revision:
    stated = [move.refuted for move in moves if any(argument.part is Part.NODE for argument in move.arguments)]
    nodes = [argument.id for move in moves for argument in move.arguments if argument.part is Part.NODE]
    steps: dict[bool, list[str]] = {True: [], False: []}
    for move in moves:
        is_carried = any(move.refuted <= refuted for refuted in stated)
        steps[is_carried] += [argument.id for argument in move.arguments if argument.part is Part.STEP]
    return Revision(moves[0].what, tuple(nodes), tuple(steps[False]), tuple(steps[True]))
