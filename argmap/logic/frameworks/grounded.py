"""Labellings: what is accepted, what that attacks, and what is undecided yet; the grounded one is found in linear time.

What has no attackers is in, what it attacks is out, and so on with what loses its last attacker (Dung 1995; Modgil and
Caminada 2009, section 4). Every choice beyond it spreads in the same way.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import compress

from argmap.logic.graph import Graph

UNDECIDED, IN, OUT = 0, 1, 2


class Labelling:
    """A label for each argument of a graph, ``labels[a]``, at first ``UNDECIDED``.

    ``left[a]`` is how many attacks on an argument come from arguments that are not out.
    """

    def __init__(self, graph: Graph) -> None:
        self.graph = graph
        self.labels = bytearray(graph.size + 1)
        self.left = list(graph.indegree)

    def accepting(self, arguments: Iterable[int]) -> Labelling:
        """Another labelling that accepts *arguments* too."""
        other = Labelling.__new__(Labelling)
        other.graph, other.labels, other.left = self.graph, self.labels[:], self.left[:]
        other.accept(arguments)
        return other

    def accept(self, arguments: Iterable[int]) -> list[int]:
        """Accept undecided arguments and what that decides: the arguments that have a label now and had none before.

        Of an admissible set, or of one that is so with what is accepted already, this makes the least complete
        extension that holds it (Dung 1995: its closure under defence).
        """
        labels, left, targets = self.labels, self.left, self.graph.targets
        accepted, rejected = list(arguments), []
        for a in accepted:
            labels[a] = IN
        for a in accepted:
            for b in targets[a]:
                if not labels[b]:
                    labels[b] = OUT
                    rejected.append(b)
                    for c in targets[b]:
                        left[c] -= 1
                        if not left[c] and not labels[c]:
                            labels[c] = IN
                            accepted.append(c)
        return accepted + rejected

    def undo(self, decided: Iterable[int]) -> None:
        """Take back what ``accept`` decided last."""
        for a in decided:
            if self.labels[a] == OUT:
                for b in self.graph.targets[a]:
                    self.left[b] += 1
            self.labels[a] = UNDECIDED

    def accepted(self) -> list[int]:
        """The arguments that are in."""
        return self._labelled(IN)

    def undecided(self) -> list[int]:
        """The arguments that have no label yet."""
        return self._labelled(UNDECIDED)

    def _labelled(self, label: int) -> list[int]:
        only = bytes(label == other for other in range(256))
        return list(compress(self.graph.numbers, self.labels[1:].translate(only)))


def label_grounded(graph: Graph) -> Labelling:
    """The grounded labelling."""
    labelling = Labelling(graph)
    labelling.accept([a for a in graph.numbers if not labelling.left[a]])
    return labelling
