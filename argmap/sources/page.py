"""An article's text as a browser searches it for a text fragment.

The search is that of https://wicg.github.io/scroll-to-text-fragment/ (section 3.5). What counts as the same letter is
what Chromium 156 was seen to take for the same: it compares by the primary weights of the Unicode collation (UTS #10),
so that case, accents, ligatures and typographic quotes do not matter, but dashes, guillemets and primes do. A few more
letters are the same here than there, and words end in a few more places, never the other way round: what stands first
here stands first in the browser.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from argmap.model import Anchor
from argmap.sources.text import SourceText
from argmap.text.normalise import normalise

MOST_CONTEXT = 12
"""How many words around a passage are quoted at most to single it out."""

_UNSEEN = {ord(mark): None for mark in "\u00ad\u200b\u2060\ufeff"}
_LIKE: dict[int, str] = {
    **dict.fromkeys(map(ord, "‘’‚‛׳"), "'"),
    **dict.fromkeys(map(ord, "“”„‟״"), '"'),
    **dict(zip(map(ord, "øđłðةœæ"), ("o", "d", "l", "d", "ه", "oe", "ae"), strict=True)),
    ord("\u0640"): "",  # the Arabic tatweel
    **{katakana: chr(katakana - 0x60) for katakana in range(0x30A1, 0x30F7)},
}
# Scripts whose words no spaces part.
_UNSPACED = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
)
# A word as UAX #29 has it: "Iraq’s", "U.S" and "1,000" are one each.
_WORD = re.compile(r"\w+(?:(?:(?<=[^\W\d_])[.'’‘·](?=[^\W\d_])|(?<=\d)[.,;'’](?=\d))\w+)*")
_TOKEN = re.compile(r"\S+")


class Page:
    """The *text* of an article, its paragraphs parted by blank lines, as the page that shows it has it.

    Attributes:
        shown: The text letter by letter as it was given, without what nobody sees; a line feed parts paragraphs, one
            space parts words.
    """

    def __init__(self, text: str) -> None:
        self._source = SourceText("", text)
        begins = {start for start, _ in self._source.paragraphs}
        # Where each token begins: in the normalised text, and in the text that is shown.
        self._normal: list[int] = []
        self._starts: list[int] = []
        parts: list[str] = []
        normal = shown = 0
        for match in _TOKEN.finditer(text):
            token = match[0].translate(_UNSEEN)
            length = len(normalise(token))
            if not length:
                continue
            self._normal.append(normal)
            self._starts.append(shown)
            parts += "\n" if normal in begins else " ", token
            normal += length + 1
            shown += len(token) + 1
        self.shown = "".join(parts[1:])
        self._folds = {ord(char): _fold(char) for char in set(self.shown)}
        self._folded = self.shown.translate(self._folds)
        # Where no spaces part words, a browser's dictionary may part them anywhere.
        self._edges = ("", "") if _UNSPACED.search(self._folded) else (r"(?<!\w)", r"(?!\w)")

    def quoted(self, anchor: Anchor) -> Anchor | None:
        """The first passage of *anchor* in the words of the page; None where it does not stand there.

        Each part lies within one paragraph and holds whole words; a passage over several paragraphs has a start and an
        end. As few words before and after it are added, up to ``MOST_CONTEXT``, as make a browser find this passage
        first; none are where none do.
        """
        found = self._source.occurrences(anchor)
        if not found:
            return None
        start, end = found[0]
        if anchor.end is None:
            first = last = self._whole(*self._span(start, end))
        else:
            first = self._whole(*self._span(start, start + len(normalise(anchor.start))))
            last = self._whole(*self._span(end - len(normalise(anchor.end)), end))
        passage = (first[0], last[1])
        ranged = anchor.end is not None or "\n" in self.shown[slice(*passage)]
        words = self.shown[slice(*first)].split("\n")[0].strip()
        plain = Anchor(start=words, end=self.shown[slice(*last)].split("\n")[-1].strip() if ranged else None)
        wanted = (self._fold_length(passage[0]), self._fold_length(passage[1]))
        return next((one for one in self._in_context(plain, *passage) if self._first(one) == wanted), plain)

    def _in_context(self, plain: Anchor, start: int, end: int) -> Iterator[Anchor]:
        """*plain*, then with one word of context, then with two, and so on."""
        yield plain
        before, after = self._before(start), self._after(end)
        for words in range(1, MOST_CONTEXT + 1):
            for suffix in range(words + 1):
                prefix = words - suffix
                if prefix < len(before) and suffix < len(after):
                    yield plain.model_copy(update={"prefix": before[prefix], "suffix": after[suffix]})

    def _before(self, start: int) -> list[str | None]:
        """What stands before *start* in its paragraph: no word of it, the last, the last two, and so on.

        A paragraph's first words have the end of the paragraph above before them.
        """
        above = start - 1 if start and self.shown[start - 1] == "\n" else start
        text = self.shown[self.shown.rfind("\n", 0, above) + 1 : above]
        spans = _with_words(text)[-MOST_CONTEXT:]
        return [None, *(text[span[0] :].rstrip() for span in reversed(spans))]

    def _after(self, end: int) -> list[str | None]:
        """What stands after *end* in its paragraph, or after the paragraph's end in the one below, likewise."""
        below = end + 1 if self.shown[end : end + 1] == "\n" else end
        stop = self.shown.find("\n", below)
        text = self.shown[below : len(self.shown) if stop < 0 else stop]
        return [None, *(text[: span[1]].lstrip() for span in _with_words(text)[:MOST_CONTEXT])]

    def _first(self, terms: Anchor) -> tuple[int, int] | None:
        """Where a browser finds *terms*: the offsets of the first match in the folded text."""
        start, end, prefix, suffix = (
            re.escape(term.translate(self._folds)) if term else None
            for term in (terms.start, terms.end, terms.prefix, terms.suffix)
        )
        opens, closes = self._edges
        before = rf"{opens}{prefix}\s*" if prefix else opens
        after = rf"(?=\s*{suffix}{closes})" if suffix else closes
        if end is None:
            match = re.search(rf"{before}(?P<passage>{start}){after}", self._folded)
            return match.span("passage") if match else None
        first = re.search(rf"{before}(?P<passage>{start}){closes}", self._folded)
        last = first and re.compile(rf"{opens}{end}{after}").search(self._folded, first.end())
        return (first.start("passage"), last.end()) if first and last else None

    def _span(self, start: int, end: int) -> tuple[int, int]:
        """Where the words at *start* to *end* of the normalised text are shown."""
        first = bisect_right(self._normal, start) - 1
        last = bisect_left(self._normal, end) - 1
        head, tail = self._token(first), self._token(last)
        within = start - self._normal[first], end - self._normal[last]
        # A letter may be normalised to several, and several to one.
        skipped = bisect_right(range(1, len(head)), within[0], key=lambda length: len(normalise(head[:length])))
        taken = bisect_left(range(len(tail)), within[1], key=lambda length: len(normalise(tail[:length])))
        while taken < len(tail) and unicodedata.combining(tail[taken]):
            taken += 1
        return self._starts[first] + skipped, self._starts[last] + taken

    def _token(self, number: int) -> str:
        following = self._starts[number + 1] - 1 if number + 1 < len(self._starts) else len(self.shown)
        return self.shown[self._starts[number] : following]

    def _whole(self, start: int, end: int) -> tuple[int, int]:
        """*start* and *end* moved outwards to where words end in every browser ("Iraq" in "Iraq’s" does not)."""
        first = bisect_right(self._starts, start) - 1
        last = bisect_left(self._starts, end) - 1
        for word in _WORD.finditer(self._token(first)):
            begin, stop = (self._starts[first] + offset for offset in word.span())
            if begin < start < stop:
                start = begin
        for word in _WORD.finditer(self._token(last)):
            begin, stop = (self._starts[last] + offset for offset in word.span())
            if begin < end < stop:
                end = stop
                break
        return start, end

    def _fold_length(self, offset: int) -> int:
        return len(self.shown[:offset].translate(self._folds))


def _with_words(text: str) -> list[tuple[int, int]]:
    """The places in *text* of the tokens that are not marks alone."""
    return [match.span() for match in _TOKEN.finditer(text) if any(map(str.isalnum, match[0]))]


def _fold(char: str) -> str:
    """*char* as browsers compare it: its base letters in lower case, and nothing for what is not compared."""
    if char in " \n":
        return char
    letters = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", char).casefold()).translate(_LIKE)
    return "".join(
        str(unicodedata.decimal(letter, letter))
        for letter in letters
        if not unicodedata.combining(letter) and unicodedata.category(letter) not in ("Cf", "Cc")
    )
