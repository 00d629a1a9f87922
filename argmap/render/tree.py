"""The layout that needs no Graphviz: a tidy tree, each box once, its children beside it on the right.

After Reingold and Tilford, "Tidier drawings of trees" (1981), in the simple form that never lets two subtrees share a
row: boxes differ in height, and a picture may be tall.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from argmap.render.figure import Point
from argmap.render.scene import Box, Junction, Link

_ACROSS, _DOWN = 96.0, 16.0  # between columns and between boxes, in px
_BESIDE = 48.0  # from the right of a card to a junction on a step to it, and on to the next one


def place(boxes: Sequence[Box], junctions: Sequence[Junction], links: Iterable[Link]) -> dict[str, Point]:
    """The centre of every box and junction, in px.

    Args:
        boxes: The boxes.
        junctions: The junctions; each stands just right of what its step reaches.
        links: What hangs on what: a tail is a child of its head. A second head, and a ring, are not followed.

    Returns:
        Centres by id.
    """
    wide = {box.id: box.width for box in boxes} | {junction.id: 0.0 for junction in junctions}
    high = {box.id: box.height for box in boxes} | {junction.id: 0.0 for junction in junctions}
    order, parents = _walk(list(wide), links)
    children: dict[str, list[str]] = {item: [] for item in order}
    depth: dict[str, int] = {}
    for item in order:
        parent = parents[item]
        depth[item] = 0 if parent is None else depth[parent] + (1 if wide[parent] else 0)
        if parent is not None:
            children[parent].append(item)
    span: dict[str, float] = {}
    stacked: dict[str, float] = {}
    for item in reversed(order):
        stacked[item] = sum(span[child] + _DOWN for child in children[item]) - _DOWN
        span[item] = max(high[item], stacked[item])
    middles = _middles(depth, wide)
    centres: dict[str, Point] = {}
    tops: dict[str, float] = {}
    free = 0.0
    for item in order:
        parent = parents[item]
        if parent is None:
            tops[item], free = free, free + span[item] + _DOWN
        top = tops[item] + (span[item] - stacked[item]) / 2
        for child in children[item]:
            tops[child], top = top, top + span[child] + _DOWN
        if wide[item] or parent is None:
            x = middles[depth[item]]
        else:
            x = centres[parent][0] + wide[parent] / 2 + _BESIDE / (1 if wide[parent] else 2)
        centres[item] = (x, tops[item] + span[item] / 2)
    return centres


def _walk(items: Sequence[str], links: Iterable[Link]) -> tuple[list[str], dict[str, str | None]]:
    """The items in depth-first order from those that lead nowhere, and what each hangs on."""
    tails: dict[str, list[str]] = {item: [] for item in items}
    leading = set()
    for link in links:
        if not link.free and link.tail.id != link.head.id:
            tails[link.head.id].append(link.tail.id)
            leading.add(link.tail.id)
    order: list[str] = []
    parents: dict[str, str | None] = {}
    roots = [item for item in items if item not in leading]
    for root in [*roots, *items]:
        stack: list[tuple[str, str | None]] = [(root, None)]
        while stack:
            item, parent = stack.pop()
            if item not in parents:
                parents[item] = parent
                order.append(item)
                stack += [(tail, item) for tail in reversed(tails[item])]
    return order, parents


def _middles(depth: Mapping[str, int], wide: Mapping[str, float]) -> list[float]:
    """The middle of each column."""
    widest = [0.0] * (max(depth.values(), default=-1) + 1)
    for item, at in depth.items():
        widest[at] = max(widest[at], wide[item])
    middles, left = [], 0.0
    for column in widest:
        middles.append(left + column / 2)
        left += column + _ACROSS
    return middles
