"""What it takes to be admissible, complete, stable or free of conflict, as clauses.

Variable a says that argument a is accepted, and variable *size* + a that an accepted argument attacks it (Besnard and
Doutre, NMR 2004; the second as in Cerutti, Giacomin and Vallati, COMMA 2014).
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence

from argmap.logic.graph import Graph
from argmap.logic.sat import Sat


class Labels(Sat):
    """A solver whose answers are sets of accepted arguments of a graph.

    Variables above twice the size of the graph are free; ``fresh`` gives one.
    """

    def __init__(self, graph: Graph, clauses: Iterator[list[int]], *, until: float | None = None) -> None:
        super().__init__(clauses, until=until)
        self.numbers = graph.numbers
        self._last = 2 * graph.size

    def accepted(self) -> list[int]:
        """The accepted arguments of the last answer."""
        return [literal for literal in self.model()[: len(self.numbers)] if literal > 0]

    def fresh(self) -> int:
        """A variable that stands in no clause yet: assumed, it makes the clauses that hold its negation count."""
        self._last += 1
        return self._last

    def grown(self, chosen: Iterable[int], variables: Sequence[int]) -> set[int]:
        """Of *variables*, a largest set that can be true together and holds those *chosen*, which can.

        Step by step, as Cerutti, Dunne, Giacomin and Vallati (TAFA 2013) grow preferred extensions.
        """
        largest = set(chosen)
        while True:
            more = self.fresh()
            self.add([-more, *(v for v in variables if v not in largest)])
            if not self.solve([more, *sorted(largest)]):
                break
            largest = self.true(variables)
            self.add([-more])
        self.add([-more])
        return largest

    def true(self, variables: Sequence[int]) -> set[int]:
        """Which of *variables* the last answer made true."""
        model = self.model()
        return {v for v in variables if model[v - 1] > 0}


def admissible(graph: Graph) -> Iterator[list[int]]:
    """A set without conflict that attacks all that attack it."""
    n = graph.size
    for a, attackers in enumerate(graph.attackers):
        if a:
            # Who is accepted is not attacked by who is; and who is called attacked is.
            yield [-a, -a - n]
            yield [-a - n, *attackers]
            for b in attackers:
                yield [-a, b + n]


def complete(graph: Graph, blocked: Container[int] = ()) -> Iterator[list[int]]:
    """An admissible set of arguments that are not *blocked*, with all of them that it defends."""
    n = graph.size
    yield from admissible(graph)
    for a, attackers in enumerate(graph.attackers):
        if a:
            yield [-a] if a in blocked else [a, *(-b - n for b in attackers)]
            for b in attackers:
                yield [a + n, -b]


def stable(graph: Graph) -> Iterator[list[int]]:
    """A set without conflict that attacks all others."""
    for a, attackers in enumerate(graph.attackers):
        if a:
            yield [a, *attackers]
            for b in attackers:
                yield [-a, -b]


def conflict_free(graph: Graph) -> Iterator[list[int]]:
    """A set none of which attacks another; variable *size* + a says exactly that a is attacked by it."""
    n = graph.size
    for a, attackers in enumerate(graph.attackers):
        if a:
            yield [-a - n, *attackers]
            for b in attackers:
                yield [-a, -b]
                yield [a + n, -b]
