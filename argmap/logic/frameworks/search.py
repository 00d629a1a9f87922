"""Extensions of what the grounded extension leaves open, each kind by its own way."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from argmap.logic.frameworks import ranges, recursive
from argmap.logic.frameworks.grounded import grounded
from argmap.logic.frameworks.ideal import ideal
from argmap.logic.frameworks.semantics import Semantics
from argmap.logic.frameworks.stable import stable
from argmap.logic.graph import Graph


def every(graph: Graph, semantics: Semantics, until: float | None = None) -> Iterator[Sequence[int]]:
    """All extensions of a graph; where there are many pieces, ask for those of each."""
    match semantics:
        case Semantics.GROUNDED:
            raise ValueError("what is open is open to the grounded extension")
        case Semantics.COMPLETE:
            return recursive.extensions(grounded(graph), recursive.complete, until)
        case Semantics.PREFERRED:
            return recursive.extensions(grounded(graph), recursive.preferred, until)
        case Semantics.STABLE:
            return stable(graph, until)
        case Semantics.SEMI_STABLE:
            return ranges.semi_stable(graph, until)
        case Semantics.STAGE:
            return ranges.stage(graph, until)
        case Semantics.IDEAL:
            return iter([ideal(graph, until)])


def joined(graph: Graph, pieces: list[list[int]], semantics: Semantics, until: float | None = None) -> list[int]:
    """An extension of all *pieces*, which hang together with nothing else; not for stable ones."""
    return [piece[i - 1] for piece in pieces for i in next(every(graph.part(piece), semantics, until))]


def ranged(graph: Graph, semantics: Semantics, argument: int, until: float | None) -> list[int] | None:
    """A semi-stable or stage extension that holds *argument*, or does not where it is negative."""
    pieces = graph.pieces()
    mine = next(piece for piece in pieces if abs(argument) in piece)
    place = mine.index(abs(argument)) + 1
    largest = ranges.semi_stable if semantics is Semantics.SEMI_STABLE else ranges.stage
    found = next(largest(graph.part(mine), until, place if argument > 0 else -place), None)
    if found is None:
        return None
    others = [piece for piece in pieces if piece is not mine]
    return [*(mine[a - 1] for a in found), *joined(graph, others, semantics, until)]


def products(graph: Graph, semantics: Semantics, until: float | None = None) -> Iterator[list[int]]:
    """All extensions, each an extension of every piece that hangs together; what is found of a piece is kept."""
    pieces = graph.pieces()
    sources = [every(graph.part(piece), semantics, until) for piece in pieces]
    kept: list[list[list[int]]] = [[] for _ in pieces]

    def has(at: int, index: int) -> bool:
        if index == len(kept[at]):
            found = next(sources[at], None)
            if found is None:
                return False
            kept[at].append([pieces[at][i - 1] for i in found])
        return True

    if not all(has(at, 0) for at in range(len(pieces))):
        return
    chosen = [0] * len(pieces)
    while True:
        yield sorted(a for at, index in enumerate(chosen) for a in kept[at][index])
        # As a counter counts: the last piece that has another extension moves on, those after it start anew.
        for at in range(len(pieces) - 1, -1, -1):
            if has(at, chosen[at] + 1):
                chosen[at] += 1
                break
            chosen[at] = 0
        else:
            return
