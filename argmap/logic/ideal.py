"""The ideal extension: the largest admissible set that every preferred extension holds.

Dung, Mancarella and Toni, Artificial Intelligence 171, 2007.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.logic import encoding
from argmap.logic.encoding import Labels
from argmap.logic.graph import attacked

if TYPE_CHECKING:
    from argmap.logic.graph import Graph


def ideal(graph: Graph, until: float | None = None) -> list[int]:
    """The ideal extension, by Dunne's way (Artificial Intelligence 173, 2009).

    What some admissible set accepts, but none attacks, is found first; what that does not defend falls away, step by
    step.
    """
    credulous = _credulous(graph, until)
    doubted = attacked(graph, credulous)
    kept = {a for a in credulous if not doubted[a]}
    while True:
        defeated = attacked(graph, kept)
        undefended = {a for a in kept if not all(defeated[b] for b in graph.attackers[a])}
        if not undefended:
            return sorted(kept)
        kept -= undefended


def _credulous(graph: Graph, until: float | None) -> set[int]:
    """What some admissible set accepts; every answer of the solver brings something new."""
    found: set[int] = set()
    with Labels(graph, encoding.admissible(graph), until=until) as labels:
        labels.prefer(graph.numbers)
        while True:
            new = labels.fresh()
            labels.add([-new, *(a for a in graph.numbers if a not in found)])
            if not labels.solve([new]):
                return found
            found.update(labels.accepted())
            labels.add([-new])
