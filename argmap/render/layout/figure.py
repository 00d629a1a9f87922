"""A laid-out picture: everything in its place, ready to paint. Lengths are in px, y points down."""

from __future__ import annotations

from typing import NamedTuple

from argmap.render.layout.geometry import Ground, Point
from argmap.render.scene.model import Appearance, Box, Card, Junction, Link


class Text(NamedTuple):
    """A line of text at a baseline; *type* and *colour* are names of the theme's.

    *anchor* says what of the text is at x: its ``start``, ``middle`` or ``end``. The start is the right end of what is
    read from right to left (*rtl*).
    """

    x: float
    y: float
    text: str
    type: str
    colour: str
    anchor: str = "start"
    rtl: bool = False


class PlacedBox(NamedTuple):
    """A box and its top left corner."""

    box: Box
    x: float
    y: float


class PlacedCard(NamedTuple):
    """A card in column *side* of a comparison and its top left corner; *flipped*: the bar is on its right."""

    card: Card
    x: float
    y: float
    side: int
    flipped: bool


class PlacedJunction(NamedTuple):
    """A junction and its centre; *kind* is that of its step."""

    junction: Junction
    x: float
    y: float
    kind: str
    faint: bool


class Route(NamedTuple):
    """A link as a Bézier curve of 3n+1 points, from its tail to its head; *mark_at* is where its mark is centred.

    One that runs *far*, between pieces of a large map, passes under cards.
    """

    link: Link
    points: tuple[Point, ...]
    mark_at: Point | None
    far: bool = False


class Panel(NamedTuple):
    """The ground of a column of a comparison."""

    x: float
    y: float
    width: float
    height: float
    side: int


class Ghost(NamedTuple):
    """Where a side is silent on a topic."""

    x: float
    y: float
    width: float
    height: float


class PlacedPill(NamedTuple):
    """A verdict and the top left corner of its pill."""

    x: float
    y: float
    width: float
    height: float
    relation: str
    text: str


class Connector(NamedTuple):
    """The line from a card to the verdict on it."""

    start: Point
    end: Point
    relation: str


class Legend(NamedTuple):
    """One entry of the legend: words, and the left middle of a sample (*sort*: ``tone``, ``tag`` or ``line``)."""

    x: float
    y: float
    sort: str
    key: str
    icon: str
    words: Text


class Figure(NamedTuple):
    """A whole picture. What it holds is listed from back to front; *about* are pairs of what it is made from."""

    look: Appearance
    id: str
    lang: str
    title: str
    description: str
    about: tuple[tuple[str, str], ...]
    width: float
    height: float
    texts: tuple[Text, ...]
    legend: tuple[Legend, ...] = ()
    panels: tuple[Panel, ...] = ()
    grounds: tuple[Ground, ...] = ()
    routes: tuple[Route, ...] = ()
    connectors: tuple[Connector, ...] = ()
    junctions: tuple[PlacedJunction, ...] = ()
    boxes: tuple[PlacedBox, ...] = ()
    ghosts: tuple[Ghost, ...] = ()
    cards: tuple[PlacedCard, ...] = ()
    pills: tuple[PlacedPill, ...] = ()
