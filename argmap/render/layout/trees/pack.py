"""Packing rectangles into an area of good proportion, about in the order in which they come.

The best-fit rule of Burke, Kendall and Whitwell, "A new placement heuristic for the orthogonal stock-cutting problem",
Operations Research 52 (2004), upside down: the highest place on the skyline is filled with the widest rectangle that it
holds. Only the next few are candidates, because readers go by the order.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice
from math import inf, sqrt
from operator import attrgetter
from typing import NamedTuple

from argmap.render.layout.geometry import Point

PROPORTION = 1.35
"""The width of what is packed, to its height: about that of a screen, or of a sheet on its side."""

_TRIED = (0.9, 0.95, 1.0, 1.05, 1.1, 1.15, 1.2, 1.3)  # of the width that would do if nothing were lost
_AHEAD = 8  # rectangles that may be next
_SAME = 1e-6  # px


class _Step(NamedTuple):
    """A step of the skyline: where it starts, its width, and how far down what is above it reaches."""

    x: float
    wide: float
    down: float


_down = attrgetter("down")


def pack_rectangles(sizes: Sequence[Point], gap: float) -> list[Point]:
    """Packs rectangles so that none touches another.

    Args:
        sizes: Their widths and heights, in px.
        gap: What is to be free between two of them, in px.

    Returns:
        The top left corner of each; the top left of them all is 0,0.
    """
    loose = [(width + gap, height + gap) for width, height in sizes]
    even = sqrt(sum(width * height for width, height in loose) * PROPORTION)
    widest = max((width for width, _ in loose), default=0.0)
    best: list[Point] = []
    least = inf
    for room in sorted({max(widest, even * tried) for tried in _TRIED}):
        corners = _placed(loose, room, least / PROPORTION)
        if corners is None:
            continue
        right = max((x + width for (x, _), (width, _) in zip(corners, loose, strict=True)), default=0.0)
        bottom = max((y + height for (_, y), (_, height) in zip(corners, loose, strict=True)), default=0.0)
        if max(right, bottom * PROPORTION) < least:
            best, least = corners, max(right, bottom * PROPORTION)
    return best


def _placed(sizes: Sequence[Point], room: float, most: float) -> list[Point] | None:
    """The corners in *room* px of width; None where that takes *most* px of height or more."""
    corners: dict[int, Point] = {}
    coming = iter(range(len(sizes)))
    ahead = list(islice(coming, 1))  # the first stays first
    skyline = [_Step(0.0, room, 0.0)]
    while ahead:
        at = skyline.index(min(skyline, key=_down))
        x, width, down = skyline[at]
        fitting = [one for one in ahead if sizes[one][0] <= width + _SAME]
        if not fitting:
            skyline[max(0, at - 1) : at + 2] = _raised(skyline, at)
            continue
        chosen = max(fitting, key=lambda one: sizes[one][0])
        ahead.remove(chosen)
        ahead += islice(coming, _AHEAD - len(ahead))
        corners[chosen] = (x, down)
        used, height = sizes[chosen]
        if down + height >= most:
            return None
        rest = [_Step(x + used, width - used, down)] if width - used > _SAME else []
        skyline[at : at + 1] = [_Step(x, used, down + height), *rest]
    return [corners[one] for one in range(len(sizes))]


def _raised(skyline: Sequence[_Step], at: int) -> list[_Step]:
    """A step in which nothing fits, filled up to the higher of its neighbours and made one with it; and the other."""
    first = max(0, at - 1)
    around = skyline[first : at + 2]
    level = min(step.down for other, step in enumerate(around, first) if other != at)
    merged: list[_Step] = []
    for step in around:
        down = max(step.down, level)
        if merged and merged[-1].down == down:
            merged[-1] = merged[-1]._replace(wide=merged[-1].wide + step.wide)
        else:
            merged.append(step._replace(down=down))
    return merged
