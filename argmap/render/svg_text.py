"""Writing SVG: escaping, numbers, and lines of text."""

from __future__ import annotations

import re

from argmap.render.figure import Point, Text
from argmap.render.measure import clean
from argmap.render.theme import FONT, TYPES

_ID = re.compile(r"[^\w.\-]")


def content(text: str) -> str:
    """*text* as the content of an element."""
    return clean(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def attr(text: str) -> str:
    """*text* as the value of an attribute."""
    return content(text).replace('"', "&quot;")


def name(*parts: str) -> str:
    """An XML id of *parts*, the first of which is the figure's: ids of two figures on one page do not meet."""
    return "--".join(_ID.sub("_", clean(part)) for part in ("argmap", *parts))


def number(value: float) -> str:
    """A coordinate with at most two decimals."""
    return f"{value:.2f}".rstrip("0").rstrip(".") if value % 1 else str(int(value))


def curve(points: tuple[Point, ...]) -> str:
    """The path data of a Bézier curve of 3n+1 points."""
    first, *rest = (f"{number(x)} {number(y)}" for x, y in points)
    return f"M{first}C{' '.join(rest)}"


def text(line: Text) -> str:
    """One line of text."""
    anchor = "" if line.anchor == "start" else f' text-anchor="{line.anchor}"'
    return (
        f'<text x="{number(line.x)}" y="{number(line.y)}" class="t-{line.type}"{anchor}'
        f' fill="{line.colour}">{content(line.text)}</text>'
    )


def style_block() -> str:
    """The type styles. Nothing else is in it, so that a renderer without CSS classes still shows every shape."""
    rules = [f".argmap text{{font-family:{FONT};white-space:pre;text-rendering:geometricPrecision}}"]
    for key, kind in TYPES.items():
        weight = ";font-weight:bold" if kind.face == "bold" else ""
        slant = ";font-style:italic" if kind.face == "italic" else ""
        spacing = f";letter-spacing:{kind.spacing}px" if kind.spacing else ""
        rules.append(f".argmap .t-{key}{{font-size:{kind.size}px{weight}{slant}{spacing}}}")
    rules.append(".argmap a:hover text{text-decoration:underline}")
    return f"<style>{''.join(rules)}</style>"
