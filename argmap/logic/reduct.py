"""What the grounded extension leaves open, which is all that a solver is asked about."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from argmap.logic.certificate import CertificateError, is_complete, is_conflict_free, is_stable
from argmap.logic.grounded import IN, OUT, UNDECIDED, grounded
from argmap.logic.semantics import Semantics

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from argmap.logic.framework import Framework
    from argmap.logic.graph import Graph

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
        self.labels = bytearray(graph.size + 1) if semantics is Semantics.STAGE else grounded(graph)
        self.open = [a for a, label in enumerate(self.labels) if label == UNDECIDED][1:]  # number 0 is no argument

    @cached_property
    def graph(self) -> Graph:
        """The arguments that are open, and the attacks between them; number i is ``open[i - 1]``."""
        return self.framework.graph.part(self.open)

    @cached_property
    def settled(self) -> list[int]:
        """The accepted among the arguments that are settled."""
        return [a for a, label in enumerate(self.labels) if label == IN]

    def is_in(self, argument: int) -> bool:
        """Whether an argument is settled as accepted."""
        return self.labels[argument] == IN

    def is_out(self, argument: int) -> bool:
        """Whether an argument is settled as attacked by what is accepted."""
        return self.labels[argument] == OUT

    def place(self, argument: int) -> int:
        """The number in the rest of an argument that is open."""
        from bisect import bisect_left

        return bisect_left(self.open, argument) + 1

    def extension(self, accepted: Sequence[int]) -> tuple[object, ...]:
        """The extension of the framework that is *accepted* in the rest; raises ``CertificateError`` if it is none.

        That a preferred, semi-stable, stage or ideal extension is the largest is not looked at again.
        """
        if not _HOLDS.get(self.semantics, is_complete)(self.graph, accepted):
            raise CertificateError(f"not {self.semantics.name.lower()}: {self.names(accepted)}")
        return self.names(accepted)

    def names(self, accepted: Iterable[int]) -> tuple[object, ...]:
        """What is settled as accepted, and *accepted* in the rest, by their names."""
        found = [*self.settled, *(self.open[a - 1] for a in accepted)]
        return self.framework.names(sorted(found))
