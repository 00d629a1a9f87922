"""A comparison, laid out by plain arithmetic: columns of cards, rows aligned, the verdicts between the columns."""

from __future__ import annotations

from collections.abc import Sequence

from argmap.render.layout.figure import Connector, Figure, Ghost, Panel, PlacedCard, PlacedPill, Text
from argmap.render.layout.header import header
from argmap.render.scene.comparison import PILL
from argmap.render.scene.model import Card, Column, ComparisonScene, TopicRow
from argmap.render.scene.theme import MARGIN, SIDES
from argmap.render.typeset.measure import direction

_PANEL = 20.0  # px from a panel's edge to its cards
_GUTTER = 26.0  # px from a panel to the verdicts
_ROW = 34.0  # px between two rows
_STACK = 8.0  # px between two cards of one position
_GHOST = 58.0
_PILL_HEIGHT = 30.0


def comparison_figure(scene: ComparisonScene) -> Figure:
    """Places everything that a comparison's picture shows.

    With two positions the verdicts stand between them; with more, or one, on their left.

    Args:
        scene: The comparison.

    Returns:
        The figure.
    """
    return _Builder(scene).build()


class _Builder:
    """Collects what is placed, from the top of the picture down."""

    def __init__(self, scene: ComparisonScene) -> None:
        self.scene, self.types = scene, scene.look.theme.types
        self.card = scene.look.theme.sizes["column"]
        self.two = len(scene.columns) == 2
        width = self.card + 2 * _PANEL
        middle = PILL + 2 * _GUTTER
        if self.two:
            self.lefts = [MARGIN, MARGIN + width + middle]
            self.verdicts = MARGIN + width + _GUTTER
            self.width = self.lefts[1] + width + MARGIN
        else:
            first = MARGIN + PILL + _GUTTER
            self.lefts = [first + index * (width + _GUTTER) for index in range(len(scene.columns))]
            self.verdicts = MARGIN
            self.width = first + len(scene.columns) * (width + _GUTTER) - _GUTTER + MARGIN
        self.width = max(self.width, 640.0)
        self.texts: list[Text] = []
        self.connectors: list[Connector] = []
        self.ghosts: list[Ghost] = []
        self.cards: list[PlacedCard] = []
        self.pills: list[PlacedPill] = []

    def build(self) -> Figure:
        scene = self.scene
        head = header(scene.title, scene.subtitle, (), self.width - 2 * MARGIN, scene.look.theme)
        top = head.bottom
        y = top + max((self._column(index, column, top) for index, column in enumerate(scene.columns)), default=0) + 18
        for row in scene.rows:
            y = self._row(row, y) + _ROW
        bottom = y - _ROW + _PANEL
        panels = [
            Panel(left, top, self.card + 2 * _PANEL, bottom - top, index % SIDES)
            for index, left in enumerate(self.lefts)
        ]
        return Figure(
            look=scene.look,
            id=scene.id,
            lang=scene.lang,
            title=scene.title,
            description=scene.subtitle,
            about=scene.about,
            width=self.width,
            height=bottom + MARGIN,
            texts=(*head.texts, *self.texts),
            panels=tuple(panels),
            connectors=tuple(self.connectors),
            ghosts=tuple(self.ghosts),
            cards=tuple(self.cards),
            pills=tuple(self.pills),
        )

    def _column(self, at: int, column: Column, top: float) -> float:
        """Sets the head of a column; returns its height."""
        last = self.two and at == 1
        x = self.lefts[at] + _PANEL + (self.card if last else 0)
        accent = f"side-{at % SIDES + 1}"
        y = top + _PANEL
        for lines, style, colour in ((column.title, "column", accent), (column.subtitle, "detail", "muted")):
            for line in lines:
                baseline = y + self.types[style].size
                rtl = direction(line) == "rtl"
                start = x + self.card if rtl and not last else x
                anchor = "end" if last and not rtl else "start"
                self.texts.append(Text(start, baseline, line, style, colour, anchor, rtl))
                y += self.types[style].leading
        return y - top

    def _row(self, row: TopicRow, top: float) -> float:
        heights = [_stacked(cards) for cards in row.cells]
        title = len(row.title) * self.types["topic"].leading + 6
        below = sum(_PILL_HEIGHT + 6 + len(pill.about) * self.types["about"].leading for pill in row.pills)
        below += len(row.note) * self.types["detail"].leading + (4 if row.note else 0)
        # the middle of the first pill is the row's axis: short cells are centred on it, tall ones start with the row
        axis = top + title + _PILL_HEIGHT / 2
        tops = [max(top, axis - height / 2) for height in heights]
        for at, cards in enumerate(row.cells):
            self._cell(at, cards, tops[at])
        self._verdicts(row, axis, title)
        return max([axis - _PILL_HEIGHT / 2 + below, *(at + height for at, height in zip(tops, heights, strict=True))])

    def _cell(self, at: int, cards: Sequence[Card], top: float) -> None:
        x = self.lefts[at] + _PANEL
        if not cards:
            self.ghosts.append(Ghost(x, top, self.card, _GHOST))
            middle = (x + self.card / 2, top + _GHOST / 2 + 4)
            self.texts.append(Text(*middle, self.scene.look.words("comparison.ghost"), "ghost", "muted", "middle"))
        for card in cards:
            self.cards.append(PlacedCard(card, x, top, at % SIDES, self.two and at == 1))
            top += card.height + _STACK

    def _verdicts(self, row: TopicRow, axis: float, title: float) -> None:
        centre = self.verdicts + PILL / 2
        y = axis - _PILL_HEIGHT / 2 - title
        y = self._lines(row.title, "topic", centre, y, "ink")
        y = axis - _PILL_HEIGHT / 2
        if self.two:
            self._connect(row, axis)
        for pill in row.pills:
            self.pills.append(
                PlacedPill(self.verdicts, y, PILL, _PILL_HEIGHT, _icon(pill.relation, pill.points, self.two), pill.text)
            )
            y = self._lines(pill.about, "about", centre, y + _PILL_HEIGHT + 3, "muted") + 3
        self._lines(row.note, "detail", centre, y + 1, "muted")

    def _lines(self, lines: Sequence[str], style: str, centre: float, y: float, colour: str) -> float:
        for line in lines:
            self.texts.append(
                Text(centre, y + self.types[style].size, line, style, colour, "middle", direction(line) == "rtl")
            )
            y += self.types[style].leading
        return y

    def _connect(self, row: TopicRow, axis: float) -> None:
        relation = row.pills[0].relation
        ends = (
            (self.lefts[0] + _PANEL + self.card, self.verdicts),
            (self.lefts[1] + _PANEL, self.verdicts + PILL),
        )
        for (start, end), cards in zip(ends, row.cells, strict=True):
            if cards:
                self.connectors.append(Connector((start, axis), (end, axis), relation))


def _stacked(cards: Sequence[Card]) -> float:
    return sum(card.height + _STACK for card in cards) - _STACK if cards else _GHOST


def _icon(relation: str, places: Sequence[int], two: bool) -> str:
    if relation == "only" and two:
        return "only-left" if 0 in places else "only-right"
    return relation
