"""Extensions of the largest range: semi-stable and stage (Verheij, NAIC 1996; Caminada, COMMA 2006).

The range of a set is what it accepts and what it attacks. Semi-stable extensions are the complete ones whose range is
largest, stage extensions the sets without conflict whose range is. Largest ranges are found one after the other, as
preferred extensions are, and with each the extensions that have it (after Dvořák, Järvisalo, Wallner and Woltran,
Artificial Intelligence 206, 2014).
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.logic.frameworks import encoding
from argmap.logic.frameworks.encoding import Labels
from argmap.logic.graph import Graph


def semi_stable(graph: Graph, until: float | None = None, literal: int = 0) -> Iterator[list[int]]:
    """The semi-stable extensions; only those that accept *literal*, or where it is negative do not."""
    return _largest(graph, encoding.complete(graph), until, literal)


def stage(graph: Graph, until: float | None = None, literal: int = 0) -> Iterator[list[int]]:
    """The stage extensions; only those that accept *literal*, or where it is negative do not."""
    return _largest(graph, encoding.conflict_free(graph), until, literal)


def _largest(graph: Graph, clauses: Iterator[list[int]], until: float | None, literal: int) -> Iterator[list[int]]:
    assumed = [literal] if literal else []
    with Labels(graph, clauses, until=until) as labels:
        reached = [labels.fresh() for _ in graph.numbers]
        for a, variable in zip(graph.numbers, reached, strict=True):
            labels.add([-variable, a, a + graph.size])
            labels.add([variable, -a])
            labels.add([variable, -a - graph.size])
        labels.prefer(reached)
        while labels.solve():
            largest = labels.grown(labels.true(reached), reached)
            exactly = [variable if variable in largest else -variable for variable in reached]
            while labels.solve(exactly + assumed):
                accepted = set(labels.accepted())
                yield sorted(accepted)
                labels.add([-a if a in accepted else a for a in graph.numbers])
            labels.add([variable for variable in reached if variable not in largest])
