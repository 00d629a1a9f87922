"""Extensions of what the grounded extension leaves open, each kind by its own way."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from argmap.logic.frameworks import ranges, recursive
from argmap.logic.frameworks.grounded import label_grounded
from argmap.logic.frameworks.ideal import find_ideal
from argmap.logic.frameworks.semantics import Semantics
from argmap.logic.frameworks.stable import find_stable
from argmap.logic.graph import Graph


def every(graph: Graph, semantics: Semantics, until: float | None = None) -> Iterator[Sequence[int]]:
    """All extensions of a graph; where there are many pieces, ask for those of each."""
    match semantics:
        case Semantics.GROUNDED:
            raise ValueError("what is open is open to the grounded extension")
        case Semantics.COMPLETE:
            return recursive.extensions(label_grounded(graph), recursive.complete, until)
        case Semantics.PREFERRED:
            return recursive.extensions(label_grounded(graph), recursive.preferred, until)
        case Semantics.STABLE:
            return find_stable(graph, until)
        case Semantics.SEMI_STABLE:
            return ranges.semi_stable(graph, until)
        case Semantics.STAGE:
            return ranges.stage(graph, until)
        case Semantics.IDEAL:
            return iter([find_ideal(graph, until)])


def joined(graph: Graph, pieces: list[list[int]], semantics: Semantics, until: float | None = None) -> list[int]:
    """An extension of all *pieces*, which hang together with nothing else; not for stable ones."""
    return [piece[i - 1] for piece in pieces for i in next(every(graph.part(piece), semantics, until))]


def ranged(graph: Graph, semantics: Semantics, argument: int, until: float | None) -> list[int] | None:
    """A semi-stable or stage extension that holds *argument*, or does not where it is negative."""
    pieces = graph.pieces()
    own_piece = next(piece for piece in pieces if abs(argument) in piece)
    number = own_piece.index(abs(argument)) + 1
    find_largest = ranges.semi_stable if semantics is Semantics.SEMI_STABLE else ranges.stage
    extension = next(find_largest(graph.part(own_piece), until, number if argument > 0 else -number), None)
    if extension is None:
        return None
    others = [piece for piece in pieces if piece is not own_piece]
    return [*(own_piece[a - 1] for a in extension), *joined(graph, others, semantics, until)]


def products(graph: Graph, semantics: Semantics, until: float | None = None) -> Iterator[list[int]]:
    """All extensions, each an extension of every piece that hangs together; what is found of a piece is kept."""
    pieces = graph.pieces()
    sources = [every(graph.part(piece), semantics, until) for piece in pieces]
    extensions: list[list[list[int]]] = [[] for _ in pieces]

    def has(piece_index: int, index: int) -> bool:
        if index == len(extensions[piece_index]):
            extension = next(sources[piece_index], None)
            if extension is None:
                return False
            extensions[piece_index].append([pieces[piece_index][i - 1] for i in extension])
        return True

    if not all(has(piece_index, 0) for piece_index in range(len(pieces))):
        return
    chosen = [0] * len(pieces)
    while True:
        yield sorted(a for piece_index, index in enumerate(chosen) for a in extensions[piece_index][index])
        # As a counter counts: the last piece that has another extension moves on, those after it start anew.
        for piece_index in range(len(pieces) - 1, -1, -1):
            if has(piece_index, chosen[piece_index] + 1):
                chosen[piece_index] += 1
                break
            chosen[piece_index] = 0
        else:
            return
