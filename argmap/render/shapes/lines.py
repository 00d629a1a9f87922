"""Draws a map's lines, their heads and marks, the junctions, and the legend."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from math import atan2, degrees, hypot

from argmap.render.layout.figure import Figure, Legend, Route, Text
from argmap.render.layout.geometry import DOT_SIZE, PLUS_SIZE, Point
from argmap.render.scene.theme import Theme
from argmap.render.shapes.glyphs import HEADS, ICONS, STROKES, Stroke
from argmap.render.shapes.model import Circle, Group, PathShape, Place, Rect, Shape, Sign, curve
from argmap.render.typeset.measure import width


def routes(figure: Figure) -> Iterator[Shape]:
    """All lines, then all heads and marks, so that no line runs over a head."""
    theme = figure.look.theme
    for one in sorted(figure.routes, key=lambda one: not one.far):  # near lines over far ones
        yield _line(one, theme)
    for one in figure.routes:
        if one.link.headed:
            yield from _heads(one.points, one.link.kind, theme.line(one.link.kind, faint=one.link.faint))
    for one in figure.routes:
        if one.mark_at and one.link.mark:
            yield from _mark(one.mark_at, one.link.mark, theme)


def _line(one: Route, theme: Theme) -> Group:
    link, points = one.link, one.points
    stroke = STROKES[link.kind]
    if link.headed and stroke.head:
        points = _cut(points, HEADS[stroke.head].length)
        if stroke.both:
            points = _cut(points[::-1], HEADS[stroke.head].length)[::-1]
    colour = "edge" if one.far else theme.line(link.kind, faint=link.faint)
    shapes = tuple(_strokes(curve(points), stroke, colour))
    return Group(shapes, f"step {link.kind}", title=link.spoken, described=link.described, item=True)


def _strokes(path: str, stroke: Stroke, colour: str) -> Iterator[Shape]:
    yield PathShape(path, "none", colour, stroke.width, stroke.dashes, cap=stroke.cap)
    if stroke.double:
        yield PathShape(path, "none", "paper", stroke.width - 2.4)


def _cut(points: tuple[Point, ...], length: float) -> tuple[Point, ...]:
    """The curve, drawn back by *length* at its end along its last tangent."""
    (ax, ay), (bx, by) = points[-2:]
    far = hypot(bx - ax, by - ay) or 1.0
    dx, dy = (bx - ax) / far * length, (by - ay) / far * length
    return (*points[:-2], (ax - dx, ay - dy), (bx - dx, by - dy))


def _heads(points: tuple[Point, ...], kind: str, colour: str) -> Iterator[Shape]:
    stroke = STROKES[kind]
    if stroke.head:
        yield _head(points[-1], points[-2], stroke.head, colour)
        if stroke.both:
            yield _head(points[0], points[1], stroke.head, colour)


def _head(tip: Point, before: Point, head: str, colour: str) -> PathShape:
    shape = HEADS[head]
    place = Place(*tip, angle=degrees(atan2(tip[1] - before[1], tip[0] - before[0])))
    if shape.filled:
        return PathShape(shape.path, colour, place=place, classes=f"head {head}")
    fill = "paper" if shape.path.endswith("Z") else "none"
    heavy = 2.2 if head in ("bar", "bars", "chevron") else 1.5
    return PathShape(shape.path, fill, colour, heavy, join="round", place=place, classes=f"head {head}")


def _mark(at: Point, words: str, theme: Theme) -> Iterator[Shape]:
    kind = theme.types["mark"]
    wide = width(words, kind.size, kind.face) + 8
    yield Rect(at[0] - wide / 2, at[1] - 7.5, wide, 15, 7.5, "paper", classes="mark")
    yield Text(at[0], at[1] + 3.3, words, "mark", "muted", "middle")


def junctions(figure: Figure) -> Iterator[Shape]:
    """The junctions: a dot, or a plus in a circle where premises join."""
    for junction, x, y, kind, faint in figure.junctions:
        yield _junction(x, y, figure.look.theme.line(kind, faint=faint), linked=junction.linked)


def _junction(x: float, y: float, colour: str, *, linked: bool) -> Shape:
    if not linked:
        return Circle(x, y, DOT_SIZE / 2, colour, classes="junction")
    ring = Circle(0, 0, PLUS_SIZE / 2 - 1, "frame", stroke_width=1.4)
    plus = PathShape("M-4.5 0H4.5M0 -4.5V4.5", stroke_width=1.8)
    return Sign((ring, plus), x, y, colour, "junction linked")


def legend(entries: Iterable[Legend], theme: Theme) -> Iterator[Shape]:
    """The legend: a sample and words for each entry."""
    for entry in entries:
        if entry.sort == "line":
            sample = _line_sample(entry, theme)
        elif entry.sort == "tag":
            sample = iter((Circle(entry.x + 5, entry.y, 4.5, f"tag-{int(entry.key) + 1}", classes="tag"),))
        else:
            sample = _tone_sample(entry)
        yield Group((*sample, entry.words), "legend")


def _line_sample(entry: Legend, theme: Theme) -> Iterator[Shape]:
    faint = entry.key == "outweighed"
    kind = "attack" if faint else entry.key
    start, end = (entry.x, entry.y), (entry.x + 36, entry.y)
    points = (start, (entry.x + 12, entry.y), (entry.x + 24, entry.y), end)
    stroke, colour = STROKES[kind], theme.line(kind, faint=faint)
    cut = HEADS[stroke.head].length if stroke.head else 0
    ends = _cut(points, cut)
    if stroke.both:
        ends = _cut(ends[::-1], cut)[::-1]
    yield from _strokes(curve(ends), stroke, colour)
    yield from _heads(points, kind, colour)


def _tone_sample(entry: Legend) -> Iterator[Shape]:
    x, y, key = entry.x, entry.y - 7, entry.key
    if key == "plus":
        yield _junction(x + 9, entry.y, "line-support", linked=True)
    elif key == "folded":
        for out in (3, 0):
            yield Rect(x + out, y + out, 14, 11, 3, "claim-ground", "muted")
    elif key == "together":
        yield Rect(x, y, 17, 14, 3, "frame", "frame-edge")
    elif key == "implicit":
        yield Rect(x, y, 17, 14, 3, "claim-ground", "muted", dashes="4 2.5")
    else:
        yield Rect(x, y, 17, 14, 3, f"{key}-ground", "edge")
        yield Rect(x, y, 4, 14, 2, key)
        if entry.icon:
            yield PathShape(ICONS[entry.icon], "none", key, 1.6, place=Place(x + 6.5, entry.y - 4.5, scale=0.75))
