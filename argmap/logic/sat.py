"""Satisfiability by CaDiCaL (Biere, Fazekas, Fleury and Heisinger, SAT Competition 2020), as python-sat brings it.

This module alone imports the solver, and of python-sat only the compiled part: the rest would take ten times as long
to import as a small question to answer.
"""

from __future__ import annotations

import time

from argmap.errors import ArgmapError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import Any, Self

REMEDY = "this takes the package python-sat: install it with 'pip install python-sat', or argmap with its extra 'logic'"
CONFLICTS = 2000
"""After how many conflicts the solver looks at the clock: some hundredths of a second."""


class SolverMissingError(ArgmapError):
    """The package python-sat is not installed; the text says how to mend it."""


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
        try:
            import pysolvers
        except ImportError as error:
            raise SolverMissingError(REMEDY) from error
        self._api: Any = pysolvers
        self._solver: Any = pysolvers.cadical153_new()
        self._assumed: list[int] = []
        self._answer: bool | None = None  # of the last question, until something changes
        self._until = until
        for clause in clauses:
            pysolvers.cadical153_add_cl(self._solver, clause)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Give the memory back; the solver cannot be asked any more."""
        if self._solver is not None:
            self._api.cadical153_del(self._solver, None)
            self._solver = None

    def add(self, clause: Sequence[int]) -> None:
        """Add a clause, for good."""
        self._answer = None
        self._api.cadical153_add_cl(self._solver, clause)

    def prefer(self, literals: Sequence[int]) -> None:
        """Try these literals as they are given first, in all searches from now on."""
        self._api.cadical153_set(self._solver, "lucky", 0)  # which would set all variables alike before the search
        self._api.cadical153_setphases(self._solver, literals)

    def solve(self, assumptions: Sequence[int] = ()) -> bool:
        """Whether all clauses can be true together with *assumptions*, which hold for this question only.

        Raises ``UndecidedError`` where the time ran out.
        """
        self._assumed = list(assumptions)
        self._answer = None
        # In slices, so that the clock and the keyboard's interrupt are looked at in between.
        while True:
            in_time(self._until)
            self._api.cadical153_cbudget(self._solver, CONFLICTS)
            answer = self._api.cadical153_solve_lim(self._solver, self._assumed, 0)
            if answer:
                self._answer = answer > 0
                return self._answer

    def model(self) -> list[int]:
        """Every variable as it is true or false in the answer; directly after a ``solve`` that gave True."""
        if self._answer is not True:  # the solver would end the process
            raise RuntimeError("there is no model: the last question was not answered with yes")
        return self._api.cadical153_model(self._solver) or []

    def core(self) -> list[int]:
        """Assumptions that cannot hold together, not always the fewest; directly after a ``solve`` that gave False."""
        if self._answer is not False:
            raise RuntimeError("there is no core: the last question was not answered with no")
        return self._api.cadical153_core(self._solver, self._assumed) or []
