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


class What(StrEnum):
    """What may happen to a statement or a step."""

    OBJECTION = "objection"
    """An objection to the statement in question is added, which stands."""
    FALLS = "falls"
    """A statement is withdrawn, or an objection to it is added that stands: these do the same to all others. A step is
    undercut or, if it attacks, outweighed."""
    SUPPORT = "support"
    """A support is added that stands."""


class Change(NamedTuple):
    """What happens to any one of some statements and steps; to which does not matter.

    *carried* are steps among them that one of the statements carries: to undercut the step is a narrower way to do the
    same.
    """

    what: What
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
    sets: tuple[tuple[Change, ...], ...]
    complete: bool
    tried: int


class Changes(NamedTuple):
    """The *status* of a statement under the grounded semantics, and what would give it each other."""

    status: Status
    outcomes: tuple[Outcome, ...]


def changes(map: Map, framework: Framework, id: str, support: Support = Support.NONE) -> Changes:
    """What would change the status of the node *id* in the *framework* of the *map* under *support*.

    Changes expand the map by new arguments that nothing attacks (:mod:`argmap.weigh.enforcement`). What falls takes
    along the steps that need it, and what needs those under *support*.
    """
    goal = Argument(Part.NODE, id)
    cone = framework.graph.ancestors(framework.number(goal))
    part = Framework.of(framework.names(cone), framework.graph.part(cone))
    moves = _moves(map, part, goal, support)
    enforcer = Enforcer(
        part.graph, part.number(goal), [sorted(move.hit) for move in moves], most=MOST_TOGETHER, bound=MOST_LOOKED_AT
    )
    outcomes = []
    for label, status in LABELS.items():
        if label == enforcer.label:
            continue
        found = enforcer.to(label)
        sets = [tuple(_change([moves[place] for place in way]) for way in ways) for ways in _folded(found.sets, moves)]
        if status is Status.REJECTED:
            sets.insert(0, (Change(What.OBJECTION, (id,)),))
        outcomes.append(Outcome(status, tuple(sets), found.complete, found.tried))
    return Changes(LABELS[enforcer.label], tuple(outcomes))


class _Move(NamedTuple):
    """What happens to some arguments, and which others it puts out for good; to whichever, it puts out the same."""

    what: What
    arguments: list[Argument]
    hit: frozenset[int]


def _moves(map: Map, part: Framework, goal: Argument, support: Support) -> list[_Move]:
    """What may happen in the map and is felt in *part*, the part of its framework that the goal depends on."""
    numbers = {argument: number for number, argument in enumerate(part.arguments, 1)}
    along = _taken_along(map, support)
    falls: dict[frozenset[int], _Move] = {}
    supported = []
    for argument in (*part.arguments, *(each for each in along if each not in numbers)):
        if isinstance(argument, Unsupported):
            supported.append(_Move(What.SUPPORT, [argument.argument], frozenset([numbers[argument]])))
        elif argument.part in (Part.NODE, Part.STEP) and argument != goal:
            falling = [argument]
            for each in falling:
                falling += [other for other in along.get(each, ()) if other not in falling]
            hit = frozenset(numbers[each] for each in falling if each in numbers)
            fails = numbers.get(Argument(Part.FAILS, argument.id))
            if argument.part is Part.NODE and fails is not None:
                hit = _seen_from_outside(part.graph, hit, fails)
            if hit:
                falls.setdefault(hit, _Move(What.FALLS, [], hit)).arguments.append(argument)
    return [*falls.values(), *supported]


def _seen_from_outside(graph: Graph, hit: frozenset[int], fails: int) -> frozenset[int]:
    """What a statement that fails puts out, where all that its falling does is that it fails; else *hit*."""
    outward = {b for a in hit for b in graph.targets[a]}
    return frozenset(graph.targets[fails]) if outward == {fails} and hit.issuperset(graph.attackers[fails]) else hit


def _taken_along(map: Map, support: Support) -> Mapping[Argument, list[Argument]]:
    """What falls with an argument because it implies it; see :mod:`argmap.logic.frameworks.supports`."""
    found: dict[Argument, list[Argument]] = {}
    if support in (Support.DEDUCTIVE, Support.NECESSARY):
        for step, supported in supports(map):
            pair = (supported, step) if support is Support.DEDUCTIVE else (step, supported)
            found.setdefault(pair[0], []).append(pair[1])
    return found


def _folded(sets: Sequence[Sequence[int]], moves: Sequence[_Move]) -> Iterator[list[list[int]]]:
    """The sets, put together where they are all that come of taking one move each of several ways."""
    near: dict[tuple[frozenset[int], What], list[int]] = {}
    for chosen in sets:
        for place in chosen:
            near.setdefault((frozenset(chosen) - {place}, moves[place].what), []).append(place)
    left = {frozenset(chosen) for chosen in sets}
    for chosen in sets:
        if frozenset(chosen) not in left:
            continue
        ways = [[place] for place in chosen]
        for at, place in enumerate(chosen):
            for other in near[frozenset(chosen) - {place}, moves[place].what]:
                wider = [*ways[:at], [other], *ways[at + 1 :]]
                if other != place and left.issuperset(map(frozenset, product(*wider))):
                    ways[at].append(other)
        left.difference_update(map(frozenset, product(*ways)))
        yield ways


def _change(moves: Sequence[_Move]) -> Change:
    stated = [move.hit for move in moves if any(argument.part is Part.NODE for argument in move.arguments)]
    nodes = [argument.id for move in moves for argument in move.arguments if argument.part is Part.NODE]
    steps: dict[bool, list[str]] = {True: [], False: []}
    for move in moves:
        is_carried = any(move.hit <= hit for hit in stated)
        steps[is_carried] += [argument.id for argument in move.arguments if argument.part is Part.STEP]
    return Change(moves[0].what, tuple(nodes), tuple(steps[False]), tuple(steps[True]))
