"""How wide a text is in Arial, and which way it runs.

The widths are those of Liberation Sans, which is metric-compatible with Arial and stands in for it where Arial is
missing, so a line measured here has its width in any browser. ``widths.json`` holds Latin, Greek and Cyrillic letters,
punctuation, currency signs, arrows and mathematical signs of that font. For other characters, ``fallback.json`` holds
the widest that Chromium showed each in common fallback fonts, regular or bold (``tools/widths.py`` measures them): with
those fonts such a line is no wider than counted, and commonly narrower, most so in Arabic, where letters join.
"""

from __future__ import annotations

import json
import re
import unicodedata
from bisect import bisect_right
from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import accumulate
from math import ceil
from pathlib import Path
from typing import Any, Literal

from argmap.render.typeset.clusters import clusters

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

UNITS = 2048
"""To the em: widths are counted in whole ones."""

# Alternatives and not one class of characters, which takes five times as long to compile.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f]|[\ud800-\udfff]|[\ufffe\uffff]")
_SPACE = re.compile("(?:[ \t\n\r\f\v\x85]|[\u2028\u2029])+")  # not the no-break spaces
_EMBEDDING = re.compile("[\u202a-\u202e]")
_ISOLATING = re.compile("[\u2066-\u2069]")
# Compiled when first needed, as most pictures are in Latin letters. Not one class of characters: see above.
_INVISIBLE = (
    "[\xad\u034f\u061c]|[\u180b-\u180f]|[\u200b-\u200f]|[\u202a-\u202e]|[\u2060-\u206f]|[\ufe00-\ufe0f\ufeff]"
    "|[\U000e0000-\U000e0fff]"
)


def clean(text: str) -> str:
    """*text* on one line, fit to stand beside other text.

    A character that XML 1.0 forbids (controls, lone surrogates) becomes U+FFFD. Of the controls of UAX #9, embeddings
    and overrides (U+202A to U+202E) are dropped, and so is an isolate (U+2066 to U+2069) without its partner: a text
    that opened one would reorder what is set beside it, and an override shows letters in another order than they have.
    Isolates in pairs stay, and so do the marks U+200E, U+200F and U+061C, which act as a letter would.
    """
    if (text.isprintable() or text.replace("\u00a0", "").isprintable()) and "  " not in text:
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
    return "".join([char for index, char in enumerate(text) if index not in lost]) if lost else text


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
def advances(face: Face) -> dict[str, int]:
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
    return {chr(first + index): width for first, widths in runs for index, width in enumerate(widths)}


def width(text: str, size: float, face: Face = "regular", spacing: float = 0) -> float:
    """The width in px of one line.

    Args:
        text: The line.
        size: The font size in px.
        face: Which style of the font.
        spacing: Extra space in px after each character.
    """
    return size * measure(text, face)[1][-1] / UNITS + spacing * len(text)


def measure(text: str, face: Face) -> tuple[Sequence[str], list[int]]:
    """The clusters of *text*, and the width in 1/2048 em of what is before each of them, and of all."""
    table = advances(face)
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
        return ceil(max(EMOJI, PART * shown) * UNITS)
    table = advances(face)
    composed = unicodedata.normalize("NFC", cluster)
    widths = [table[char] if char in table else _elsewhere(char) for char in composed]
    if first in table:
        letter = widths[0] * 13 // 10 if composed[1:] else widths[0]  # the font that has the mark sets the letter too
        return letter + sum(widths[1:])
    boxes = sum(re.match(_INVISIBLE, char) is None for char in composed)
    return max(sum(widths), ceil(boxes * BOX * UNITS))


def _elsewhere(char: str) -> int:
    """The width in 1/2048 em of a character that the font lacks."""
    measured = _fallback().get(char)
    if measured is not None:
        return ceil(measured * UNITS / 100)
    if re.match(_INVISIBLE, char):
        return 0
    marks = unicodedata.category(char) in ("Mn", "Me", "Cf")
    return ceil((BOX if marks else WIDE if _is_wide(char) else OTHER) * UNITS)


def _is_wide(char: str) -> bool:
    return unicodedata.east_asian_width(char) in ("W", "F")


def shorten(text: str, size: float, room: float, face: Face = "regular") -> str:
    """*text* on one line, cut with an ellipsis where it is wider than *room* px."""
    text = clean(text)
    parts, sums = measure(text, face)
    if size * sums[-1] / UNITS <= room:
        return text
    end = bisect_right(sums, room * UNITS / size - advances(face)["…"]) - 1
    while end > 0 and parts[end - 1].isspace():
        end -= 1
    return "".join(parts[: max(0, end)]) + "…"
