"""Satisfiability by CaDiCaL (Biere, Fazekas, Fleury and Heisinger, SAT Competition 2020), through python-sat.

No other module uses the solver. It is imported with the first question, because most commands ask none.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Sequence
from typing import Self

from argmap.errors import ArgmapError

CONFLICTS = 2000
"""After how many conflicts the solver looks at the clock: some hundredths of a second."""


class CertificateError(ArgmapError, RuntimeError):
    """An answer did not pass the check of it: a fault of this program or of the solver, not of what was asked."""


class UndecidedError(ArgmapError):
    """The time that was given ran out before the answer was known."""


def in_time(until: float | None) -> None:
    """Raise ``UndecidedError`` where it is later than *until*, on the clock of ``time.monotonic``."""
    if until is not None and time.monotonic() >= until:
        raise UndecidedError


class Sat:
    """A set of clauses to which clauses are added, and which is asked again and again; close it, or use ``with``.

    A clause is a list of literals, variables are numbered from 1, and a negative number is a negated variable.
    """

    def __init__(self, clauses: Iterable[Sequence[int]] = (), *, until: float | None = None) -> None:
        """Take *clauses*; no answer is sought after *until*, as for :func:`in_time`."""
        from pysat.solvers import Cadical153

        self._solver = Cadical153(bootstrap_with=clauses)
        self._answer: bool | None = None  # to the last question, until something changes
        self._until = until

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Free the memory; the solver cannot be asked any more."""
        self._solver.delete()

    def add(self, clause: Sequence[int]) -> None:
        """Add a clause, for good."""
        self._answer = None
        self._solver.add_clause(clause)

    def prefer(self, literals: Sequence[int]) -> None:
        """Try these literals as they are given first, in all searches from now on."""
        self._solver.set_phases(literals)

    def solve(self, assumptions: Sequence[int] = ()) -> bool:
        """Whether all clauses can be true together with *assumptions*, which hold for this question only.

        Raises ``UndecidedError`` where the time ran out.
        """
        assumed = list(assumptions)
        self._answer = None
        # In slices, so that the clock is looked at in between.
        while True:
            in_time(self._until)
            self._solver.conf_budget(CONFLICTS)
            answer: bool | None = self._solver.solve_limited(assumed)
            if answer is not None:
                self._answer = answer
                return answer

    def model(self) -> list[int]:
        """Every variable as it is true or false in the answer; directly after a ``solve`` that gave True."""
        if self._answer is not True:
            raise RuntimeError("there is no model: the last answer was not yes")
        return self._solver.get_model() or []

    def core(self) -> list[int]:
        """Assumptions that cannot hold together, not always the fewest; directly after a ``solve`` that gave False."""
        if self._answer is not False:
            raise RuntimeError("there is no core: the last answer was not no")
        return self._solver.get_core() or []
