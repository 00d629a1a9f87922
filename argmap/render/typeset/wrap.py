"""Where the lines of a text break.

Lines break between grapheme clusters only (UAX #29, as :mod:`argmap.render.typeset.clusters` tailors it), at the places
that UAX #14 allows, as far as :func:`wrap` describes.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import pairwise
from operator import sub
from typing import NamedTuple

from argmap.render.typeset.measure import UNITS, Face, advances, clean, measure, shorten

_NEAR = 1e-6  # px that a line may be too wide by, since rooms are made of rounded numbers
_MOST_BALANCED = 40  # lines; a longer text is filled line by line
_MOST_WORDS, _LONG_WORD = 1 << 14, 40  # words that are kept, and the letters of the longest of them
_ENDLESS = 1 << 60

_DASHES = re.compile(r"[\-–—/](?<=[^\W\d].)(?=[^\W\d])")  # between letters
_OPENING = frozenset("￥￡￦＄№\u00a0\u2007\u200d\u202f\u2060\ufeff")  # with Ps and Pi: no line ends with these
_CLOSING = frozenset(  # with Pe and Pf: no line begins with these
    "!%,-./:;?·…‥‐‑–‰℃℉‼⁇⁈⁉、。，．：；？！％・･｡､ー～〜〰゠々〻ゝゞヽヾﾞﾟｰ"
    "ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿｧｨｩｪｫｬｭｮｯ\u3000"
    "\u00a0\u2007\u200b\u200d\u202f\u2060\ufeff"
)
_QUOTES = frozenset("\"'")  # neither, as it is not known whether they open or close
# Thai, Lao, Burmese, Khmer, Tai Tham and their like. Compiled when first needed, as most pictures are in Latin letters;
# not one class of characters, which takes five times as long to compile.
_UNSPACED = "[\u0e00-\u0eff]|[\u1000-\u109f]|[\u1780-\u17ff]|[\u1950-\u19df]|[\u1a20-\u1aaf]|[\uaa60-\uaadf]"


def wrap_text(
    text: str, size: float, room: float, face: Face = "regular", *, balance: bool = True, most: int | None = None
) -> list[str]:
    """Breaks *text* into lines no wider than *room* px.

    Lines break at spaces; after hyphens, dashes and slashes between letters; on either side of ideographs, kana, Hangul
    and emoji, except that none begins with a closing mark or small kana and none ends with an opening mark (kinsoku;
    UAX #14, LB 13 to 22); after zero width and other wide spaces. Where words are written without spaces (Thai, Lao,
    Burmese, Khmer), and in a word that is wider than the room, they break between any two clusters, but only if they
    must: words would need a dictionary.

    Args:
        text: What to break; it is cleaned first.
        size: The font size in px.
        room: The width of a line in px; only a line that is a single cluster is ever wider.
        face: Which style of the font.
        balance: Make the lines about equally long, without needing more of them.
        most: How many lines there may be; the last ends with an ellipsis where the text needs more.

    Returns:
        The lines; none for a text without visible characters.
    """
    text = clean(text)
    limit = int((room + _NEAR) * UNITS / size)
    units = _words(text, face, limit) or _stretches(text, face, limit)
    if not units.rights or units.rights[-1] <= limit:
        return [text] if units.rights else []
    lines = _fill(units, limit)
    last = []
    if most is not None and len(lines) > max(most, 1):
        lines = lines[: max(most, 1)]
        last = [shorten(units.between.join(units.texts[lines[-1] :]), size, room, face)]
    elif balance and 1 < len(lines) <= _MOST_BALANCED:
        lines = _balanced(units, lines, limit, advances(face)[" "])
    edges = pairwise(lines if last else [*lines, len(units.texts)])
    return [units.between.join(units.texts[a:b]).rstrip(" ") for a, b in edges] + last


class _Units(NamedTuple):
    """What of a text stays whole: the stretches, what stands *between* two of a line, and where each starts and ends.

    Places are in 1/2048 em from the start of the text.
    """

    texts: Sequence[str]
    between: str
    lefts: list[int]
    rights: list[int]


def _words(text: str, face: Face, limit: int) -> _Units | None:
    """The words of a text that breaks at its spaces and nowhere else; None for any other."""
    words = text.split(" ")
    widths = list(map(_word_widths(face).__getitem__, words))
    if max(widths) > limit:
        return None
    space = advances(face)[" "]
    lefts: list[int] = []
    rights: list[int] = []
    left = 0
    for wide in widths:
        lefts.append(left)
        rights.append(left + wide)
        left += wide + space
    return _Units(words, " ", lefts, rights)


class _WordWidths(dict[str, int]):
    """The widths of words in 1/2048 em, kept, for those of a map are few.

    A word of which the font lacks a letter, or in which a line may break, is wider than any line.
    """

    def __init__(self, face: Face) -> None:
        self._table = advances(face)

    def __missing__(self, word: str) -> int:
        whole = word and not _DASHES.search(word) and self._table.keys() >= set(word)
        width = sum(map(self._table.__getitem__, word)) if whole else _ENDLESS
        if len(self) < _MOST_WORDS and len(word) <= _LONG_WORD:
            self[word] = width
        return width


_word_widths = cache(_WordWidths)


def _stretches(text: str, face: Face, limit: int) -> _Units:
    """What of any text stays whole, each with the space behind it; what is too wide is broken."""
    parts, sums = measure(text, face)
    if text and sums[-1] <= limit:
        return _Units([text], "", [0], [sums[-1]])
    starts, ends = _whole(parts)
    cuts = _cuts(parts, sums, starts, ends, limit)
    starts, ends = sorted(starts + cuts), sorted(ends + cuts)
    texts = ["".join(parts[start:next]) for start, next in pairwise([*starts, len(parts)])]
    return _Units(texts, "", [sums[at] for at in starts], [sums[at] for at in ends])


def _whole(parts: Sequence[str]) -> tuple[list[int], list[int]]:
    """Where each stretch that stays whole starts and ends among *parts*; a space or nothing is between two."""
    starts: list[int] = []
    ends: list[int] = []
    breaks = {found.end() for found in _DASHES.finditer("".join(parts))}
    at, before = 0, " "
    may_end = around = False  # after the part before
    for place, part in enumerate(parts):
        begins, ends_well, loose = _manners(part[0])
        if part == " ":
            if before != " ":
                ends.append(place)
        elif before == " ":
            starts.append(place)
        elif at in breaks or (may_end and begins and (around or loose)):
            ends.append(place)
            starts.append(place)
        may_end, around = ends_well and part[-1] != "\u200d", loose
        at, before = at + len(part), part
    if before != " ":
        ends.append(len(parts))
    return starts, ends


@lru_cache(maxsize=1 << 14)
def _manners(char: str) -> tuple[bool, bool, bool]:
    """Whether a character may begin a line, whether it may end one, and whether one may break beside it."""
    category = unicodedata.category(char)
    return (
        char not in _CLOSING and char not in _QUOTES and category not in ("Pe", "Pf"),
        char not in _OPENING and char not in _QUOTES and category not in ("Ps", "Pi"),
        unicodedata.east_asian_width(char) in ("W", "F", "H") or "\U0001f000" <= char <= "\U0001faff",
    )


def _cuts(parts: Sequence[str], sums: list[int], starts: list[int], ends: list[int], limit: int) -> list[int]:
    """Where to break the stretches that are too wide."""
    cuts: list[int] = []
    for start, end in zip(starts, ends, strict=True):
        if sums[end] - sums[start] <= limit:
            continue
        if not isinstance(parts, str) and re.search(_UNSPACED, "".join(parts[start:end])):
            cuts += range(start + 1, end)
            continue
        at = start
        while (at := max(bisect_right(sums, sums[at] + limit, at + 1, end + 1) - 1, at + 1)) < end:
            cuts.append(at)
    return cuts


def _fill(units: _Units, limit: int) -> list[int]:
    """The unit that each line begins with, if each takes as many as fit."""
    _, _, lefts, rights = units
    lines: list[int] = []
    index, count = 0, len(lefts)
    while index < count:
        lines.append(index)
        index = bisect_right(rights, lefts[index] + limit, index + 1)
    return lines


def _balanced(units: _Units, lines: list[int], limit: int, space: int) -> list[int]:
    """No more than the *lines* that a room of *limit* takes, in the narrowest room that they fit.

    Where a room is too narrow, the next one to try is that in which one of its lines can take one unit more.
    """
    _, _, lefts, rights = units
    most = len(lines)
    even = (rights[-1] - (most - 1) * space) // most  # if all lines were equally long
    room, count = max(even, *map(sub, rights, lefts)), len(lefts)
    if room > limit:
        return lines  # a cluster is wider than the room
    while True:
        lines = []
        index, wider = 0, rights[-1]
        while index < count and len(lines) < most:
            start = lefts[index]
            lines.append(index)
            index = bisect_right(rights, start + room, index + 1)
            if index < count and rights[index] - start < wider:
                wider = rights[index] - start
        if index == count:
            return lines
        room = wider
