"""'Did you mean': the nearest of a few known words."""

from __future__ import annotations

import difflib
from collections.abc import Iterable


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The one of *known* that *word* was most likely meant to be, or None where nothing is near."""
    matches = difflib.get_close_matches(word[:80], list(known), n=1, cutoff=0.6)
    return matches[0] if matches else None


def did_you_mean(word: str, known: Iterable[str]) -> str | None:
    """The help line that proposes the nearest of *known*, or None."""
    match = nearest(word, known)
    return f"did you mean '{match}'?" if match else None
