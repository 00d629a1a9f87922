"""Tidy trees: what hangs on what, and where it stands, each box once, its children beside it on the right.

The drawing is that of Reingold and Tilford, "Tidier drawings of trees", IEEE Transactions on Software Engineering 7
(1981): subtrees are pushed together until their outlines touch, and a parent stands in the middle of its children. An
outline has an entry a column, and joining two costs as much as the flatter one is deep, so that all of it is linear in
the number of items. Nothing recurses: a chain of thousands is a tree, too.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from argmap.render.layout.geometry import Point
from argmap.render.scene.model import Link

ACROSS = 84.0
"""Between two columns, in px."""

_CLEAR = 34.0  # px from a junction to the cards on its right
_DOWN, _COUSINS = 16.0, 26.0  # px between siblings, and between cards of a column that hang on different ones


class Forest(NamedTuple):
    """What hangs on what: each item's parent (None: a root), and its children in the order of the map."""

    parents: dict[str, str | None]
    children: dict[str, list[str]]

    @property
    def roots(self) -> list[str]:
        """The items that hang on nothing."""
        return [item for item, parent in self.parents.items() if parent is None]


class Sizes(NamedTuple):
    """The width and height of each box and junction, in px; a junction has no width, for it stands between columns."""

    wide: Mapping[str, float]
    high: Mapping[str, float]


def forest(items: Sequence[str], links: Iterable[Link]) -> Forest:
    """Hangs every item on one other, or on none.

    An item follows the first of its links that shape the layout. In a ring one item has to follow another, or none.

    Args:
        items: The ids of the boxes and junctions.
        links: What may hang on what: a tail is a child of its head.

    Returns:
        Every item, after what it hangs on.
    """
    first: dict[str, list[str]] = {item: [] for item in items}
    further: dict[str, list[str]] = {}
    leading: set[str] = set()
    for link in links:
        tail, head = link.tail.id, link.head.id
        if not link.free and tail != head:
            into = further.setdefault(head, []) if tail in leading else first[head]
            into.append(tail)
            leading.add(tail)
    parents: dict[str, str | None] = {}
    children: dict[str, list[str]] = {item: [] for item in items}
    later: deque[tuple[str, str | None]] = deque()
    for starts in ([item for item in items if item not in leading], *([item] for item in items)):
        stack: list[tuple[str, str | None]] = [(item, None) for item in reversed(starts)]
        while stack or later:
            item, parent = stack.pop() if stack else later.popleft()
            if item in parents:
                continue
            parents[item] = parent
            if parent is not None:
                children[parent].append(item)
            stack += [(tail, item) for tail in reversed(first[item])]
            later += [(tail, item) for tail in further.get(item, ())]
    return Forest(parents, children)


def place_tree(roots: Sequence[str], children: Mapping[str, Sequence[str]], sizes: Sizes) -> dict[str, Point]:
    """Places trees one below the other.

    Args:
        roots: Their roots, from top to bottom.
        children: What hangs on each item, from top to bottom.
        sizes: The size of each item.

    Returns:
        The centre of each item, in px from the left of the first column of boxes and the top of the whole.
    """
    width, height = sizes
    columns: dict[str, int] = {}
    stack = [(root, -1) for root in reversed(roots)]
    while stack:
        item, before = stack.pop()
        columns[item] = before + 1 if width[item] else before
        stack += [(child, columns[item]) for child in reversed(children[item])]
    shifts: dict[str, float] = {}
    outlines: dict[str, _Outline] = {}
    for item in reversed(columns):
        outlines[item] = _joined(children[item], outlines, shifts)
        outlines[item].cover(height[item] / 2, alone=width[item] > 0)
    top = _joined(roots, outlines, shifts).top
    ys = {root: shifts[root] - top for root in roots}
    middles = _middles(columns, width)
    gaps = dict.fromkeys(roots, (-ACROSS, 0.0))  # from what an item hangs on to the next column
    centres: dict[str, Point] = {}
    for item, column in columns.items():
        left, right = gaps[item]
        x = middles[column] if width[item] else min((left + right) / 2, right - _CLEAR)
        gap = (x + width[item] / 2, x + width[item] / 2 + ACROSS) if width[item] else (x, right)
        centres[item] = (x, ys[item])
        for child in children[item]:
            ys[child], gaps[child] = ys[item] + shifts[child], gap
    return centres


class _Outline:
    """How far a subtree reaches up and down in each of its columns, the last first, each list with a shift of its own.

    All is from the middle of the item on which the subtree hangs.
    """

    __slots__ = ("bottoms", "lower", "tops", "upper")

    def __init__(self) -> None:
        self.tops: list[float] = []
        self.bottoms: list[float] = []
        self.upper = self.lower = 0.0

    @property
    def top(self) -> float:
        return min(self.tops, default=0.0) + self.upper

    def move(self, by: float) -> None:
        """Shifts the whole."""
        self.upper += by
        self.lower += by

    def cover(self, half: float, *, alone: bool) -> None:
        """Adds the item itself: in a column of its own, or, a junction, in that of its children."""
        if alone or not self.tops:
            self.tops.append(-half - self.upper)
            self.bottoms.append(half - self.lower)
        else:
            self.tops[-1] = min(self.tops[-1], -half - self.upper)
            self.bottoms[-1] = max(self.bottoms[-1], half - self.lower)

    def add(self, other: _Outline) -> float:
        """Puts another subtree right below, and returns how far it had to be shifted; *other* is used up."""
        shared = min(len(self.tops), len(other.tops))
        shift = 0.0
        for index in range(1, shared + 1):
            gap = _DOWN if index == 1 else _COUSINS
            shift = max(shift, self.bottoms[-index] + self.lower - other.tops[-index] - other.upper + gap)
        other.move(shift)
        if len(other.tops) > len(self.tops):
            other.tops[len(other.tops) - shared :] = [top + self.upper - other.upper for top in self.tops]
            self.tops, self.upper = other.tops, other.upper
        if len(other.bottoms) >= len(self.bottoms):
            self.bottoms, self.lower = other.bottoms, other.lower
        else:
            self.bottoms[len(self.bottoms) - shared :] = [bottom + other.lower - self.lower for bottom in other.bottoms]
        return shift


def _joined(items: Sequence[str], outlines: dict[str, _Outline], shifts: dict[str, float]) -> _Outline:
    """The outline of some subtrees together, from halfway between the first and the last.

    *shifts* is told where each of them is; *outlines* are used up.
    """
    whole = _Outline()
    for item in items:
        shifts[item] = whole.add(outlines.pop(item))
    if items:
        middle = (shifts[items[0]] + shifts[items[-1]]) / 2
        whole.move(-middle)
        for item in items:
            shifts[item] -= middle
    return whole


def _middles(columns: Mapping[str, int], wide: Mapping[str, float]) -> list[float]:
    """The middle of each column."""
    widest = [0.0] * (max(columns.values(), default=-1) + 1)
    for item, at in columns.items():
        if wide[item]:
            widest[at] = max(widest[at], wide[item])
    middles, left = [], 0.0
    for column in widest:
        middles.append(left + column / 2)
        left += column + ACROSS
    return middles
