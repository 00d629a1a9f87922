"""How much of a random run is done: a sample of its seeds always, the whole of it with ``pytest -m deep``."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager

import pytest


def seeds(sample: int, whole: int, batch: int) -> list[object]:
    """Ranges of seeds, to parametrize a test with: the first *sample*, and marked as deep the *whole*, by *batch*."""
    batches = [range(first, min(first + batch, whole)) for first in range(0, whole, batch)]
    return [
        pytest.param(range(sample), id=f"sample of {sample}"),
        *(pytest.param(each, id=f"{each.start} to {each.stop}", marks=pytest.mark.deep) for each in batches),
    ]


def counts(sample: int, whole: int) -> list[object]:
    """How often to draw, to parametrize a test with: *sample* times, and marked as deep *whole* times."""
    return [sample, pytest.param(whole, marks=pytest.mark.deep)]


@contextmanager
def at_most(seconds: float) -> Iterator[None]:
    """Fails where what is done within takes more processor time: a square where there should be a line does."""
    begin = time.process_time()
    yield
    took = time.process_time() - begin
    assert took < seconds, f"took {took:.2f} s of processor time, where at most {seconds:g} s were to be taken"
