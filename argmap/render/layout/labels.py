"""Where the words on a line stand: on the line, near its tail, and neither under a card nor on other words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from argmap.render.layout.geometry import Point, halfway
from argmap.render.scene.theme import Type
from argmap.render.typeset.measure import width

HEIGHT = 15.0
"""The height of a mark, in px."""

PAD = 4.0
"""From a mark's left and right to its words, in px."""

# Fractions of the way from the tail, where lines are still apart, in the order in which they are tried.
_ALONG = (0.3, 0.4, 0.22, 0.5, 0.6, 0.15, 0.7, 0.8, 0.1, 0.9)
_CELL = 256.0  # px
_AIR = 1.0  # px that a mark keeps from a card

Area = tuple[float, float, float, float]
"""Left, top, right and bottom, in px."""


class MarkPlaces:
    """What is taken, in cells, so that a picture of thousands of cards is not looked through for every mark."""

    def __init__(self, taken: Iterable[Area], style: Type) -> None:
        self._style = style
        self._cells: dict[tuple[int, int], list[Area]] = defaultdict(list)
        for area in taken:
            self._take(area)

    def place(self, words: str, curve: tuple[Point, ...]) -> Point | None:
        """The middle of *words* on the Bézier *curve*; None where there is no room for them."""
        half = width(words, self._style.size, self._style.face) / 2 + PAD + _AIR
        height = HEIGHT / 2 + _AIR
        for along in _ALONG:
            x, y = halfway(curve, along)
            area = (x - half, y - height, x + half, y + height)
            if not any(_meet(area, other) for cell in _cells(area) for other in self._cells.get(cell, ())):
                self._take(area)
                return x, y
        return None

    def _take(self, area: Area) -> None:
        for cell in _cells(area):
            self._cells[cell].append(area)


def _cells(area: Area) -> Iterator[tuple[int, int]]:
    left, top, right, bottom = (int(value // _CELL) for value in area)
    return ((x, y) for x in range(left, right + 1) for y in range(top, bottom + 1))


def _meet(one: Area, other: Area) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
