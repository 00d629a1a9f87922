"""Points, curves and areas of a picture. Lengths are in px, y points down."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

Point = tuple[float, float]

Curve = tuple[Point, ...]
"""A Bézier curve of 3n+1 points, or the points by way of which a line goes."""

DOT_SIZE, PLUS_SIZE = 9.0, 20.0
"""The diameter in px of a junction, and of one where premises join."""


class Ground(NamedTuple):
    """What is under a piece of a large map.

    Attributes:
        x: Its left, in px.
        y: Its top, in px.
        width: Its width, in px.
        height: Its height, in px.
    """

    x: float
    y: float
    width: float
    height: float


def halfway(curve: Sequence[Point], along: float) -> Point:
    """The point of a curve at the fraction *along* of its segments."""
    pieces = (len(curve) - 1) // 3
    at = min(pieces - 1, int(along * pieces))
    t = along * pieces - at
    (ax, ay), (bx, by), (cx, cy), (dx, dy) = curve[3 * at : 3 * at + 4]
    u = 1 - t
    return (
        u**3 * ax + 3 * u * u * t * bx + 3 * u * t * t * cx + t**3 * dx,
        u**3 * ay + 3 * u * u * t * by + 3 * u * t * t * cy + t**3 * dy,
    )
