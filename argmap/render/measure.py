"""How wide a text is in Arial, and where its lines break.

The widths are those of Liberation Sans, which is metric-compatible with Arial and stands in for it where Arial is
missing, so a line measured here has its width in any browser. ``widths.json`` holds Latin, Greek and Cyrillic letters,
punctuation, currency signs, arrows and mathematical signs. Any other character counts as :data:`OTHER` em, which is
wider than the glyphs that fallback fonts commonly have for it; combining and invisible characters count as nothing.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Callable
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Literal

Face = Literal["regular", "bold", "italic"]

OTHER = 1.3
"""The width in em of a character that the table does not hold."""

# Alternatives and not one class of characters, which takes five times as long to compile.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f]|[\ud800-\udfff]|[\ufffe\uffff]")
_SPACE = re.compile("(?:[ \t\n\r\f\v\x85]|[\u2028\u2029])+")  # not the no-break spaces
_BREAKS = re.compile(r"(?<=[^\W\d][\-–—/])(?=[^\W\d])")


def clean(text: str) -> str:
    """*text* on one line, with U+FFFD for each character that XML 1.0 forbids (controls, lone surrogates)."""
    return _FORBIDDEN.sub("\ufffd", _SPACE.sub(" ", text)).strip(" ")


@cache
def _tables() -> dict[str, dict[str, float]]:
    data = json.loads(Path(__file__).with_name("widths.json").read_text(encoding="utf-8"))
    unit = data["units_per_em"]
    return {
        style: {chr(first + at): width / unit for first, widths in runs for at, width in enumerate(widths)}
        for style, runs in data["styles"].items()
    }


def width(text: str, size: float, face: Face = "regular", spacing: float = 0) -> float:
    """The width in px of one line.

    Args:
        text: The line.
        size: The font size in px.
        face: Which style of the font.
        spacing: Extra space in px after each character.
    """
    table = _tables()[face]
    return size * sum([table.get(char) or _unlisted(char) for char in text]) + spacing * len(text)


def _unlisted(char: str) -> float:
    return 0 if unicodedata.category(char) in ("Mn", "Me", "Cf") else OTHER


def wrap(text: str, size: float, room: float, face: Face = "regular", *, balance: bool = True) -> list[str]:
    """Breaks *text* into lines no wider than *room* px, at spaces, hyphens, dashes and slashes.

    Args:
        text: What to break; white space is collapsed.
        size: The font size in px.
        room: The width of a line in px; a word that is wider is broken inside.
        face: Which style of the font.
        balance: Make the lines about equally long, without needing more of them.

    Returns:
        The lines; none for a text without visible characters.
    """

    def measured(part: str) -> float:
        return width(part, size, face)

    units = _units(clean(text), room, measured)
    lines = _fill(units, room)
    if balance and 1 < len(lines) <= 40:
        narrow, wide = max(part for _, part, _ in units), room
        while wide - narrow > 1:
            middle = (narrow + wide) / 2
            if len(_fill(units, middle)) > len(lines):
                narrow = middle
            else:
                wide = middle
        lines = _fill(units, wide)
    return lines


def _units(text: str, room: float, measured: Callable[[str], float]) -> list[tuple[str, float, float]]:
    """What may stand on a line: each unit, its width, and the width of the space before it (0: none)."""
    space = measured(" ")
    units: list[tuple[str, float, float]] = []
    for word in text.split(" "):
        gap = space
        for unit in _BREAKS.split(word) if word else ():
            for piece in _pieces(unit, room, measured):
                units.append((piece, measured(piece), gap))
                gap = 0
    return units


def _pieces(unit: str, room: float, measured: Callable[[str], float]) -> list[str]:
    if measured(unit) <= room:
        return [unit]
    cuts, start, used = [0], 0, 0.0
    for at, char in enumerate(unit):
        step = measured(char)
        if at > start and used + step > room:
            cuts.append(at)
            start, used = at, 0.0
        used += step
    return [unit[a:b] for a, b in pairwise([*cuts, len(unit)])]


def _fill(units: list[tuple[str, float, float]], room: float) -> list[str]:
    lines: list[list[str]] = []
    used = room
    for unit, wide, gap in units:
        if not lines or used + gap + wide > room + 1e-6:
            lines.append([unit])
            used = wide
        else:
            lines[-1].append(f" {unit}" if gap else unit)
            used += gap + wide
    return ["".join(line) for line in lines]


def shorten(text: str, size: float, room: float, face: Face = "regular") -> str:
    """*text* on one line, cut with an ellipsis where it is wider than *room* px."""
    text = clean(text)
    if width(text, size, face) <= room:
        return text
    used = width("…", size, face)
    for at, char in enumerate(text):
        used += width(char, size, face)
        if used > room:
            return text[:at].rstrip() + "…"
    return text
