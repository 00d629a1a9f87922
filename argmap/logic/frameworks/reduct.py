"""What the grounded extension leaves open, which is all that a solver is asked about."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property

from argmap.logic.frameworks.certificate import is_complete, is_conflict_free, is_stable
from argmap.logic.frameworks.framework import Framework
from argmap.logic.frameworks.grounded import IN, OUT, Labelling, label_grounded
from argmap.logic.frameworks.semantics import Semantics
from argmap.logic.graph import Graph, reached
from argmap.logic.sat import CertificateError

_HOLDS = {Semantics.STABLE: is_stable, Semantics.STAGE: is_conflict_free}


class Reduct:
    """A framework without the arguments that are settled before any choice.

    For all semantics whose extensions are complete these are the arguments that the grounded extension accepts or
    attacks; an extension is the grounded one and an extension of the rest. Stage extensions need not be complete, and
    nothing is settled for them.
    """

    def __init__(self, framework: Framework, semantics: Semantics) -> None:
        self.framework = framework
        self.semantics = semantics
        graph = framework.graph
        self.labelling = Labelling(graph) if semantics is Semantics.STAGE else label_grounded(graph)

    @cached_property
    def settled(self) -> list[int]:
        """The accepted among the arguments that are settled."""
        return self.labelling.accepted()

    @cached_property
    def open(self) -> list[int]:
        """The arguments that are not settled."""
        return self.labelling.undecided()

    @cached_property
    def graph(self) -> Graph:
        """The arguments that are open, and the attacks between them; number i is ``open[i - 1]``."""
        return self.framework.graph.part(self.open)

    def is_in(self, argument: int) -> bool:
        """Whether an argument is settled as accepted."""
        return self.labelling.labels[argument] == IN

    def is_out(self, argument: int) -> bool:
        """Whether an argument is settled as attacked by what is accepted."""
        return self.labelling.labels[argument] == OUT

    def place(self, argument: int) -> int:
        """The number in ``graph`` of an argument; 0 where it is settled."""
        return 0 if self.labelling.labels[argument] else self.open.index(argument) + 1

    def cone(self, argument: int) -> list[int]:
        """An open argument and the open ones that attack it along some path, sorted: what its status depends on."""
        targets, labels = self.framework.graph.targets, self.labelling.labels
        attackers: list[list[int]] = [[]] * len(targets)
        for a in self.open:
            attackers[a] = []
        for a in self.open:
            for b in targets[a]:
                if not labels[b]:
                    attackers[b].append(a)
        return sorted(reached(argument, attackers))

    def whole(self, accepted: Iterable[int]) -> list[int]:
        """What is settled as accepted, and *accepted* in ``graph``, by the numbers of the framework."""
        return sorted([*self.settled, *(self.open[a - 1] for a in accepted)])

    def extension(self, accepted: Sequence[int]) -> tuple[object, ...]:
        """The names of an extension of the framework; raises ``CertificateError`` where it is not one.

        That a preferred, semi-stable, stage or ideal extension is the largest is not looked at again.
        """
        names = self.framework.names(accepted)
        chosen = [a for a in accepted if not self.labelling.labels[a]]
        if not _HOLDS.get(self.semantics, is_complete)(self.framework.graph, self.open, chosen):
            raise CertificateError(f"not {self.semantics.name.lower()}: {names}")
        return names
