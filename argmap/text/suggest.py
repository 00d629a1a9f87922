"""'Did you mean': the nearest of a few known words."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

# A slip changes a few letters; looking only at words that are as near as that keeps thousands of ids cheap.
_MOST_LENGTH_APART = 4
_MOST_LETTERS_APART = 4
_MOST_COMPARED = 100


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The one of *known* that *word* was most likely meant to be, or None where nothing is near."""
    word = word[:80]
    length, letters = len(word), set(word)
    near = [
        each
        for each in known
        if abs(len(each) - length) <= _MOST_LENGTH_APART
        and len(letters.symmetric_difference(each)) <= _MOST_LETTERS_APART
    ]
    if len(near) > _MOST_COMPARED:
        near.sort(key=lambda each: (each[:3] != word[:3], each[-3:] != word[-3:], abs(len(each) - length)))
    matches = difflib.get_close_matches(word, near[:_MOST_COMPARED], n=1, cutoff=0.6)
    return matches[0] if matches else None


def did_you_mean(word: str, known: Iterable[str]) -> str | None:
    """The help line that proposes the nearest of *known*, or None."""
    match = nearest(word, known)
    return f"did you mean '{match}'?" if match else None
