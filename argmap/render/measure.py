"""How wide a text is in Arial, where its lines break, and which way it runs.

The widths are those of Liberation Sans, which is metric-compatible with Arial and stands in for it where Arial is
missing, so a line measured here has its width in any browser. ``widths.json`` holds Latin, Greek and Cyrillic letters,
punctuation, currency signs, arrows and mathematical signs of that font. For other characters, ``fallback.json`` holds
the widest that Chromium showed each in common fallback fonts, regular or bold (``tools/widths.py`` measures them): with
those fonts such a line is no wider than counted, and commonly narrower, most so in Arabic, where letters join.

Lines break between grapheme clusters only (UAX #29, as :mod:`argmap.render.clusters` tailors it), at the places that
UAX #14 allows, as far as :func:`wrap` describes.
"""

from __future__ import annotations

import json
import re
import unicodedata
from bisect import bisect_right
from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import accumulate, pairwise
from math import ceil
from operator import sub
from pathlib import Path
from typing import Any, Literal

from argmap.render.clusters import clusters

Face = Literal["regular", "bold", "italic"]
Direction = Literal["ltr", "rtl"]

WIDE = 1.0
"""The width in em of an ideograph, a Hangul syllable, a fullwidth letter: those that no font is known to exceed."""

EMOJI = 1.4
"""The width in em of an emoji, whatever it is made of: 1.37 in Segoe UI Emoji, 1.25 in Noto Color Emoji."""

PART = 0.45
"""The least width in em of each visible character of an emoji: those that a font cannot join are shown side by side."""

BOX = 0.37
"""The least width in em of a character, or a mark: that of the box which Liberation Sans 1 shows where no font has it.

In Arial and in Liberation Sans 2 the box is twice as wide. No room is kept for it: a third of each line in Hebrew, Thai
or Hindi would stay empty for all who have a font for it, and boxes cannot be read in any case.
"""

OTHER = 1.3
"""The width in em of any other character that the table does not hold."""

_UNITS = 2048  # to the em: widths are counted in whole ones
_NEAR = 1e-6  # px that a line may be too wide by, since rooms are made of rounded numbers
_MOST_BALANCED = 40  # lines; a longer text is filled line by line

# Alternatives and not one class of characters, which takes five times as long to compile.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f]|[\ud800-\udfff]|[\ufffe\uffff]")
_SPACE = re.compile("(?:[ \t\n\r\f\v\x85]|[\u2028\u2029])+")  # not the no-break spaces
_EMBEDDING = re.compile("[\u202a-\u202e]")
_ISOLATING = re.compile("[\u2066-\u2069]")
_DASHES = re.compile(r"[\-–—/](?<=[^\W\d].)(?=[^\W\d])")  # between letters

_OPENING = frozenset("￥￡￦＄№\u00a0\u2007\u200d\u202f\u2060\ufeff")  # with Ps and Pi: no line ends with these
_CLOSING = frozenset(  # with Pe and Pf: no line begins with these
    "!%,-./:;?·…‥‐‑–‰℃℉‼⁇⁈⁉、。，．：；？！％・･｡､ー～〜〰゠々〻ゝゞヽヾﾞﾟｰ"
    "ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿｧｨｩｪｫｬｭｮｯ\u3000"
    "\u00a0\u2007\u200b\u200d\u202f\u2060\ufeff"
)
_QUOTES = frozenset("\"'")  # neither, as it is not known whether they open or close
# Compiled when first needed, as most pictures are in Latin letters. Not one class of characters: see above.
_INVISIBLE = (
    "[\xad\u034f\u061c]|[\u180b-\u180f]|[\u200b-\u200f]|[\u202a-\u202e]|[\u2060-\u206f]|[\ufe00-\ufe0f\ufeff]"
    "|[\U000e0000-\U000e0fff]"
)
# Thai, Lao, Burmese, Khmer, Tai Tham and their like.
_UNSPACED = "[\u0e00-\u0eff]|[\u1000-\u109f]|[\u1780-\u17ff]|[\u1950-\u19df]|[\u1a20-\u1aaf]|[\uaa60-\uaadf]"


