"""The layout that needs no Graphviz: a tidy tree, each box once, its children beside it on the right.

After Reingold and Tilford, "Tidier drawings of trees" (1981), in the simple form that never lets two subtrees share a
row: boxes differ in height, and a picture may be tall.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from argmap.render.figure import Point
from argmap.render.scene import Box, Junction, Link

_ACROSS, _DOWN = 96.0, 16.0  # between columns and between boxes, in px
_BESIDE = 48.0  # from a junction to the card that its step reaches


def place(boxes: Sequence[Box], junctions: Sequence[Junction], links: Iterable[Link]) -> dict[str, Point]:
    """The centre of every box and junction, in px.

    Args:
        boxes: The boxes; the first one, or what it leads to, comes on top.
        junctions: The junctions; each stands just right of what its step reaches.
        links: What hangs on what: a tail is a child of its head. Links that would close a ring are left out.

    Returns:
        Centres by id.
    """
    sizes = {box.id: (box.width, box.height) for box in boxes} | {junction.id: (0.0, 0.0) for junction in junctions}
    children: dict[str, list[str]] = {item: [] for item in sizes}
    parents: dict[str, str] = {}
    for link in links:
        tail, head = link.tail.id, link.head.id
        if not link.free and tail not in parents and not _below(head, tail, parents):
            parents[tail] = head
            children[head].append(tail)
    order, depth = _preorder([item for item in sizes if item not in parents], children, sizes)
    columns = _columns(depth, sizes)
    heights: dict[str, float] = {}
    for item in reversed(order):
        stacked = sum(heights[child] + _DOWN for child in children[item]) - _DOWN
        heights[item] = max(sizes[item][1], stacked)
    tops: dict[str, float] = {}
    centres: dict[str, Point] = {}
    free = 0.0
    for item in order:
        if item not in tops:
            tops[item], free = free, free + heights[item] + _DOWN
        top = tops[item] + (heights[item] - (sum(heights[c] + _DOWN for c in children[item]) - _DOWN)) / 2
        for child in children[item]:
            tops[child] = top
            top += heights[child] + _DOWN
        x = columns[depth[item]]
        if item in parents and not sizes[item][0]:
            x = columns[depth[item] - 1] + sizes[parents[item]][0] / 2 + _BESIDE
        centres[item] = (x, tops[item] + heights[item] / 2)
    return centres


def _below(item: str, ancestor: str, parents: Mapping[str, str]) -> bool:
    """Whether *item* is *ancestor* or hangs below it."""
    while item != ancestor:
        if item not in parents:
            return False
        item = parents[item]
    return True
