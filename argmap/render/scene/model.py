"""What a picture shows: measured cards, and what runs between them. Where things go is :mod:`argmap.render.layout`'s.

Lengths are in px, and the y axis points down. Texts are broken into lines here, so that no painter measures anything.
"""

from __future__ import annotations

from typing import NamedTuple

from argmap.render.scene.theme import Theme
from argmap.render.scene.words import Words


class ReferenceLabel(NamedTuple):
    """How a reference is shown (``Eliasson 2014``), and the address that it links to."""

    text: str
    href: str | None = None


class Appearance(NamedTuple):
    """How a picture looks, and the words that it uses."""

    theme: Theme
    words: Words


class Line(NamedTuple):
    """One line of text: where it starts, from the corner of what holds it, and a key of the theme's types.

    It starts at its left end, or at its right end where it is read from right to left (*rtl*). *y* is its baseline.
    """

    x: float
    y: float
    text: str
    type: str
    rtl: bool = False


class Chip(NamedTuple):
    """A citation on a card; *label* is it in full where *text* had to be cut. *href* is safe to link to, or None."""

    x: float
    y: float
    width: float
    text: str
    label: str
    href: str | None


class Remark(NamedTuple):
    """What a check says of a node, as it stands on the card: its severity, and its lines."""

    severity: str
    lines: tuple[Line, ...]


class Card(NamedTuple):
    """A node as it is shown.

    *tone* is what its colours are called, *icon* a key of ``marks.ICONS``, *spoken* the whole card in one sentence.
    *heading* is its type word, *body* its text, *detail* who says it and how. *tags* are the places of its tags among
    those that have colours, *badge* says how many nodes stand behind it, *passage* is the address of where its source
    states it, and what that is called. All places are from its top left corner.
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
    described: str = ""
    remarks: tuple[Remark, ...] = ()
    tags: tuple[int, ...] = ()
    badge: str = ""
    passage: tuple[str, str] | None = None


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
    described: str = ""
    faint: bool = False
    free: bool = False


class MapScene(NamedTuple):
    """A map to lay out.

    *types* (tone, icon, word) and *kinds* (kind of link, words) are those that occur, in the legend's order; *tags* are
    those that have colours.
    """

    look: Appearance
    id: str
    lang: str
    title: str
    subtitle: str
    about: tuple[tuple[str, str], ...]
    boxes: tuple[Box, ...]
    junctions: tuple[Junction, ...]
    links: tuple[Link, ...]
    types: tuple[tuple[str, str, str], ...]
    kinds: tuple[tuple[str, str], ...]
    tags: tuple[str, ...] = ()

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

    look: Appearance
    id: str
    lang: str
    title: str
    subtitle: str
    about: tuple[tuple[str, str], ...]
    columns: tuple[Column, ...]
    rows: tuple[TopicRow, ...]


Scene = MapScene | ComparisonScene