def clean(text: str) -> str:
    """*text* on one line, fit to stand beside other text.

    A character that XML 1.0 forbids (controls, lone surrogates) becomes U+FFFD. Of the controls of UAX #9, embeddings
    and overrides (U+202A to U+202E) are dropped, and so is an isolate (U+2066 to U+2069) without its partner: a text
    that opened one would reorder what is set beside it, and an override shows letters in another order than they have.
    Isolates in pairs stay, and so do the marks U+200E, U+200F and U+061C, which act as a letter would.
    """
    if text.isprintable() and "  " not in text:
        return text.strip(" ")
    text = _SPACE.sub(" ", _paired(_EMBEDDING.sub("", text))).strip(" ")
    return _FORBIDDEN.sub("\ufffd", text)


def _paired(text: str) -> str:
    """*text* without the isolates that are not closed and the ends of none."""
    waiting: list[int] = []
    lost: set[int] = set()
    for found in _ISOLATING.finditer(text):
        if found[0] != "\u2069":
            waiting.append(found.start())
        elif waiting:
            waiting.pop()
        else:
            lost.add(found.start())
    lost.update(waiting)
    return "".join([char for at, char in enumerate(text) if at not in lost]) if lost else text


def direction(text: str) -> Direction:
    """Which way *text* runs: as its first strong character outside of isolates (UAX #9, P2 and P3), else rightwards."""
    depth = 0
    for char in () if text.isascii() else text:
        kind = unicodedata.bidirectional(char)
        if kind in ("LRI", "RLI", "FSI"):
            depth += 1
        elif kind == "PDI":
            depth = max(depth - 1, 0)
        elif depth == 0 and kind in ("L", "R", "AL"):
            return "ltr" if kind == "L" else "rtl"
    return "ltr"


@cache
def _table(face: Face) -> dict[str, int]:
    """The characters of the font, each of which is a cluster of its own: their widths in 1/2048 em."""
    return _runs(_read("widths.json")["styles"][face])


@cache
def _fallback() -> dict[str, int]:
    """The characters of other fonts: their widths in 1/100 em."""
    return _runs(_read("fallback.json")["runs"])


@cache
def _read(name: str) -> dict[str, Any]:
    data: dict[str, Any] = json.loads(Path(__file__).with_name(name).read_text(encoding="utf-8"))
    return data


def _runs(runs: list[tuple[int, list[int]]]) -> dict[str, int]:
    return {chr(first + at): width for first, widths in runs for at, width in enumerate(widths)}


def width(text: str, size: float, face: Face = "regular", spacing: float = 0) -> float:
    """The width in px of one line.

    Args:
        text: The line.
        size: The font size in px.
        face: Which style of the font.
        spacing: Extra space in px after each character.
    """
    return size * _measured(text, face)[1][-1] / _UNITS + spacing * len(text)


def _measured(text: str, face: Face) -> tuple[Sequence[str], list[int]]:
    """The clusters of *text*, and the width in 1/2048 em of what is before each of them, and of all."""
    table = _table(face)
    try:
        return text, list(accumulate(map(table.__getitem__, text), initial=0))
    except KeyError:
        parts = clusters(text)
        return parts, list(accumulate([table.get(part) or _cluster_width(part, face) for part in parts], initial=0))


@lru_cache(maxsize=4096)
def _cluster_width(cluster: str, face: Face) -> int:
    first = cluster[0]
    if (
        "\ufe0f" in cluster
        or "\U0001f000" <= first <= "\U0001faff"
        or ("\u2000" <= first < "\u2e80" and _is_wide(first))
    ):
        shown = sum(unicodedata.category(char) not in ("Mn", "Cf") for char in cluster)
        return ceil(max(EMOJI, PART * shown) * _UNITS)
    table = _table(face)
    composed = unicodedata.normalize("NFC", cluster)
    widths = [table[char] if char in table else _elsewhere(char) for char in composed]
    if first in table:
        letter = widths[0] * 13 // 10 if composed[1:] else widths[0]  # the font that has the mark sets the letter too
        return letter + sum(widths[1:])
    boxes = sum(re.match(_INVISIBLE, char) is None for char in composed)
    return max(sum(widths), ceil(boxes * BOX * _UNITS))


def _elsewhere(char: str) -> int:
    """The width in 1/2048 em of a character that the font lacks."""
    measured = _fallback().get(char)
    if measured is not None:
        return ceil(measured * _UNITS / 100)
    if re.match(_INVISIBLE, char):
        return 0
    marks = unicodedata.category(char) in ("Mn", "Me", "Cf")
    return ceil((BOX if marks else WIDE if _is_wide(char) else OTHER) * _UNITS)


