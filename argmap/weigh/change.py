"""What would change the status of a statement."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations
from typing import NamedTuple

from argmap.logic import Framework
from argmap.model import Map
from argmap.weigh.argument import Argument, Part
from argmap.weigh.status import Status, statuses

MOST_TOGETHER = 3
"""How many changes are looked for together."""

MOST_LOOKED_AT = 100_000
"""How many arguments are looked at in all, each time anew for each set that is tried."""


class Changes(NamedTuple):
    """The smallest sets of nodes and steps without which the status of a node is another, and the status then.

    All sets of one size, the smallest that does it. *complete* is False where the bound was reached before all of that
    size were tried, so that there may be more, or where none was found within it.
    """

    sets: tuple[tuple[tuple[str, ...], Status], ...]
    complete: bool


def changes(map: Map, framework: Framework, id: str) -> Changes:
    """What would change the status of the node *id* under the grounded semantics.

    A node that falls, because it is withdrawn or refuted, takes with it the steps that need it. That a step falls means
    that it is answered: that something undercuts it or, of an attack, outweighs it.
    """
    goal = Argument(Part.NODE, id)
    before = statuses(framework)[goal]
    part = _relevant(framework, goal)
    candidates = [argument for argument in part.arguments if _can_fall(argument) and argument != goal]
    looked_at = 0
    for size in range(1, MOST_TOGETHER + 1):
        found: list[tuple[tuple[str, ...], Status]] = []
        for chosen in combinations(candidates, size):
            looked_at += len(part)
            if looked_at > MOST_LOOKED_AT:
                return Changes(tuple(found), complete=False)
            after = statuses(_without(part, chosen))[goal]
            if after is not before:
                found.append((tuple(argument.id for argument in chosen), after))
        if found:
            return Changes(tuple(found), complete=True)
    return Changes((), complete=len(candidates) <= MOST_TOGETHER)


def _can_fall(argument: object) -> bool:
    return isinstance(argument, Argument) and argument.part in (Part.NODE, Part.STEP)


def _relevant(framework: Framework, goal: Argument) -> Framework:
    """The part of the framework that the status of *goal* depends on: what attacks it along some path."""
    cone = framework.graph.ancestors(framework.number(goal))
    return Framework.of(framework.names(cone), framework.graph.part(cone))


def _without(framework: Framework, gone: Sequence[Argument]) -> Framework:
    """The framework in which the arguments *gone* are attacked by one that nothing attacks."""
    nothing = Argument(Part.AUTHOR, "")
    attacks = [*framework.attacks(), *((nothing, argument) for argument in gone)]
    return Framework([*framework.arguments, nothing], attacks)
