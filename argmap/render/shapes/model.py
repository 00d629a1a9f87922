"""What a picture is drawn with: a display list, from back to front, that every painter follows.

Lengths are in px and the y axis points down. Colours and types are names of the theme's. ``none`` is no colour; None is
that of the sign of which a shape is a part, and elsewhere none as well. *classes* say what a shape is, where the output
can be looked through.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple, TypeAlias

from argmap.render.layout.figure import Text
from argmap.render.layout.geometry import Point
from argmap.render.scene.model import Line


class Place(NamedTuple):
    """Where the origin of a path goes, and how it is then turned (clockwise, in degrees) or scaled."""

    x: float
    y: float
    angle: float | None = None
    scale: float | None = None


class Rect(NamedTuple):
    """A rectangle; *radius* is that of its corners, *dashes* are lengths of dashes and gaps, with spaces between."""

    x: float
    y: float
    width: float
    height: float
    radius: float = 0
    fill: str | None = None
    stroke: str | None = None
    stroke_width: float | None = None
    dashes: str = ""
    classes: str = ""


class Circle(NamedTuple):
    """A circle around x, y."""

    x: float
    y: float
    radius: float
    fill: str | None = None
    stroke_width: float | None = None
    classes: str = ""


class PathShape(NamedTuple):
    """A path, as the path data of SVG; *join* and *cap* are ``round`` or empty."""

    data: str
    fill: str | None = None
    stroke: str | None = None
    stroke_width: float | None = None
    dashes: str = ""
    join: str = ""
    cap: str = ""
    place: Place | None = None
    classes: str = ""


class Icon(NamedTuple):
    """The icon *key* of ``marks.ICONS`` in a colour; x, y is its top left corner."""

    key: str
    x: float
    y: float
    stroke: str


class TextLines(NamedTuple):
    """Lines of one style and one direction that are one text, to be read and copied as one."""

    lines: tuple[Line, ...]
    colour: str


class Sign(NamedTuple):
    """Shapes that make one sign, around x, y; *stroke* is the colour of all their lines."""

    shapes: tuple[Circle | PathShape, ...]
    x: float
    y: float
    stroke: str
    classes: str = ""


class Group(NamedTuple):
    """Shapes that belong together; *at* is where their origin goes.

    *title* and *described* say what they show. An *item* is a part that stands for something, *id* names one that
    readers can go to.
    """

    shapes: tuple[Shape, ...]
    classes: str = ""
    at: Point | None = None
    title: str | None = None
    described: str = ""
    item: bool = False
    id: str | None = None


class Hyperlink(NamedTuple):
    """A group that leads to *href*, an address that is safe to link to."""

    href: str
    group: Group


Shape: TypeAlias = Rect | Circle | PathShape | Icon | Text | TextLines | Sign | Group | Hyperlink


# Places within a card are the same on every card.
@lru_cache(maxsize=1 << 16)
def number(value: float) -> str:
    """A coordinate with at most two decimals."""
    return f"{value:.2f}".rstrip("0").rstrip(".") if value % 1 else str(int(value))


def curve(points: tuple[Point, ...]) -> str:
    """The path data of a Bézier curve of 3n+1 points."""
    first, *rest = (f"{number(x)} {number(y)}" for x, y in points)
    return f"M{first}C{' '.join(rest)}"
