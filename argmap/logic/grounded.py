"""The grounded labelling, in time linear in the attacks."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from argmap.logic.graph import Graph

UNDECIDED, IN, OUT = 0, 1, 2


def grounded(graph: Graph) -> bytearray:
    """The label of each argument, by its number: ``IN``, ``OUT`` or ``UNDECIDED``.

    What has no attackers is in, what it attacks is out, and so on with what loses its last attacker (Dung 1995;
    Modgil and Caminada 2009, section 4).
    """
    return _spread(graph, bytearray(graph.size + 1), list(graph.indegree))


def completed(graph: Graph, admissible: Iterable[int]) -> list[int]:
    """The least complete extension that holds an admissible set (Dung 1995: its closure under defence)."""
    labels = bytearray(graph.size + 1)
    left = list(graph.indegree)
    accepted = list(admissible)
    for a in accepted:
        labels[a] = IN
        left[a] = -1  # in already: not to be found a second time
    for a in accepted:
        for b in graph.targets[a]:
            if labels[b] == UNDECIDED:
                labels[b] = OUT
                for c in graph.targets[b]:
                    left[c] -= 1
    return [a for a, label in enumerate(_spread(graph, labels, left)) if label == IN]


def _spread(graph: Graph, labels: bytearray, left: list[int]) -> bytearray:
    """Accept what has no attackers left that are not out, and go on from there; *left* counts them, and changes."""
    targets = graph.targets
    queue = [a for a in graph.numbers if not left[a] and not labels[a]]
    for a in queue:
        labels[a] = IN
        for b in targets[a]:
            if not labels[b]:
                labels[b] = OUT
                for c in targets[b]:
                    left[c] -= 1
                    if not left[c] and not labels[c]:
                        queue.append(c)
    return labels
