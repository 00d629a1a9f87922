"""What an extension must be, looked at directly and in linear time: the check of every witness before it is given.

A set is looked at among *arguments* of a graph, both sorted, as if there were no others.
"""

from __future__ import annotations

from collections.abc import Sequence

from argmap.logic.graph import Graph, attacked


def is_conflict_free(graph: Graph, arguments: Sequence[int], accepted: Sequence[int]) -> bool:
    """Whether none of *accepted* attacks another, nor itself."""
    return _are_free(accepted, attacked(graph, accepted))


def is_complete(graph: Graph, arguments: Sequence[int], accepted: Sequence[int]) -> bool:
    """Whether *accepted* is free of conflict and holds just what it defends.

    It defends what is attacked by none but those that it attacks.
    """
    marks = attacked(graph, accepted)
    undefended = attacked(graph, [a for a in arguments if not marks[a]])
    return _are_free(accepted, marks) and [a for a in arguments if not undefended[a]] == accepted


def is_stable(graph: Graph, arguments: Sequence[int], accepted: Sequence[int]) -> bool:
    """Whether *accepted* is free of conflict and attacks all others."""
    marks = attacked(graph, accepted)
    return [a for a in arguments if not marks[a]] == accepted


def _are_free(accepted: Sequence[int], attacked: bytearray) -> bool:
    return not any(map(attacked.__getitem__, accepted))
