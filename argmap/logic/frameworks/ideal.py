"""The ideal extension: the largest admissible set that every preferred extension holds.

Dung, Mancarella and Toni, Artificial Intelligence 171, 2007.
"""

from __future__ import annotations

from argmap.logic.frameworks import encoding
from argmap.logic.frameworks.encoding import Labels
from argmap.logic.frameworks.grounded import label_grounded
from argmap.logic.frameworks.recursive import one_preferred
from argmap.logic.graph import Graph, attacked


def find_ideal(graph: Graph, until: float | None = None) -> list[int]:
    """The ideal extension, as Thimm, Cerutti and Vallati (arXiv 2109.03106, 2021) find it.

    It lies within any preferred extension, and is the largest admissible set there that no admissible set attacks: so
    what one attacks is left out, and what that leaves without defence, until none attacks what is left.
    """
    kept = set(one_preferred(label_grounded(graph), until))
    n = graph.size
    with Labels(graph, encoding.admissible(graph), until=until) as labels:
        labels.prefer(range(1, 2 * n + 1))
        while kept:
            some = labels.fresh()
            labels.add([-some, *(a + n for a in kept)])
            if not labels.solve([some]):
                break
            defeated = attacked(graph, labels.accepted())
            labels.add([-some])
            kept = _admissible(graph, {a for a in kept if not defeated[a]})
    return sorted(kept)


def _admissible(graph: Graph, kept: set[int]) -> set[int]:
    """The largest admissible set within one that is free of conflict."""
    while True:
        defeated = attacked(graph, kept)
        undefended = {a for a in kept if not all(defeated[b] for b in graph.attackers[a])}
        if not undefended:
            return kept
        kept = kept - undefended
