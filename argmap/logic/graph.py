"""Directed graphs of numbered arguments, as small as plain Python lets them be."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property


class Graph:
    """Arguments 1 to *size*, and whom each attacks: ``targets[a]``; ``targets[0]`` is empty.

    Numbers start at 1 because those of files and of a solver's variables do.
    """

    def __init__(self, targets: list[list[int]], indegree: list[int] | None = None) -> None:
        """Take *targets*, and where it is known how many attacks each argument suffers."""
        self.targets = targets
        self.size = len(targets) - 1
        self._indegree = indegree

    @property
    def numbers(self) -> range:
        """All arguments."""
        return range(1, self.size + 1)

    @property
    def indegree(self) -> list[int]:
        """How many attacks each argument suffers."""
        if self._indegree is None:
            self._indegree = [0] * (self.size + 1)
            for attacked in self.targets:
                for b in attacked:
                    self._indegree[b] += 1
        return self._indegree

    @cached_property
    def attackers(self) -> list[list[int]]:
        """Who attacks each argument."""
        attackers: list[list[int]] = [[] for _ in self.targets]
        for a, attacked in enumerate(self.targets):
            for b in attacked:
                attackers[b].append(a)
        return attackers

    def part(self, kept: Sequence[int]) -> Graph:
        """The graph of *kept* alone, in which ``kept[i - 1]`` is number i."""
        if len(kept) == self.size:
            return self
        new_number = {a: i for i, a in enumerate(kept, 1)}
        return Graph([[], *([new_number[b] for b in self.targets[a] if b in new_number] for a in kept)])

    def ancestors(self, argument: int) -> list[int]:
        """The argument and all that attack it along some path, sorted: what its status depends on."""
        return sorted(reached(argument, self.attackers))

    def pieces(self) -> list[list[int]]:
        """The arguments that hang together, whatever the direction of attacks, each piece sorted."""
        seen = bytearray(self.size + 1)
        pieces = []
        for start in self.numbers:
            if seen[start]:
                continue
            seen[start] = 1
            piece = [start]
            for a in piece:
                for neighbours in (self.targets[a], self.attackers[a]):
                    for b in neighbours:
                        if not seen[b]:
                            seen[b] = 1
                            piece.append(b)
            pieces.append(sorted(piece))
        return pieces

    def strong_components(self, without: bytes | bytearray = b"") -> list[list[int]]:
        """The strongly connected components, attackers before whom they attack (Tarjan, SIAM J. Computing 1972).

        Each is sorted. Arguments with a mark in *without*, which is 1 or 2, are left out.
        """
        # Arguments are numbered downwards as they are met, to 3 at the least, so that what is done with, and has 1 or
        # 2, never seems an earlier one. All are met from number 0, which is no argument.
        count = self.size + 3
        number = list(without or bytes(self.size + 1))
        number[0] = count
        components: list[list[int]] = []
        open_arguments: list[int] = []
        path: list[tuple[int, Iterator[int], int]] = []
        a, targets, earliest = 0, iter(self.numbers), count
        while True:
            for b in targets:
                number_of_b = number[b]
                if not number_of_b:
                    path.append((a, targets, earliest))
                    count -= 1
                    number[b] = count
                    open_arguments.append(b)
                    a, targets, earliest = b, iter(self.targets[b]), count
                    break
                if number_of_b > earliest:
                    earliest = number_of_b
            else:
                if not path:
                    break
                if earliest == number[a]:
                    component = [open_arguments.pop()]
                    while component[-1] != a:
                        component.append(open_arguments.pop())
                    for b in component:
                        number[b] = 1
                    components.append(sorted(component))
                back = earliest
                a, targets, earliest = path.pop()
                if back > earliest:
                    earliest = back
        components.reverse()
        return components

    def order(self) -> list[int] | None:
        """The arguments, attackers before whom they attack; None where attacks go in circles."""
        components = self.strong_components()
        if len(components) < self.size or any(a in attacked for a, attacked in enumerate(self.targets)):
            return None
        return [a for (a,) in components]


def reached(start: int, onward: Sequence[Iterable[int]]) -> list[int]:
    """*start*, and all that is reached from it where ``onward[a]`` is reached from a."""
    seen = {start}
    arguments = [start]
    for a in arguments:
        for b in onward[a]:
            if b not in seen:
                seen.add(b)
                arguments.append(b)
    return arguments


def attacked(graph: Graph, accepted: Iterable[int]) -> bytearray:
    """Marks at the arguments that *accepted* attack."""
    marks = bytearray(graph.size + 1)
    for a in accepted:
        for b in graph.targets[a]:
            marks[b] = 1
    return marks
