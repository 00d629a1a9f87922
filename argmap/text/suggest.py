"""'Did you mean': the nearest of a few known words."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable

# A slip changes a few letters; looking only at words that are as near as that keeps thousands of ids cheap.
_MOST_LENGTH_APART = 4
_MOST_LETTERS_APART = 4
_MOST_COMPARED = 40
_FEWEST_LETTERS = 4
_SEPARATORS = str.maketrans("", "", "-_ ")
_NO_FIGURE = re.compile(r"\D+")


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The one of *known* that *word* was most likely meant to be, or None where nothing is near."""
    word = word[:80]
    length, letters = len(word), set(word)
    near = [
        candidate
        for candidate in known
        if abs(len(candidate) - length) <= _MOST_LENGTH_APART
        and len(letters.symmetric_difference(candidate)) <= _MOST_LETTERS_APART
    ]
    if len(near) > _MOST_COMPARED:
        near.sort(
            key=lambda candidate: (candidate[:3] != word[:3], candidate[-3:] != word[-3:], abs(len(candidate) - length))
        )
    matches = difflib.get_close_matches(word, near[:_MOST_COMPARED], n=1, cutoff=0.6)
    return matches[0] if matches else None


def did_you_mean(word: str, known: Iterable[str]) -> str | None:
    """The help line that proposes the nearest of *known*, or None."""
    match = nearest(word, known)
    return f"did you mean '{match}'?" if match else None


def slip(word: str, known: Iterable[str]) -> str | None:
    """The one of *known* that *word* can only be a slip of the keyboard for, or None where that is not sure.

    A slip leaves a letter out, adds or changes one, or swaps two neighbours: four in five misspellings are one of them.
    Case, hyphens and underscores count for nothing, and figures must agree: `eliasson2014` is another work than
    `eliasson2015`. Short words, and those that are one slip from several known ones, are never sure.

    References:
        F. J. Damerau, "A technique for computer detection and correction of spelling errors", Communications of the ACM
        7 (1964), 171-176.
    """
    letters = _fold(word)
    if len(letters) < _FEWEST_LETTERS:
        return None
    long = (candidate for candidate in known if abs(len(candidate) - len(word)) <= _MOST_LENGTH_APART)
    near = [candidate for candidate in long if _one_slip(letters, _fold(candidate))]
    return near[0] if len(near) == 1 else None


def _fold(word: str) -> str:
    return word.lower().translate(_SEPARATORS)


def _one_slip(a: str, b: str) -> bool:
    """Whether *a* and *b* are equal or one slip apart, outside of their figures."""
    if abs(len(a) - len(b)) > 1 or _NO_FIGURE.sub("", a) != _NO_FIGURE.sub("", b):
        return False
    if len(a) > len(b):
        a, b = b, a
    head = next((index for index, (left, right) in enumerate(zip(a, b, strict=False)) if left != right), len(a))
    if len(a) < len(b):
        return a[head:] == b[head + 1 :]
    swapped = a[head : head + 2] == b[head : head + 2][::-1] and a[head + 2 :] == b[head + 2 :]
    return swapped or a[head + 1 :] == b[head + 1 :]
