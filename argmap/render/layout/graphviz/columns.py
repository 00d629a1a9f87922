"""The columns of a map that Graphviz laid out. It says what stands in which, and in what order; we say how high.

Of a long line it says between which cards of every column it passes.
"""

from __future__ import annotations

from bisect import bisect
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from argmap.render.layout.geometry import Curve, Point, halfway
from argmap.render.layout.graphviz.settle import Pull, settle_columns
from argmap.render.scene.model import Box, End, MapScene

_BETWEEN = 44.0  # px between two columns, of which every other one is for junctions
_APART = (16.0, 12.0, 9.0)  # px between neighbours in a column none, one or both of which are lines that pass
_PULL = (1.0, 2.0, 8.0)  # what a line pulls between two such items
_ALONE = 4.0  # times what it pulls where it is the only one at both its ends
_ONWARD = 3.0  # times what it pulls from a junction to where the step leads
_FREE = 0.1  # times what it pulls where it does not shape the layout
_AWAY = 0.15  # times what it pulls from what others bear on, so that these keep it in their middle
_BESIDE = 8.0  # px from the cards of a column to where a line may turn
_HALVINGS = 24  # by which a place on a curve is found


class _Pass(NamedTuple):
    """A link that passes a column: its rank, below how many of its cards, and how far down the direct way would be."""

    rank: int
    below: int
    direct: float
    link: int


_Item = str | _Pass


def level(
    scene: MapScene,
    found: Mapping[str, Point],
    curves: Sequence[Curve | None],
    ranks: Mapping[str, int],
    high: Mapping[str, float],
) -> tuple[dict[str, Point], tuple[Curve | None, ...]]:
    """Moves boxes and junctions up and down until the lines are as level as can be.

    Args:
        scene: The map.
        found: Where Graphviz placed its boxes and junctions.
        curves: What Graphviz drew for each link.
        ranks: In which column each of them stands.
        high: The height of each of them, in px.

    Returns:
        The centres; and for each link where it turns on its way between the cards of other columns, from its tail to
        its head: where it enters a column and where it leaves it. None: it passes no column.
    """
    boxes = {box.id: box for box in scene.boxes}
    stacks: dict[int, list[str]] = {}
    for item in sorted(scene.ids, key=lambda item: (ranks[item], found[item][1])):
        stacks.setdefault(ranks[item], []).append(item)
    ways = _ways(scene, found, curves, ranks, stacks)
    passes = [one for way in ways for one in way]
    columns = [_column(stack, (one for one in passes if one.rank == rank)) for rank, stack in stacks.items()]
    items: list[_Item] = [*scene.ids, *passes]
    number = {item: at for at, item in enumerate(items)}
    apart = [[_apart(one, other, high) for one, other in pairwise(column)] for column in columns]
    ys = settle_columns(
        [[number[item] for item in column] for column in columns], apart, _pulls(scene, ways, number, boxes)
    )
    top = min(ys[number[item]] - box.height / 2 for item, box in boxes.items())
    down = {item: round(ys[at] - top, 2) for item, at in number.items()}
    width = {
        rank: max(boxes[item].width if item in boxes else high[item] for item in stack)
        for rank, stack in stacks.items()
    }
    middles = _middles(width)
    turns: list[Curve | None] = []
    for link, way in zip(scene.links, ways, strict=True):
        side = 1 if ranks[link.tail.id] > ranks[link.head.id] else -1
        turns.append(
            tuple(
                (middles[one.rank] + turn * (width[one.rank] / 2 + _BESIDE), down[one])
                for one in way
                for turn in (side, -side)
            )
            or None
        )
    return {item: (middles[ranks[item]], down[item]) for item in scene.ids}, tuple(turns)


def _middles(wide: Mapping[int, float]) -> dict[int, float]:
    """The x of each column, with room for one between any two of cards."""
    middles, left = {}, 0.0
    for rank in range(min(wide), max(wide) + 1):
        middles[rank] = left + wide.get(rank, 0.0) / 2
        left += wide.get(rank, 0.0) + _BETWEEN
    return middles


