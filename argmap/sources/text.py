"""The text of an article, normalised once, and the questions that receipts ask of it."""

from __future__ import annotations

import re
from functools import cached_property

from argmap.model import Anchor
from argmap.text.normalise import normalise

_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
# Lower-case words that names and titles hold together ("Committee of the Whole").
_JOINING = frozenset(["a", "al", "and", "de", "el", "for", "in", "of", "on", "the", "to", "und", "von"])


class SourceText:
    """An article's text, known by the reference *key* of the article."""

    def __init__(self, key: str, text: str) -> None:
        self.key = key
        self.text = normalise(text)
        self._grams_of: dict[int, frozenset[tuple[str, ...]]] = {}

    def occurrences(self, anchor: Anchor) -> list[tuple[int, int]]:
        """Where the passage stands: start and end offsets in the normalised text, whole words, case kept.

        With an end, a passage runs from a start to the nearest end after it, as in a URL text fragment.
        """
        if not normalise(anchor.start):
            return []
        start = _pattern(anchor.start)
        before = rf"(?<={re.escape(normalise(anchor.prefix))} )" if anchor.prefix else ""
        after = rf"(?=\W*{_pattern(anchor.suffix)})" if anchor.suffix else ""
        if anchor.end is None:
            return [match.span() for match in re.finditer(before + start + after, self.text)]
        found = []
        for first in re.finditer(before + start, self.text):
            last = re.compile(_pattern(anchor.end) + after).search(self.text, first.end())
            if last:
                found.append((first.start(), last.end()))
        return found

    def copied(self, text: str, most: int) -> str | None:
        """The first run of words that *text* shares with the source and that holds more than *most* words.

        Capitalised names, and the small words within them, stand in the run and are not counted.
        """
        words = [match.group() for match in _WORD.finditer(normalise(text))]
        grams, folded = self._grams(most + 1), [word.casefold() for word in words]
        start = 0
        while start + most < len(words):
            if tuple(folded[start : start + most + 1]) not in grams:
                start += 1
                continue
            end = start + most + 1
            while end < len(words) and tuple(folded[end - most : end + 1]) in grams:
                end += 1
            # The first word of a sentence is capitalised whether it is a name or not, so it counts.
            if _common(words[start:end], first=start == 0) > most:
                return " ".join(words[start:end])
            start = end - most
        return None

    @cached_property
    def _words(self) -> list[str]:
        return [match.group().casefold() for match in _WORD.finditer(self.text)]

    def _grams(self, length: int) -> frozenset[tuple[str, ...]]:
        if length not in self._grams_of:
            words = self._words
            self._grams_of[length] = frozenset(zip(*(words[i:] for i in range(length)), strict=False))
        return self._grams_of[length]


def _pattern(words: str) -> str:
    return rf"(?<!\w){re.escape(normalise(words))}(?!\w)"


def _common(words: list[str], first: bool) -> int:
    """How many of *words* are no part of a name."""
    names = [word[0].isupper() or word[0].isdigit() for word in words]
    if first and names:
        names[0] = False
    joined = [
        name or (word in _JOINING and 0 < at < len(words) - 1 and names[at - 1] and any(names[at + 1 : at + 3]))
        for at, (word, name) in enumerate(zip(words, names, strict=True))
    ]
    return joined.count(False)
