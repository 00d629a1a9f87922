"""The font that PNG and PDF are painted in, which argmap carries, and what else is needed for letters that it lacks.

It is Liberation Sans, whose widths :mod:`argmap.render.typeset.measure` counts with, so that a picture is the same on
a machine without fonts. It has Latin, Greek, Cyrillic and Hebrew letters.
"""

from __future__ import annotations

import os
import re
import sys
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from argmap.render.layout.figure import Figure, Text
from argmap.render.painters.fonts.file import covered
from argmap.render.shapes.model import Group, Hyperlink, Shape, TextLines
from argmap.render.typeset.measure import Face, advances, clean

NAME = "Liberation Sans"
UNKNOWN = "□"
"""What is shown for a letter that no font has; U+FFFD is not in ours."""

FILES: dict[Face, Path] = {
    face: Path(__file__).with_name(f"LiberationSans-{face.capitalize()}.ttf") for face in ("regular", "bold", "italic")
}
_FROM_THE_RIGHT = ("R", "AL", "AN")
_SHOWN = 5  # letters in a notice
_STYLED = re.compile(
    "bold|italic|oblique|mono|serif|cond|narrow|light|thin|black|medium|demi|extra|heavy", re.IGNORECASE
)


class Fonts(NamedTuple):
    """What a picture needs besides our font, for the letters *lacking* in it.

    *more* are fonts of this machine, each with the letters that it is needed for. *missing* are letters that no font
    has, which are shown as :data:`UNKNOWN`. *notice* says all that to the user.
    """

    more: Mapping[Path, frozenset[str]] = {}
    lacking: frozenset[str] = frozenset()
    missing: frozenset[str] = frozenset()
    notice: str | None = None

    def font(self, letter: str) -> Path | None:
        """The font to take *letter* from; None for ours."""
        if letter not in self.lacking:
            return None
        return next((path for path, letters in self.more.items() if letter in letters), None)

    def line(self, text: str) -> str:
        """*text* on one line, in letters that are there."""
        line = _plain(text)
        if self.missing.isdisjoint(line):
            return line
        return "".join(UNKNOWN if letter in self.missing else letter for letter in line)


def resolved(figure: Figure) -> Figure:
    """The figure in one set of colours and in our font, for pictures that are the same wherever they are shown."""
    theme = figure.look.theme._replace(dark=None, printed=None, font=f'"{NAME}"')
    return figure._replace(look=figure.look._replace(theme=theme))


def fonts(shapes: Iterable[Shape]) -> Fonts:
    """The fonts for the texts of *shapes*, found on this machine where ours lacks letters of them."""
    letters = set().union(*map(_plain, texts(shapes))) - advances("regular").keys()
    others = {ord(letter) for letter in letters if visible(letter)}
    if not others:
        return Fonts()
    lacking = others - covered(FILES["regular"], others)
    if not lacking:
        return Fonts()
    more = _found(lacking)
    missing = lacking.difference(*more.values())
    notice = f"{NAME}, the font that argmap carries, has no {_listed(lacking)}: "
    if more:
        notice += f"taken from {', '.join(path.stem for path in more)}, so the picture may look different elsewhere"
    if missing:
        notice += f"{'; and ' if more else ''}no font here has {'it' if lacking == missing else _listed(missing)}"
    letters_of = {path: frozenset(map(chr, found)) for path, found in more.items()}
    return Fonts(letters_of, frozenset(map(chr, lacking)), frozenset(map(chr, missing)), notice)


def _plain(text: str) -> str:
    # what our font has for the no-break hyphen, as no line is broken any more, and for what XML forbids
    return clean(text).replace("\u2011", "\u2010").replace("\ufffd", UNKNOWN)


def texts(shapes: Iterable[Shape]) -> Iterator[str]:
    """All texts that are painted."""
    for shape in shapes:
        if isinstance(shape, Text):
            yield shape.text
        elif isinstance(shape, TextLines):
            yield from (line.text for line in shape.lines)
        elif isinstance(shape, Hyperlink):
            yield from texts(shape.group.shapes)
        elif isinstance(shape, Group):
            yield from texts(shape.shapes)


def visible(letter: str) -> bool:
    """Whether a font has to have this character: not marks of direction, joiners, soft hyphens, variation selectors."""
    return unicodedata.category(letter) != "Cf" and not 0xFE00 <= ord(letter) <= 0xFE0F


def bidirectional(text: str) -> bool:
    """Whether some of *text* runs from right to left."""
    return not text.isascii() and any(unicodedata.bidirectional(letter) in _FROM_THE_RIGHT for letter in text)


def marked(text: str) -> bool:
    """Whether letters of *text* carry marks, which have to be placed by the letter."""
    return not text.isascii() and any(unicodedata.category(letter) in ("Mn", "Mc") for letter in text)


def _found(lacking: set[int]) -> dict[Path, set[int]]:
    """Few and plain fonts of this machine with as many of *lacking* as can be, each with what it is needed for."""
    offers = {path: found for path in _installed() if (found := covered(path, lacking))}
    chosen: dict[Path, set[int]] = {}
    while offers:
        best = min(offers, key=lambda path: (-len(offers[path]), len(_STYLED.findall(path.stem)), path.stem, str(path)))
        chosen[best] = offers[best]
        offers = {path: rest for path, found in offers.items() if (rest := found - chosen[best])}
    return chosen


def _installed() -> Iterator[Path]:
    for folder in folders():
        yield from folder.rglob("*.[oOtT][tT][fFcC]")


def folders() -> tuple[Path, ...]:
    """Where this machine keeps its fonts."""
    home = Path.home()
    if sys.platform == "win32":
        local = Path(os.environ.get("LOCALAPPDATA", home / "AppData/Local"))
        return Path(os.environ.get("WINDIR", "C:/Windows")) / "Fonts", local / "Microsoft/Windows/Fonts"
    if sys.platform == "darwin":
        return Path("/System/Library/Fonts"), Path("/Library/Fonts"), home / "Library/Fonts"
    shared = os.environ.get("XDG_DATA_DIRS") or "/usr/local/share:/usr/share"
    own = os.environ.get("XDG_DATA_HOME") or home / ".local/share"
    return home / ".fonts", *(Path(folder) / "fonts" for folder in (own, *shared.split(os.pathsep)))


def _listed(codes: set[int]) -> str:
    shown = " ".join(chr(code) for code in sorted(codes)[:_SHOWN])
    return f"{shown} and {len(codes) - _SHOWN} more" if len(codes) > _SHOWN else shown
