"""Draws what only a comparison has: the columns' grounds, connectors, ghosts and verdict pills."""

from __future__ import annotations

from collections.abc import Iterator

from argmap.render.layout.figure import Figure, PlacedPill, Text
from argmap.render.scene.theme import Theme
from argmap.render.shapes.glyphs import CONNECTORS, VERDICTS
from argmap.render.shapes.model import Group, PathShape, Place, Rect, Shape, number
from argmap.render.typeset.measure import width

_ICON = 18.0  # px that the sign takes before a pill's word
_FILLED = ("only-left", "only-right")


def backdrop(figure: Figure) -> Iterator[Shape]:
    """What lies under the cards."""
    for x, y, wide, high, side in figure.panels:
        name = f"side-{side + 1}"
        yield Rect(x, y, wide, high, 14, f"{name}-ground", f"{name}-edge", classes="panel")


def verdicts(figure: Figure) -> Iterator[Shape]:
    """The lines from the cards to the pills, the pills, and the ghosts of silent sides."""
    for (x, y), (to, _), relation in figure.connectors:
        stroke, path = CONNECTORS[relation], f"M{number(x)} {number(y)}H{number(to)}"
        yield PathShape(
            path, None, relation, stroke.width, stroke.dashes, cap=stroke.cap, classes=f"connector {relation}"
        )
    for ghost in figure.ghosts:
        yield Rect(*ghost, 5, "none", "ghost-edge", 1.3, "6 4", "ghost")
    for pill in figure.pills:
        yield _pill(pill, figure.look.theme)


def _pill(pill: PlacedPill, theme: Theme) -> Group:
    accent = pill.relation.partition("-")[0]
    kind = theme.types["pill"]
    wide = width(pill.text, kind.size, kind.face, kind.spacing) - kind.spacing
    left = pill.x + (pill.width - wide - _ICON) / 2
    middle = pill.y + pill.height / 2
    fill = accent if pill.relation in _FILLED else "none"
    sign, place = VERDICTS[pill.relation], Place(left, middle - 6)
    shapes = (
        Rect(*pill[:4], pill.height / 2, f"{accent}-ground", accent, 1.3),
        PathShape(sign, fill, accent, 1.6, join="round", cap="round", place=place),
        Text(left + _ICON, middle + 4, pill.text, "pill", accent),
    )
    return Group(shapes, f"verdict {pill.relation}")
