"""Whether an argument that the grounded extension leaves open is accepted, with a set that shows it.

Every function takes the graph of what is open and an argument of it, and gives the witness or None: of a credulous
question a set that holds the argument, of a sceptical one a set that does not.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.logic import encoding, ranges, recursive, search
from argmap.logic.encoding import Labels
from argmap.logic.semantics import Semantics

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from argmap.logic.graph import Graph

    Extensions = Callable[[Graph, float | None, int], Iterator[list[int]]]

_RANGES: dict[Semantics, Extensions] = {Semantics.SEMI_STABLE: ranges.semi_stable, Semantics.STAGE: ranges.stage}


def admissible_with(graph: Graph, argument: int, until: float | None) -> list[int] | None:
    """An admissible set that holds *argument*.

    Only what attacks the argument, along some path, is looked at: admissible sets of it are admissible everywhere.
    """
    cone = graph.ancestors(argument)
    part = graph.part(cone)
    with Labels(part, encoding.admissible(part), until=until) as labels:
        if not labels.solve([cone.index(argument) + 1]):
            return None
        return [cone[a - 1] for a in labels.accepted()]


def preferred_without(graph: Graph, argument: int, until: float | None) -> tuple[str, list[int]] | None:
    """Why not every preferred extension holds *argument*, and an admissible set whose larger ones do not; or None.

    Cheap questions first: is it in no admissible set, is it attacked by one? Then counterexamples are sought and
    refuted, one after the other (Dvořák, Järvisalo, Wallner and Woltran 2014): an admissible set without the argument
    shows something only if none that holds it is larger; if one is, nothing within that one can show anything.
    """
    cone = graph.ancestors(argument)
    part = graph.part(cone)
    asked = cone.index(argument) + 1
    with Labels(part, encoding.complete(part), until=until) as labels:
        if not labels.solve([asked]):
            return "no admissible set holds it", []
        if labels.solve([asked + part.size]):
            return "an admissible set attacks it", [cone[a - 1] for a in labels.accepted()]
        labels.prefer(part.numbers)
        while labels.solve([-asked]):
            without = labels.accepted()
            if not labels.solve([asked, *without]):
                return "a preferred extension leaves it out", [cone[a - 1] for a in without]
            largest = labels.grown(labels.accepted(), part.numbers)
            labels.add([a for a in part.numbers if a not in largest])
    return None


def preferred_with(graph: Graph, argument: int, accepted: list[int], until: float | None) -> list[int]:
    """A preferred extension of the graph that holds an admissible set of what *argument* depends on.

    It is grown from that set there, where nothing outside attacks, and then completed.
    """
    cone = graph.ancestors(argument)
    part = graph.part(cone)
    chosen = set(accepted)
    with Labels(part, encoding.complete(part), until=until) as labels:
        labels.prefer(part.numbers)
        largest = labels.grown([i for i, a in enumerate(cone, 1) if a in chosen], part.numbers)
    kept = [cone[i - 1] for i in largest]
    return next(recursive.extensions(graph, recursive.preferred, until, (cone, kept)))


def ranged(graph: Graph, semantics: Semantics, argument: int, until: float | None) -> list[int] | None:
    """A semi-stable or stage extension that holds *argument*, or does not where it is negative."""
    pieces = graph.pieces()
    mine = next(piece for piece in pieces if abs(argument) in piece)
    place = mine.index(abs(argument)) + 1
    found = next(_RANGES[semantics](graph.part(mine), until, place if argument > 0 else -place), None)
    if found is None:
        return None
    others = [piece for piece in pieces if piece is not mine]
    return sorted([*(mine[a - 1] for a in found), *search.joined(graph, others, semantics, until)])
