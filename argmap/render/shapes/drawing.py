"""Turns a figure into the shapes that all painters follow."""

from __future__ import annotations

from collections.abc import Iterator

from argmap.render.layout.figure import Figure
from argmap.render.shapes.cards import card, frame
from argmap.render.shapes.lines import junctions, legend, routes
from argmap.render.shapes.model import Rect, Shape
from argmap.render.shapes.verdicts import backdrop, verdicts


def drawing(figure: Figure) -> Iterator[Shape]:
    """The shapes of a figure, from back to front."""
    look = figure.look
    yield Rect(0, 0, figure.width, figure.height, fill="paper", classes="paper")
    yield from backdrop(figure)
    yield from figure.texts
    yield from legend(figure.legend, look.theme)
    for x, y, width, height in figure.grounds:
        yield Rect(x, y, width, height, 14, "piece", "edge", classes="piece")
    for placed in figure.boxes:
        if placed.box.framed:
            yield from frame(placed, look)
    yield from routes(figure)
    yield from junctions(figure)
    for box, x, y in figure.boxes:
        for one, top in zip(box.cards, box.tops, strict=True):
            yield card(one, x + box.inset, y + top, look.theme)
    for one, x, y, side, flipped in figure.cards:
        yield card(one, x, y, look.theme, accent=f"side-{side + 1}", flipped=flipped)
    yield from verdicts(figure)
