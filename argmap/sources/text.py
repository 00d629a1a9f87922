"""The text of an article, normalised once, and the questions that receipts ask of it."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property

from argmap.model import Anchor
from argmap.text.normalise import normalise

_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
_BLANK_LINES = re.compile(r"\r?\n\s*\n|\r\s*\r")
# Lower-case words that names and titles hold together ("Committee of the Whole").
_JOINING = frozenset(["a", "al", "and", "de", "el", "for", "in", "of", "on", "the", "to", "und", "von"])


class SourceText:
    """An article's text, known by the reference *key* of the article."""

    def __init__(self, key: str, text: str) -> None:
        self.key = key
        self.text = normalise(text)
        self._raw = text
        self._grams_of: dict[int, frozenset[tuple[str, ...]]] = {}

    def occurrences(self, anchor: Anchor) -> list[tuple[int, int]]:
        """Where the passage stands: start and end offsets in the normalised text, whole words, case kept.

        With an end, a passage runs from a start to the nearest end after it, as in a URL text fragment.
        """
        if not normalise(anchor.start):
            return []
        before = rf"{_pattern(anchor.prefix)}\W+" if anchor.prefix else ""
        start = rf"{before}(?P<passage>{_pattern(anchor.start)})"
        after = rf"(?=\W*{_pattern(anchor.suffix)})" if anchor.suffix else ""
        if anchor.end is None:
            return [match.span("passage") for match in re.finditer(start + after, self.text)]
        found = []
        for first in re.finditer(start, self.text):
            last = re.compile(_pattern(anchor.end) + after).search(self.text, first.end())
            if last:
                found.append((first.start("passage"), last.end()))
        return found

    @cached_property
    def paragraphs(self) -> tuple[tuple[int, int], ...]:
        """The paragraphs, which blank lines part: start and end offsets in the normalised text."""
        found, start = [], 0
        for block in _BLANK_LINES.split(self._raw):
            length = len(normalise(block))
            if length:
                found.append((start, start + length))
                start += length + 1  # a space parts them in the normalised text
        return tuple(found)

    def paragraph_at(self, offset: int) -> int:
        """The number, counted from 1, of the paragraph that holds the offset in the normalised text."""
        return bisect_right(self.paragraphs, offset, key=lambda paragraph: paragraph[0])

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

    def wording(self, words: str) -> str | None:
        """How the source itself writes *words*, whose case, quotes, dashes and other marks may differ from it.

        None where the words do not stand there, or stand there in more than one way.
        """
        wanted = [_letters(match.group()) for match in _WORD.finditer(normalise(words))]
        if not wanted:
            return None
        found = [
            self.text[self._spans[at][0] : self._spans[at + len(wanted) - 1][1]]
            for at, word in enumerate(self._words)
            if _letters(word) == wanted[0] and list(map(_letters, self._words[at : at + len(wanted)])) == wanted
        ]
        return found[0] if len(set(found)) == 1 else None

    @cached_property
    def _spans(self) -> list[tuple[int, int]]:
        return [match.span() for match in _WORD.finditer(self.text)]

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


def _letters(word: str) -> str:
    return word.casefold().replace("'", "")


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
