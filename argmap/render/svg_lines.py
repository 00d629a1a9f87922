"""Paints a map's lines, their heads and marks, the junctions, and the legend."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from math import atan2, degrees, hypot

from argmap.render.figure import Figure, Legend, Point, Route, Text
from argmap.render.layout import DOT_SIZE, PLUS_SIZE
from argmap.render.marks import HEADS, ICONS, STROKES, Stroke
from argmap.render.measure import width
from argmap.render.svg_text import attr, content, curve, number, text
from argmap.render.theme import TYPES, Colours


def routes(figure: Figure, colours: Colours) -> Iterator[str]:
    """All lines, then all heads and marks, so that no line runs over a head."""
    for one in figure.routes:
        yield from _line(one, colours)
    for one in figure.routes:
        if one.link.headed:
            yield from _heads(one.points, one.link.kind, _colour(one.link.kind, colours, faint=one.link.faint), colours)
    for one in figure.routes:
        if one.mark_at and one.link.mark:
            yield from _mark(one.mark_at, one.link.mark, colours)


def _colour(kind: str, colours: Colours, *, faint: bool) -> str:
    return colours.faint.get(kind, colours.edge) if faint else colours.steps[kind]


def _line(one: Route, colours: Colours) -> Iterator[str]:
    stroke, points = STROKES[one.link.kind], one.points
    if one.link.headed and stroke.head:
        points = _cut(points, HEADS[stroke.head].length)
        if stroke.both:
            points = _cut(points[::-1], HEADS[stroke.head].length)[::-1]
    yield f'<g class="step {one.link.kind}" role="graphics-symbol" aria-label="{attr(one.link.spoken)}">'
    yield f"<title>{content(one.link.spoken)}</title>"
    yield from _strokes(curve(points), stroke, _colour(one.link.kind, colours, faint=one.link.faint), colours)
    yield "</g>"


def _strokes(path: str, stroke: Stroke, colour: str, colours: Colours) -> Iterator[str]:
    dashes = f' stroke-dasharray="{stroke.dashes}"' if stroke.dashes else ""
    cap = ' stroke-linecap="round"' if stroke.dashes.startswith("0.1 ") else ""
    yield f'<path d="{path}" fill="none" stroke="{colour}" stroke-width="{stroke.width:g}"{dashes}{cap}/>'
    if stroke.double:
        yield f'<path d="{path}" fill="none" stroke="{colours.paper}" stroke-width="{stroke.width - 2.4:g}"/>'


def _cut(points: tuple[Point, ...], length: float) -> tuple[Point, ...]:
    """The curve, drawn back by *length* at its end along its last tangent."""
    (ax, ay), (bx, by) = points[-2:]
    far = hypot(bx - ax, by - ay) or 1.0
    dx, dy = (bx - ax) / far * length, (by - ay) / far * length
    return (*points[:-2], (ax - dx, ay - dy), (bx - dx, by - dy))


def _heads(points: tuple[Point, ...], kind: str, colour: str, colours: Colours) -> Iterator[str]:
    stroke = STROKES[kind]
    if stroke.head:
        yield _head(points[-1], points[-2], stroke.head, colour, colours)
        if stroke.both:
            yield _head(points[0], points[1], stroke.head, colour, colours)


def _head(tip: Point, before: Point, head: str, colour: str, colours: Colours) -> str:
    shape = HEADS[head]
    angle = degrees(atan2(tip[1] - before[1], tip[0] - before[0]))
    closed = shape.path.endswith("Z")
    fill = colour if shape.filled else colours.paper if closed else "none"
    heavy = "2.2" if head in ("bar", "bars", "chevron") else "1.5"
    outline = "" if shape.filled else f' stroke="{colour}" stroke-width="{heavy}" stroke-linejoin="round"'
    return (
        f'<path class="head {head}" d="{shape.path}" fill="{fill}"{outline}'
        f' transform="translate({number(tip[0])} {number(tip[1])}) rotate({number(angle)})"/>'
    )


def _mark(at: Point, words: str, colours: Colours) -> Iterator[str]:
    kind = TYPES["mark"]
    wide = width(words, kind.size, kind.face) + 8
    yield (
        f'<rect x="{number(at[0] - wide / 2)}" y="{number(at[1] - 7.5)}" width="{number(wide)}" height="15" rx="7.5"'
        f' fill="{colours.paper}"/>'
    )
    yield text(Text(at[0], at[1] + 3.3, words, "mark", colours.muted, "middle"))


def plus(figure: Figure, colours: Colours) -> Iterator[str]:
    """The junctions: a dot, or a plus in a circle where premises join."""
    for junction, x, y, kind, faint in figure.junctions:
        yield _junction((x, y), _colour(kind, colours, faint=faint), colours, linked=junction.linked)


def _junction(at: Point, colour: str, colours: Colours, *, linked: bool) -> str:
    x, y = number(at[0]), number(at[1])
    if not linked:
        return f'<circle class="junction" cx="{x}" cy="{y}" r="{DOT_SIZE / 2:g}" fill="{colour}"/>'
    return (
        f'<g class="junction linked" transform="translate({x} {y})" stroke="{colour}">'
        f'<circle r="{PLUS_SIZE / 2 - 1:g}" fill="{colours.frame}" stroke-width="1.4"/>'
        f'<path d="M-4.5 0H4.5M0 -4.5V4.5" stroke-width="1.8"/></g>'
    )


def legend(entries: Iterable[Legend], colours: Colours) -> Iterator[str]:
    """The legend: a sample and words for each entry."""
    for entry in entries:
        yield '<g class="legend">'
        yield from _line_sample(entry, colours) if entry.sort == "line" else _tone_sample(entry, colours)
        yield text(entry.words)
        yield "</g>"


def _line_sample(entry: Legend, colours: Colours) -> Iterator[str]:
    faint = entry.key == "outweighed"
    kind = "attack" if faint else entry.key
    start, end = (entry.x, entry.y), (entry.x + 36, entry.y)
    points = (start, (entry.x + 12, entry.y), (entry.x + 24, entry.y), end)
    stroke, colour = STROKES[kind], _colour(kind, colours, faint=faint)
    cut = HEADS[stroke.head].length if stroke.head else 0
    ends = _cut(points, cut)
    if stroke.both:
        ends = _cut(ends[::-1], cut)[::-1]
    yield from _strokes(curve(ends), stroke, colour, colours)
    yield from _heads(points, kind, colour, colours)


def _tone_sample(entry: Legend, colours: Colours) -> Iterator[str]:
    x, y = number(entry.x), number(entry.y - 7)
    if entry.key == "plus":
        yield _junction((entry.x + 9, entry.y), colours.steps["support"], colours, linked=True)
    elif entry.key in ("together", "implicit"):
        look = (
            f'fill="{colours.frame}" stroke="{colours.frame_edge}"'
            if entry.key == "together"
            else f'fill="#ffffff" stroke="{colours.muted}" stroke-dasharray="4 2.5"'
        )
        yield f'<rect x="{x}" y="{y}" width="17" height="14" rx="3" {look}/>'
    else:
        tone = colours.tones[entry.key]
        yield f'<rect x="{x}" y="{y}" width="17" height="14" rx="3" fill="{tone.ground}" stroke="{colours.edge}"/>'
        yield f'<rect x="{x}" y="{y}" width="4" height="14" rx="2" fill="{tone.accent}"/>'
        if entry.icon:
            place = f"translate({number(entry.x + 6.5)} {number(entry.y - 4.5)}) scale(0.75)"
            look = f'fill="none" stroke="{tone.accent}" stroke-width="1.6"'
            yield f'<path d="{ICONS[entry.icon]}" transform="{place}" {look}/>'
