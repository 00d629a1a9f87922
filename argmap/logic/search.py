"""Extensions of what the grounded extension leaves open, each kind by its own way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.logic import encoding, ranges, recursive
from argmap.logic.encoding import Labels
from argmap.logic.ideal import ideal
from argmap.logic.semantics import Semantics

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from argmap.logic.graph import Graph


def stable(graph: Graph, until: float | None = None, wanted: int = 0) -> Iterator[list[int]]:
    """The stable extensions; only those that accept *wanted*, or where it is negative do not."""
    with Labels(graph, encoding.stable(graph), until=until) as labels:
        while labels.solve([wanted] if wanted else []):
            accepted = labels.accepted()
            yield accepted
            # One stable extension never holds another, so that leaving one of these out is all that others do.
            labels.add([-a for a in accepted])


def every(graph: Graph, semantics: Semantics, until: float | None = None) -> Iterator[Sequence[int]]:
    """All extensions of a graph; where there are many pieces, ask for those of each."""
    match semantics:
        case Semantics.GROUNDED:
            raise ValueError("what is open is open to the grounded extension")
        case Semantics.COMPLETE:
            return recursive.extensions(graph, recursive.complete, until)
        case Semantics.PREFERRED:
            return recursive.extensions(graph, recursive.preferred, until)
        case Semantics.STABLE:
            return stable(graph, until)
        case Semantics.SEMI_STABLE:
            return ranges.semi_stable(graph, until)
        case Semantics.STAGE:
            return ranges.stage(graph, until)
        case Semantics.IDEAL:
            return iter([ideal(graph, until)])


def one(graph: Graph, semantics: Semantics, until: float | None = None) -> list[int] | None:
    """One extension, or None where there is none."""
    if semantics in (Semantics.COMPLETE, Semantics.STABLE, Semantics.PREFERRED):
        found = next(every(graph, semantics, until), None)
        return None if found is None else list(found)
    return joined(graph, graph.pieces(), semantics, until)


def joined(graph: Graph, pieces: list[list[int]], semantics: Semantics, until: float | None = None) -> list[int]:
    """An extension of all *pieces*, which hang together with nothing else; not for stable ones."""
    return [piece[i - 1] for piece in pieces for i in next(every(graph.part(piece), semantics, until))]


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