def _is_wide(char: str) -> bool:
    return unicodedata.east_asian_width(char) in ("W", "F")


def _units(parts: Sequence[str]) -> tuple[list[int], list[int]]:
    """Where each stretch that stays whole starts and ends among *parts*; a space or nothing is between two."""
    starts: list[int] = []
    ends: list[int] = []
    if isinstance(parts, str):
        words = parts.split(" ") if parts else []
        ends = [end + gaps for gaps, end in enumerate(accumulate(map(len, words)))]
        starts = [0, *[end + 1 for end in ends[:-1]]] if ends else []
        cuts = [found.end() for found in _DASHES.finditer(parts)]
        return (sorted(starts + cuts), sorted(ends + cuts)) if cuts else (starts, ends)
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


def wrap(
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
    parts, sums = _measured(text, face)
    scale = _UNITS / size
    limit = int((room + _NEAR) * scale)
    if sums[-1] <= limit:
        return [text] if text else []
    starts, ends = _units(parts)
    lefts, rights = [sums[at] for at in starts], [sums[at] for at in ends]
    widest = max(map(sub, rights, lefts), default=0)
    if widest > limit:
        cuts = _cuts(parts, sums, starts, ends, limit)
        starts, ends = sorted(starts + cuts), sorted(ends + cuts)
        lefts, rights = [sums[at] for at in starts], [sums[at] for at in ends]
        widest = max(map(sub, rights, lefts))
    lines = _fill(lefts, rights, limit)
    last = []
    if most is not None and len(lines) > max(most, 1):
        lines = lines[: max(most, 1)]
        last = [_cut(parts, sums, starts[lines[-1]], limit, face)]
    elif balance and widest <= limit and 1 < len(lines) <= _MOST_BALANCED:
        lines = _balanced(lefts, rights, len(lines), widest, _table(face)[" "])
    edges = pairwise(lines if last else [*lines, len(starts)])
    broken = [parts[starts[a] : ends[b - 1]] for a, b in edges] + last
    return broken if isinstance(parts, str) else list(map("".join, broken))


def _cuts(parts: Sequence[str], sums: list[int], starts: list[int], ends: list[int], limit: float) -> list[int]:
    """Where to break the units that are too wide."""
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


def _fill(lefts: list[int], rights: list[int], limit: int) -> list[int]:
    """The unit that each line begins with, if each takes as many as fit."""
    lines: list[int] = []
    at, count = 0, len(lefts)
    while at < count:
        lines.append(at)
        at = bisect_right(rights, lefts[at] + limit, at + 1)
    return lines


def _balanced(lefts: list[int], rights: list[int], most: int, widest: int, space: int) -> list[int]:
    """At most *most* lines, in the narrowest room that they fit: at least as wide as the *widest* unit.

    Where a room is too narrow, the next one to try is that in which one of its lines can take one unit more.
    """
    even = (rights[-1] - lefts[0] - (most - 1) * space) // most  # if all lines were equally long
    room, count = max(widest, even), len(lefts)
    while True:
        lines: list[int] = []
        at, wider = 0, rights[-1]
        while at < count and len(lines) < most:
            start = lefts[at]
            lines.append(at)
            at = bisect_right(rights, start + room, at + 1)
            if at < count and rights[at] - start < wider:
                wider = rights[at] - start
        if at == count:
            return lines
        room = wider


def shorten(text: str, size: float, room: float, face: Face = "regular") -> str:
    """*text* on one line, cut with an ellipsis where it is wider than *room* px."""
    text = clean(text)
    parts, sums = _measured(text, face)
    fits = size * sums[-1] / _UNITS <= room
    return text if fits else _cut(parts, sums, 0, room * _UNITS / size, face)


def _cut(parts: Sequence[str], sums: list[int], start: int, limit: float, face: Face) -> str:
    """What fits of the clusters from *start* on, with an ellipsis."""
    end = bisect_right(sums, sums[start] + limit - _table(face)["…"]) - 1
    while end > start and parts[end - 1].isspace():
        end -= 1
    return "".join(parts[start : max(start, end)]) + "…"
