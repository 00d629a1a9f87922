"""The solver answers, and stops when it is told."""

from __future__ import annotations

import time
from itertools import combinations

import pytest

from argmap.logic.sat import Sat, UndecidedError


def pigeons(holes: int) -> list[list[int]]:
    """One pigeon more than holes, each in a hole, no two in one."""
    sits = [[pigeon * holes + hole + 1 for hole in range(holes)] for pigeon in range(holes + 1)]
    return sits + [[-a, -b] for hole in zip(*sits, strict=True) for a, b in combinations(hole, 2)]


def test_a_solver_is_asked_again_and_again() -> None:
    with Sat([[1, 2], [-1, 3]]) as solver:
        assert solver.solve([1])
        assert {1, 3} <= set(solver.model())
        assert not solver.solve([2, 1, -3])
        assert sorted(solver.core()) == [-3, 1]
        assert solver.solve()
        solver.add([-2])
        solver.add([-1])
        assert not solver.solve()
        assert solver.core() == []


def test_what_was_not_answered_cannot_be_read() -> None:
    with Sat([[1]]) as solver:
        with pytest.raises(RuntimeError, match="no model"):
            solver.model()
        assert solver.solve()
        with pytest.raises(RuntimeError, match="no core"):
            solver.core()
        solver.add([2])
        with pytest.raises(RuntimeError, match="no model"):
            solver.model()


def test_preferred_literals_are_tried_first() -> None:
    with Sat([[1, 2, 3]]) as solver:
        for wanted in ([1, -2, 3], [-1, 2, -3]):
            solver.prefer(wanted)
            assert solver.solve()
            assert solver.model() == wanted


def test_small_pigeons_are_decided_and_large_ones_are_not_in_time() -> None:
    with Sat(pigeons(5)) as solver:
        assert not solver.solve()
    with Sat(pigeons(14), until=time.monotonic() + 0.1) as solver, pytest.raises(UndecidedError):
        solver.solve()
