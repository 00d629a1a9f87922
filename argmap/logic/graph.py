"""Directed graphs of numbered arguments, as small as plain Python lets them be."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


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
        """The graph of *kept* alone, in which ``kept[i - 1]`` is number i; an attack that stands twice stands once."""
        if len(kept) == self.size:
            return self
        place = {a: i for i, a in enumerate(kept, 1)}
        targets = [[place[b] for b in dict.fromkeys(self.targets[a]) if b in place] for a in kept]
        return Graph([[], *targets])

    def ancestors(self, argument: int) -> list[int]:
        """The argument and all that attack it along some path, sorted: what its status depends on."""
        seen = bytearray(self.size + 1)
        seen[argument] = 1
        found = [argument]
        for a in found:
            for b in self.attackers[a]:
                if not seen[b]:
                    seen[b] = 1
                    found.append(b)
        return sorted(found)

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
                for near in (self.targets[a], self.attackers[a]):
                    for b in near:
                        if not seen[b]:
                            seen[b] = 1
                            piece.append(b)
            pieces.append(sorted(piece))
        return pieces

    def strong_components(self) -> list[list[int]]:
        """The strongly connected components, attackers before whom they attack (Tarjan, SIAM J. Computing 1972)."""
        index = [0] * (self.size + 1)
        low = [0] * (self.size + 1)
        placed = bytearray(self.size + 1)
        found: list[list[int]] = []
        open_: list[int] = []
        count = 0
        for start in self.numbers:
            if index[start]:
                continue
            path = [(start, iter(self.attackers[start]))]
            count += 1
            index[start] = low[start] = count
            open_.append(start)
            while path:
                a, attackers = path[-1]
                for b in attackers:
                    if not index[b]:
                        count += 1
                        index[b] = low[b] = count
                        open_.append(b)
                        path.append((b, iter(self.attackers[b])))
                        break
                    if not placed[b] and index[b] < low[a]:
                        low[a] = index[b]
                else:
                    path.pop()
                    if path and low[a] < low[path[-1][0]]:
                        low[path[-1][0]] = low[a]
                    if low[a] == index[a]:
                        component = _taken(open_, a)
                        for b in component:
                            placed[b] = 1
                        found.append(component)
        return found

    def order(self) -> list[int] | None:
        """The arguments, attackers before whom they attack; None where attacks go in circles."""
        components = self.strong_components()
        if len(components) < self.size or any(a in attacked for a, attacked in enumerate(self.targets)):
            return None
        return [a for (a,) in components]


def _taken(stack: list[int], last: int) -> list[int]:
    """What stands on the stack down to *last*, taken from it, sorted."""
    at = len(stack) - 1
    while stack[at] != last:
        at -= 1
    taken = sorted(stack[at:])
    del stack[at:]
    return taken


def attacked(graph: Graph, accepted: Iterable[int]) -> bytearray:
    """Marks at the arguments that *accepted* attack."""
    marks = bytearray(graph.size + 1)
    for a in accepted:
        for b in graph.targets[a]:
            marks[b] = 1
    return marks
