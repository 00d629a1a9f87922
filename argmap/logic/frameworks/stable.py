"""Stable extensions, which attack all that they do not hold."""

from __future__ import annotations

from collections.abc import Iterator

from argmap.logic import sat
from argmap.logic.frameworks import encoding, small
from argmap.logic.frameworks.encoding import Labels
from argmap.logic.frameworks.grounded import Labelling
from argmap.logic.graph import Graph


def by_components(labelling: Labelling, until: float | None = None) -> bool | None:
    """Whether there is a stable extension that holds what a complete *labelling* accepts; None where it takes a solver.

    Where there is one, the labelling becomes it. Stable extensions are chosen in one strongly connected component
    after the other (Baroni, Giacomin and Guida, Artificial Intelligence 168, 2005). A choice can turn out to be wrong,
    and is not taken back here; but what nothing outside attacks must have a stable extension, whatever others choose.
    """
    targets, left = labelling.graph.targets, labelling.left[:]
    needs_solver = False
    for component in labelling.graph.strong_components(labelling.labels):
        sat.in_time(until)
        free = [a for a in component if not labelling.labels[a]]
        chosen = small.stable(labelling, free) if len(free) <= small.MOST else None
        if chosen is not None:
            labelling.accept(chosen)
            continue
        if len(component) <= small.MOST:
            inside = [b for a in component for b in targets[a] if b in component]
            if len(inside) == sum([left[a] for a in component]):
                return False
        needs_solver = True
    return None if needs_solver else True


def find_stable(graph: Graph, until: float | None = None, literal: int = 0) -> Iterator[list[int]]:
    """The stable extensions; only those that accept *literal*, or where it is negative do not."""
    with Labels(graph, encoding.stable(graph), until=until) as labels:
        while labels.solve([literal] if literal else []):
            accepted = labels.accepted()
            yield accepted
            # One stable extension never holds another, so that leaving one of these out is all that others do.
            labels.add([-a for a in accepted])
