"""Themes: colours, fonts, type sizes and card widths as data. Every length is in px.

The themes are the TOML files in ``themes/``; ``auto`` is ``light`` with the colours of ``dark`` for readers whose
machine is set to dark, and those of ``print`` on paper.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple, get_args

from argmap.errors import ArgmapError
from argmap.render.typeset.measure import Face
from argmap.text.suggest import did_you_mean

PAD = 14
"""From the left of a card to its text, the accent bar included, and from its text to its right."""

BAR = 6
"""The width of the accent bar."""

CHIP_HEIGHT = 18

DOT = 11.0
"""From the dot of a tag to the next, in px."""

MARGIN = 40.0
"""From the picture's edge to what it shows."""

SIDES, TAGS = 4, 8
"""How many columns of a comparison, and how many tags, have colours of their own."""

_FOLDER = Path(__file__).with_name("themes")
_BASES = ("light", "dark", "print")
NAMES = ("auto", *_BASES)
_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
_FONT = re.compile(r"[\w \-,\"']{1,200}")
_SMALLEST, _LARGEST = 4, 200  # px of a size of type
_NARROWEST, _WIDEST = 120, 2000  # px of a card


class Type(NamedTuple):
    """How a text is set; *spacing* is extra space after each character."""

    size: float
    leading: float
    face: Face = "regular"
    spacing: float = 0


class Theme(NamedTuple):
    """How a picture looks: *types* by use, *sizes* of cards, *colours* by what they are for.

    *dark* and *printed* are the colours where the reader's machine is set to dark and on paper, None where they are the
    same.
    """

    font: str
    types: Mapping[str, Type]
    sizes: Mapping[str, float]
    colours: Mapping[str, str]
    dark: Mapping[str, str] | None = None
    printed: Mapping[str, str] | None = None

    def line(self, kind: str, *, faint: bool = False) -> str:
        """The name of the colour of a line; *faint*: of one that is outweighed."""
        if not faint:
            return f"line-{kind}"
        return f"faint-{kind}" if f"faint-{kind}" in self.colours else "faint"


class ThemeError(ArgmapError, ValueError):
    """A theme that is not there or cannot be read; its text says why."""


@cache
def theme(name: str) -> Theme:
    """The theme *name*, one of :data:`NAMES`. Raises ThemeError for another."""
    if name == "auto":
        return theme("light")._replace(dark=theme("dark").colours, printed=theme("print").colours)
    if name not in NAMES:
        raise ThemeError(f"there is no theme '{name}'; {did_you_mean(name, NAMES) or 'themes: ' + ', '.join(NAMES)}")
    return _read(source(name), Theme("", {}, {}, {}) if name == "light" else None)


def source(name: str) -> str:
    """The text of the theme *name*, to be copied. Raises ThemeError for one that is not in a file."""
    if name not in _BASES:
        raise ThemeError(f"there is no theme '{name}' to copy; themes: {', '.join(_BASES)}")
    return (_FOLDER / f"{name}.toml").read_text(encoding="utf-8")


def read(text: str) -> Theme:
    """A theme as people write it, in TOML.

    Args:
        text: A table with ``font``, ``[sizes]``, ``[types]`` and ``[colours]``. What it lacks is that of the theme
            ``base``, which is ``light`` where none is named.

    Returns:
        The theme.

    Raises:
        ThemeError: It is not valid TOML, or names or values are not those of a theme.
    """
    return _read(text, None)


def _read(text: str, base: Theme | None) -> Theme:
    """The theme that *text* is, over *base* (None: over the one that it names)."""
    try:
        data = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise ThemeError(f"invalid TOML: {error}") from None
    _known(data, ("base", "font", "sizes", "types", "colours"), "a theme")
    base = base or theme(_text(data, "base", "light"))
    font = _text(data, "font", base.font)
    if not _FONT.fullmatch(font):
        raise ThemeError(f"font: not a list of font names: {font!r}")
    tables = {name: _table(data, name) for name in ("sizes", "types", "colours")}
    if base.colours:
        for name, known in (("sizes", base.sizes), ("types", base.types), ("colours", base.colours)):
            _known(tables[name], known, name)
    sizes = {key: _number(value, f"sizes.{key}", _NARROWEST, _WIDEST) for key, value in tables["sizes"].items()}
    types = {key: _type(value, key, base.types.get(key)) for key, value in tables["types"].items()}
    colours = tables["colours"]
    for key, value in colours.items():
        if not isinstance(value, str) or not _COLOUR.fullmatch(value):
            raise ThemeError(f"colours.{key}: not a colour as '#0b5c94' is one: {value!r}")
    return base._replace(
        font=font,
        types={**base.types, **types},
        sizes={**base.sizes, **sizes},
        colours={**base.colours, **colours},
        dark=base.dark and {**base.dark, **colours},
        printed=base.printed and {**base.printed, **colours},
    )


def _known(given: Mapping[str, Any], known: Any, where: str) -> None:
    for key in given:
        if key not in known:
            raise ThemeError(f"{where}: nothing is called '{key}'; {did_you_mean(key, known) or 'see a theme of ours'}")


def _table(data: Mapping[str, Any], key: str) -> dict[str, Any]:
    value = data.get(key, {})
    if not isinstance(value, dict):
        raise ThemeError(f"{key}: not a table")
    return value


def _text(data: Mapping[str, Any], key: str, default: str) -> str:
    value = data.get(key, default)
    if not isinstance(value, str):
        raise ThemeError(f"{key}: not a text")
    return value


def _type(value: Any, key: str, base: Type | None) -> Type:
    if not isinstance(value, dict):
        raise ThemeError(f"types.{key}: not a table")
    _known(value, Type._fields, f"types.{key}")
    given = {**(base._asdict() if base else {}), **value}
    if given.get("face", "regular") not in get_args(Face):
        raise ThemeError(f"types.{key}.face: not one of {', '.join(get_args(Face))}")
    for field, least in (("size", _SMALLEST), ("leading", _SMALLEST), ("spacing", 0)):
        _number(given.get(field, least), f"types.{key}.{field}", least, _LARGEST)
    return Type(**given)


def _number(value: Any, where: str, least: float, most: float) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not least <= value <= most:
        raise ThemeError(f"{where}: not a number from {least} to {most}: {value!r}")
    return value