def _ways(
    scene: MapScene,
    found: Mapping[str, Point],
    curves: Sequence[Curve | None],
    ranks: Mapping[str, int],
    stacks: Mapping[int, Sequence[str]],
) -> list[list[_Pass]]:
    """Which columns of cards each link passes, from its tail to its head."""
    down = {item: (index + 0.5) / len(stack) for stack in stacks.values() for index, item in enumerate(stack)}
    ways = []
    for index, (link, curve) in enumerate(zip(scene.links, curves, strict=True)):
        start, end = ranks[link.tail.id], ranks[link.head.id]
        between = [rank for rank in stacks if rank % 2 == 0 and min(start, end) < rank < max(start, end)]
        way = []
        for rank in sorted(between, reverse=start > end):
            stack = stacks[rank]
            y = _crossing(curve or (), found[stack[0]][0])
            if y is not None:
                share = (rank - start) / (end - start)
                direct = down[link.tail.id] * (1 - share) + down[link.head.id] * share
                way.append(_Pass(rank, bisect([found[item][1] for item in stack], y), direct, index))
        ways.append(way)
    return ways


def _crossing(curve: Sequence[Point], x: float) -> float | None:
    """The y at which a curve first comes to *x*."""
    for index in range(0, len(curve) - 1, 3):
        piece = curve[index : index + 4]
        start, end = piece[0][0], piece[3][0]
        if start != end and min(start, end) <= x <= max(start, end):
            low, high = 0.0, 1.0
            for _ in range(_HALVINGS):
                middle = (low + high) / 2
                if (halfway(piece, middle)[0] < x) == (start < end):
                    low = middle
                else:
                    high = middle
            return halfway(piece, low)[1]
    return None


def _column(stack: Sequence[str], passes: Iterable[_Pass]) -> list[_Item]:
    """A column from top to bottom; what passes between the same two cards is ordered by the direct ways."""
    places: list[tuple[tuple[float, ...], _Item]] = [((index, 1), item) for index, item in enumerate(stack)]
    places += [((one.below, 0, one.direct, one.link), one) for one in passes]
    return [item for _, item in sorted(places, key=lambda place: place[0])]


def _apart(one: _Item, other: _Item, high: Mapping[str, float]) -> float:
    """How far apart the middles of two neighbours in a column have to be."""
    passing = isinstance(one, _Pass) + isinstance(other, _Pass)
    return sum(high[item] / 2 for item in (one, other) if isinstance(item, str)) + _APART[passing]


def _pulls(
    scene: MapScene, ways: Sequence[Sequence[_Pass]], number: Mapping[_Item, int], boxes: Mapping[str, Box]
) -> list[list[Pull]]:
    """What every item wants to be level with."""
    leaving = Counter(link.tail.id for link in scene.links if not link.free)
    arriving = Counter(link.head.id for link in scene.links if not link.free)
    pulls: list[list[Pull]] = [[] for _ in number]
    for link, way in zip(scene.links, ways, strict=True):
        much = _FREE if link.free else _ALONE if leaving[link.tail.id] == arriving[link.head.id] == 1 else 1.0
        much *= _ONWARD if link.headed and link.tail.id not in boxes else 1.0
        path: list[tuple[_Item, float]] = [(link.tail.id, _port(link.tail, boxes))]
        path += [(one, 0.0) for one in way]
        path.append((link.head.id, _port(link.head, boxes)))
        for (one, port), (other, opposite) in pairwise(path):
            weight = much * _PULL[isinstance(one, _Pass) + isinstance(other, _Pass)]
            away = weight * _AWAY if isinstance(one, str) and one in boxes and arriving[one] else weight
            pulls[number[one]].append(Pull(number[other], away, opposite - port))
            pulls[number[other]].append(Pull(number[one], weight, port - opposite))
    return pulls


def _port(end: End, boxes: Mapping[str, Box]) -> float:
    """How far below the middle of its box a link ends."""
    box = boxes.get(end.id)
    if box is None or end.card is None:
        return 0.0
    return box.tops[end.card] + box.cards[end.card].height / 2 - box.height / 2
