"""The curves of a map's lines.

Between neighbouring columns there is nothing but lines, so there each line is one smooth curve; a longer one runs level
between the cards of the columns that it passes. Lines that arrive at one card are spread over its side in the order in
which they come, so that each head is seen.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from math import dist
from typing import NamedTuple

from argmap.render.layout.geometry import Point
from argmap.render.scene.model import Box, End, Link, MapScene

_SPREAD = 13.0  # px between the ends of two lines at a card
_NARROW = 11.0  # px between them from where on heads would cover one another
_CORNER = 14.0  # px from a card's corner that no line ends in
_BESIDE = 16.0  # px between two steps that hit the same step
_SWING = 120.0  # px that a line between pieces of the map takes for its turns
_STRAIGHT = 22.0  # px that a lone line's end is moved to make it straight


class Bounds(NamedTuple):
    """What a line may end at: the left, right, top and bottom of a card, a frame or a junction, in px."""

    left: float
    right: float
    top: float
    bottom: float

    @property
    def middle(self) -> float:
        """The y halfway down."""
        return (self.top + self.bottom) / 2


def route(
    scene: MapScene,
    centres: Mapping[str, Point],
    turns: Sequence[tuple[Point, ...] | None],
    radius: Mapping[str, float],
    far: Mapping[int, Point | None] = {},
) -> list[tuple[Point, ...]]:
    """Draws every link of a map.

    Args:
        scene: The map.
        centres: Where its boxes and junctions are.
        turns: Where each link turns on its way between the cards of other columns; None: nowhere.
        radius: The radius of each junction.
        far: The links that pass under cards, by their places among all: where each meets its siblings, or None.

    Returns:
        For each link a Bézier curve of 3n+1 points from its tail to its head.
    """
    boxes = {box.id: box for box in scene.boxes}
    ends = {end for link in scene.links for end in (link.tail, link.head)}
    places = {end: _place(end, boxes, centres, radius) for end in ends}
    drawn = []
    for index, (link, turning) in enumerate(zip(scene.links, turns, strict=True)):
        tail, head = places[link.tail], places[link.head]
        if index in far:
            drawn.append(_under(tail, head, far[index]))
        elif tail == head:
            drawn.append(_loop(tail))
        else:
            drawn.append(_between(tail, head, turning or ()))
    _spread(scene.links, drawn, places, boxes, far)
    return [tuple(curve) for curve in drawn]


def _place(end: End, boxes: Mapping[str, Box], centres: Mapping[str, Point], radius: Mapping[str, float]) -> Bounds:
    x, y = centres[end.id]
    box = boxes.get(end.id)
    if box is None:
        around = radius[end.id]
        return Bounds(x - around, x + around, y - around, y + around)
    left, top = x - box.width / 2, y - box.height / 2
    if end.card is None:
        return Bounds(left, left + box.width, top, top + box.height)
    card = box.cards[end.card]
    left, top = left + box.inset, top + box.tops[end.card]
    return Bounds(left, left + card.width, top, top + card.height)


def _between(tail: Bounds, head: Bounds, turns: Sequence[Point]) -> list[Point]:
    """A curve from side to facing side by way of *turns*, or around the right where one is above the other."""
    if tail.left < head.right and head.left < tail.right:
        # not so far out between two junctions that it comes to the cards beside them
        out = max(tail.right, head.right) + min(40, tail.right - tail.left)
        return [(tail.right, tail.middle), (out, tail.middle), (out, head.middle), (head.right, head.middle)]
    leftward = tail.left >= head.right
    start = (tail.left if leftward else tail.right, tail.middle)
    end = (head.right if leftward else head.left, head.middle)
    if not turns:
        reach = max(24.0, abs(start[0] - end[0]) / 2) * (1 if leftward else -1)
        return [start, (start[0] - reach, start[1]), (end[0] + reach, end[1]), end]
    points = [start]
    for x, y in (*turns, end):
        half = (points[-1][0] + x) / 2
        points += [(half, points[-1][1]), (half, y), (x, y)]
    return points


def _under(tail: Bounds, head: Bounds, meeting: Point | None) -> list[Point]:
    """A curve from the left of one place to the right of the other, wherever they are, straight but for its ends.

    Those of siblings run to the point where they meet, and from there as one.
    """
    start, end = (tail.left, tail.middle), (head.right, head.middle)
    rest = [(end[0] + _SWING, end[1]), end]
    if meeting is None:
        return [start, (start[0] - _SWING, start[1]), *rest]
    x, y = meeting
    half = (start[0] + x) / 2
    return [start, (half, start[1]), (half, y), meeting, (x - _SWING, y), *rest]


def _loop(place: Bounds) -> list[Point]:
    out, top, bottom = place.right + 60, place.middle - 14, place.middle + 14
    return [(place.right, bottom), (out, bottom + 24), (out, top - 24), (place.right, top)]


class _Arrival(NamedTuple):
    """An end of a link at a side of a card, or at a junction: how high it comes from, and whether it is the head."""

    level: float
    link: int
    head: bool


def _spread(
    links: Sequence[Link],
    curves: Sequence[list[Point]],
    places: Mapping[End, Bounds],
    boxes: Mapping[str, Box],
    far: Mapping[int, Point | None],
) -> None:
    """Gives each end its own place at the side of its card, and lands steps on the junctions that they hit."""
    sides: dict[tuple[End, bool], list[_Arrival]] = defaultdict(list)
    landing: dict[End, list[_Arrival]] = defaultdict(list)
    for at, (link, curve) in enumerate(zip(links, curves, strict=True)):
        if link.tail == link.head:
            continue
        for end, head in ((link.tail, False), (link.head, True)):
            arrival = _Arrival(curve[-4 if head else 3][1], at, head)
            if end.id in boxes:
                sides[end, curve[-1 if head else 0][0] == places[end].right].append(arrival)
            elif link.free or (head and link.headed):
                landing[end].append(arrival)
    for (end, _), arrivals in sides.items():
        for (_, at, head), share in _shares(places[end], sorted(arrivals), links, far):
            curve = curves[at]
            (cx, cy), (x, before) = curve[-2:] if head else curve[1::-1]
            level = curve[-4][1]
            y = level if head and len(arrivals) == 1 and abs(level - share) < _STRAIGHT else share
            _end(curve, (cx, cy + y - before), (x, y), head=head)
    for end, arrivals in landing.items():
        _land(places[end], sorted(arrivals), curves)


def _end(curve: list[Point], control: Point, point: Point, *, head: bool) -> None:
    """Moves an end of a curve, with its control point."""
    if head:
        curve[-2:] = [control, point]
    else:
        curve[:2] = [point, control]


def _shares(
    place: Bounds, arrivals: Sequence[_Arrival], links: Sequence[Link], far: Mapping[int, Point | None]
) -> Iterator[tuple[_Arrival, float]]:
    """Each of the *arrivals* at a side of a card with its y there.

    Lines of a kind that come as one share it, and where it gets narrow all of a kind do.
    """
    if len(arrivals) == 1:
        yield arrivals[0], place.middle
        return
    room = max(0.0, place.bottom - place.top - 2 * _CORNER)
    groups: dict[object, list[_Arrival]] = defaultdict(list)
    kinds: dict[object, list[_Arrival]] = defaultdict(list)
    for one in arrivals:
        kind = (links[one.link].kind, links[one.link].faint, one.head)
        meeting = far.get(one.link) if one.head else None
        groups[(meeting, kind) if meeting else one.link, one.head].append(one)
        kinds[kind].append(one)
    if room < (len(groups) - 1) * _NARROW:
        groups = kinds
    ordered = sorted(groups.values(), key=lambda group: sum(one.level for one in group) / len(group))
    step = min(_SPREAD, room / max(1, len(ordered) - 1))
    for index, group in enumerate(ordered):
        for one in group:
            yield one, place.middle + (index - (len(ordered) - 1) / 2) * step


def _land(junction: Bounds, arrivals: Sequence[_Arrival], curves: Sequence[list[Point]]) -> None:
    """Lets what hits a step come down on it, or up to it, each beside the last."""
    x, y = (junction.left + junction.right) / 2, junction.middle
    radius = junction.bottom - y
    landed = {-1: 0, 1: 0}
    for level, at, head in arrivals:
        curve = curves[at]
        side = -1 if level < y - _STRAIGHT or (level < y + _STRAIGHT and landed[1]) else 1
        shift = _BESIDE * landed[side]
        edge = y + side * (radius if not shift else 1)
        landed[side] += 1
        rise = min(70.0, abs(level - y) / 2)
        if rise < _STRAIGHT:
            reach = min(24.0, (dist(curve[-4], curve[-1]) if head else dist(curve[3], curve[0])) / 3)
            _end(curve, (x + shift + reach, edge + side * reach), (x + shift + 2, edge), head=head)
        else:
            _end(curve, (x + shift, edge + side * rise), (x + shift, edge), head=head)
