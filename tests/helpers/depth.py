"""How much of a random run is done: a sample of its seeds always, the whole of it with ``pytest -m deep``."""

from __future__ import annotations

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
