"""What an extension must be, looked at directly and in linear time: the check of every witness before it is given."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.logic.graph import attacked

if TYPE_CHECKING:
    from collections.abc import Collection

    from argmap.logic.graph import Graph


class CertificateError(RuntimeError):
    """A set that was found is not what it was sought as: a fault of this program or of the solver."""


def is_conflict_free(graph: Graph, accepted: Collection[int]) -> bool:
    """Whether none of *accepted* attacks another, nor itself."""
    marks = attacked(graph, accepted)
    return not any(marks[a] for a in accepted)


def is_complete(graph: Graph, accepted: Collection[int]) -> bool:
    """Whether *accepted* is free of conflict and holds just what it defends."""
    marks = attacked(graph, accepted)
    chosen = bytearray(graph.size + 1)
    for a in accepted:
        if marks[a]:
            return False
        chosen[a] = 1
    return all(chosen[a] == all(marks[b] for b in graph.attackers[a]) for a in graph.numbers)


def is_stable(graph: Graph, accepted: Collection[int]) -> bool:
    """Whether *accepted* is free of conflict and attacks all others."""
    marks = attacked(graph, accepted)
    return not any(marks[a] for a in accepted) and sum(marks) + len(accepted) == graph.size
