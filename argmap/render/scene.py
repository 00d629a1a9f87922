"""What a picture shows: measured cards, and what runs between them. Where things go is :mod:`argmap.render.layout`'s.

Lengths are in px, and the y axis points down. Texts are broken into lines here, so that no painter measures anything.
"""

from __future__ import annotations

from typing import NamedTuple


class ReferenceLabel(NamedTuple):
    """How a reference is shown (``Eliasson 2014``), and the address that it links to."""

    text: str
    href: str | None = None


class Line(NamedTuple):
    """One line of text: its left end and baseline from the corner of what holds it, and a key of ``theme.TYPES``."""

    x: float
    y: float
    text: str
    type: str


class Chip(NamedTuple):
    """A citation on a card; *label* is it in full where *text* had to be cut. *href* is safe to link to, or None."""

    x: float
    y: float
    width: float
    text: str
    label: str
    href: str | None


class Card(NamedTuple):
    """A node as it is shown.

    *tone* is a key of the theme's tones, *icon* of ``marks.ICONS``, *spoken* the whole card in one sentence.
    *heading* is its type word, *body* its text, *detail* who says it and how. All places are from its top left corner.
    """

    id: str
    tone: str
    icon: str
    width: float
    height: float
    heading: Line
    body: tuple[Line, ...]
    detail: tuple[Line, ...]
    chips: tuple[Chip, ...]
    implicit: bool
    spoken: str


class Box(NamedTuple):
    """What the layout places as one: a card, or, *framed*, several that a linked step needs together.

    *tops* are the y of each card in it; *inset* is the x of them all.
    """

    id: str
    width: float
    height: float
    cards: tuple[Card, ...]
    tops: tuple[float, ...]
    inset: float = 0
    framed: bool = False


class Junction(NamedTuple):
    """A point on a step, where other steps reach it; *linked* where its premises join in it, shown as a plus."""

    id: str
    linked: bool


class End(NamedTuple):
    """Where a link starts or ends: the id of a box or junction, and the card in the box (None: the box as a whole)."""

    id: str
    card: int | None = None


class Link(NamedTuple):
    """A line of the picture. A step that something reaches is several: up to its junction, and on from there.

    *kind* is a step's kind or ``warrant``, ``specifies``, ``rephrases``. Only the link that arrives carries the *head*;
    *free* links do not shape the layout.
    """

    kind: str
    tail: End
    head: End
    headed: bool
    spoken: str
    mark: str | None = None
    faint: bool = False
    free: bool = False


class MapScene(NamedTuple):
    """A map to lay out.

    *types* (tone, icon, word) and *kinds* (kind of link, words) are those that occur, in the legend's order.
    """

    id: str
    lang: str
    title: str
    subtitle: str
    boxes: tuple[Box, ...]
    junctions: tuple[Junction, ...]
    links: tuple[Link, ...]
    types: tuple[tuple[str, str, str], ...]
    kinds: tuple[tuple[str, str], ...]

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of the boxes and junctions."""
        return (*(box.id for box in self.boxes), *(junction.id for junction in self.junctions))


class Pill(NamedTuple):
    """A verdict: its relation, its word, and the lines of what it is about."""

    relation: str
    text: str
    about: tuple[str, ...]
    points: tuple[int, ...] = ()


class Column(NamedTuple):
    """A map of a comparison: the lines of its title, and those under them."""

    title: tuple[str, ...]
    subtitle: tuple[str, ...]


class TopicRow(NamedTuple):
    """A topic: its title's lines, the cards of each column (none: not addressed), the verdicts, its note's lines."""

    id: str
    title: tuple[str, ...]
    cells: tuple[tuple[Card, ...], ...]
    pills: tuple[Pill, ...]
    note: tuple[str, ...]


class ComparisonScene(NamedTuple):
    """A comparison to lay out."""

    id: str
    lang: str
    title: str
    subtitle: str
    columns: tuple[Column, ...]
    rows: tuple[TopicRow, ...]


Scene = MapScene | ComparisonScene
