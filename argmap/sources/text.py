"""The text of an article, normalised once, and the questions that receipts ask of it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from hashlib import sha256

from argmap.model import Anchor
from argmap.sources.match import Place, passages, quoted
from argmap.text.normalise import normalise

WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
_BLANK_LINES = re.compile(r"\r?\n\s*\n|\r\s*\r|\s*\f\s*")

# Lower-case words that names and titles hold together ("Committee of the Whole").
_JOINING = frozenset(["a", "al", "and", "de", "el", "for", "in", "of", "on", "the", "to", "und", "von"])


class SourceText:
    """An article's text, known by the reference *key* of the article. Form feeds part its pages, if it has any."""

    def __init__(self, key: str, text: str) -> None:
        self.key = key
        self.text = normalise(text)
        self._raw = text
        self._found: dict[tuple[str | None, ...], list[Place]] = {}
        self._grams_of: dict[int, frozenset[tuple[str, ...]]] = {}

    def occurrences(self, anchor: Anchor) -> list[Place]:
        """Where the passage stands: start and end offsets in the normalised text, whole words, case kept."""
        words = (anchor.start, anchor.end, anchor.prefix, anchor.suffix)
        if words not in self._found:
            self._found[words] = passages(self.text, anchor, self.words_between)
        return [
            place
            for place in self._found[words]
            if anchor.paragraph is None or self.paragraph_at(place[0]) == anchor.paragraph
        ]

    @cached_property
    def sha256(self) -> str:
        """The SHA-256 of the normalised text, in hexadecimal digits."""
        return self.digest(0, len(self.text))

    def digest(self, start: int, end: int) -> str:
        """The SHA-256 of what stands between two offsets of the normalised text, in hexadecimal digits."""
        return sha256(self.text[start:end].encode("utf-8", "surrogatepass")).hexdigest()

    @cached_property
    def paragraphs(self) -> tuple[tuple[int, int], ...]:
        """The paragraphs, which blank lines and form feeds part: start and end offsets in the normalised text."""
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

    def page_at(self, offset: int) -> int | None:
        """The number, counted from 1, of the page that holds the offset; None where the text has no pages."""
        return bisect_right(self._pages, offset) if len(self._pages) > 1 else None

    @cached_property
    def _pages(self) -> list[int]:
        """Where each page begins."""
        starts, done = [0], 0
        for page in self._raw.split("\f")[:-1]:
            length = len(normalise(page))
            done += length + 1 if length else 0
            starts.append(done)
        return starts

    @cached_property
    def words(self) -> Sequence[Place]:
        """The words, without the marks around them: start and end offsets in the normalised text."""
        return [match.span() for match in WORD.finditer(self.text)]

    def words_between(self, start: int, end: int) -> int:
        """How many words begin between two offsets."""
        return self.words_before(end) - self.words_before(start)

    def words_before(self, offset: int) -> int:
        """How many words begin before the offset."""
        return bisect_left(self.words, offset, key=lambda word: word[0])

    def quoted(self, anchors: Iterable[Anchor], *, everywhere: bool = False) -> set[int]:
        """Which of the words, counted from 0, *anchors* spell out: where they first stand, or *everywhere*."""
        return {
            word
            for anchor in anchors
            for place in self.occurrences(anchor)[: None if everywhere else 1]
            for start, end in quoted(self.text, anchor, place)
            for word in range(self.words_before(start), self.words_before(end))
        }

    def copied(self, text: str, most: int) -> str | None:
        """The first run of words that *text* shares with the source and that holds more than *most* words.

        Capitalised names, and the small words within them, stand in the run and are not counted.
        """
        words = [match.group() for match in WORD.finditer(normalise(text))]
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
        found = {self.text[start:end] for start, end in self.alike(words)}
        return found.pop() if len(found) == 1 else None

    def alike(self, words: str) -> list[Place]:
        """Where *words* stand, whatever their case and the marks between them: start and end offsets."""
        wanted = [_letters(match.group()) for match in WORD.finditer(normalise(words))]
        starts = self._by_letters.get(wanted[0], ()) if wanted else ()
        return [
            (self.words[at][0], self.words[at + len(wanted) - 1][1])
            for at in starts
            if list(map(_letters, self.folded[at : at + len(wanted)])) == wanted
        ]

    @cached_property
    def _by_letters(self) -> Mapping[str, Sequence[int]]:
        """At which of the words each one stands, its apostrophes aside."""
        found: dict[str, list[int]] = {}
        for word, places in self.places.items():
            found.setdefault(_letters(word), []).extend(places)
        return {word: sorted(places) for word, places in found.items()}

    @cached_property
    def places(self) -> Mapping[str, Sequence[int]]:
        """At which of the words each word in lower case stands."""
        found: dict[str, list[int]] = {}
        for index, word in enumerate(self.folded):
            found.setdefault(word, []).append(index)
        return found

    @cached_property
    def folded(self) -> list[str]:
        """The words in lower case."""
        return [self.text[start:end].casefold() for start, end in self.words]

    def _grams(self, length: int) -> frozenset[tuple[str, ...]]:
        if length not in self._grams_of:
            words = self.folded
            self._grams_of[length] = frozenset(zip(*(words[i:] for i in range(length)), strict=False))
        return self._grams_of[length]


def _letters(word: str) -> str:
    return word.casefold().replace("'", "")


def _common(words: list[str], first: bool) -> int:
    """How many of *words* are no part of a name."""
    names = [word[0].isupper() or word[0].isdigit() for word in words]
    if first and names:
        names[0] = False
    joined = [
        name
        or (word in _JOINING and 0 < index < len(words) - 1 and names[index - 1] and any(names[index + 1 : index + 3]))
        for index, (word, name) in enumerate(zip(words, names, strict=True))
    ]
    return joined.count(False)
