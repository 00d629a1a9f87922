"""Our own layout, without Graphviz: tidy trees, cut into pieces where they are large, and the pieces packed.

It takes linear time but for the packing, and gives the same places on every machine.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from argmap.render.layout.geometry import Ground, Point
from argmap.render.layout.trees.cut import Piece, cut_trees
from argmap.render.layout.trees.pack import pack_rectangles
from argmap.render.layout.trees.tidy import ACROSS, Sizes, forest, place_tree
from argmap.render.scene.model import Link

_BETWEEN, _PAD = 88.0, 20.0  # px between the cards of two pieces, and from a card to the edge of a piece
_NEXT = 1.25  # columns that a line may span and still run in the open


class Patchwork(NamedTuple):
    """Where everything is, in px.

    *centres* are those of boxes and junctions by id. *far* are the links that pass under cards, by their places among
    all, each with the point where it meets those of its siblings, if it has any. *grounds* are those of the pieces.
    """

    centres: Mapping[str, Point]
    far: Mapping[int, Point | None]
    grounds: tuple[Ground, ...]


def lay_out(links: Sequence[Link], sizes: Sizes, *, whole: bool = False) -> Patchwork:
    """Places boxes and junctions.

    Args:
        links: What runs between them.
        sizes: The size of each.
        whole: Do not cut trees into pieces.

    Returns:
        The places.
    """
    trees = forest(list(sizes.wide), links)
    pieces, children = (
        ([Piece((root,), None) for root in trees.roots], trees.children) if whole else cut_trees(trees, sizes)
    )
    drawn = [place_tree(piece.roots, children, sizes) for piece in pieces]
    extents = [_extent(places, sizes) for places in drawn]
    corners = pack_rectangles([(right - left, bottom) for left, right, bottom in extents], _BETWEEN)
    centres: dict[str, Point] = {}
    home: dict[str, int] = {}
    for index, (places, (left, _, _), (x0, y0)) in enumerate(zip(drawn, extents, corners, strict=True)):
        for item, (x, y) in places.items():
            centres[item], home[item] = (x - left + x0, y + y0), index
    meeting = {
        index: (x - _BETWEEN / 2, (centres[piece.roots[0]][1] + centres[piece.roots[-1]][1]) / 2)
        for index, (piece, (x, _)) in enumerate(zip(pieces, corners, strict=True))
        if len(piece.roots) > 1
    }
    reach = _NEXT * (max(sizes.wide.values()) + ACROSS)
    far: dict[int, Point | None] = {}
    for index, link in enumerate(links):
        tail, head = link.tail.id, link.head.id
        if home[tail] != home[head]:
            far[index] = meeting.get(home[tail]) if trees.parents[tail] == head else None
        elif abs(centres[tail][0] - centres[head][0]) > reach:
            far[index] = None
    grounds = [
        Ground(x - _PAD, y - _PAD, right - left + 2 * _PAD, bottom + 2 * _PAD)
        for (x, y), (left, right, bottom) in zip(corners, extents, strict=True)
    ]
    return Patchwork(centres, far, () if whole else tuple(grounds))


def _extent(places: Mapping[str, Point], sizes: Sizes) -> tuple[float, float, float]:
    """The left, the right and the bottom of a piece; its top is 0."""
    width, height = sizes
    left = min([x - width[item] / 2 for item, (x, _) in places.items()])
    right = max([x + width[item] / 2 for item, (x, _) in places.items()])
    return left, right, max([y + height[item] / 2 for item, (_, y) in places.items()])
