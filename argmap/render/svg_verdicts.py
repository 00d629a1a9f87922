"""Paints what only a comparison has: the columns' grounds, connectors, ghosts and verdict pills."""

from __future__ import annotations

from collections.abc import Iterator

from argmap.render.figure import Figure, PlacedPill, Text
from argmap.render.marks import CONNECTORS, VERDICTS
from argmap.render.measure import width
from argmap.render.svg_text import number, text
from argmap.render.theme import TYPES, Colours

_ICON = 18.0  # px that the sign takes before a pill's word
_FILLED = ("only-left", "only-right")


def backdrop(figure: Figure, colours: Colours) -> Iterator[str]:
    """What lies under the cards."""
    for panel in figure.panels:
        _, ground, edge = colours.sides[panel.side]
        yield f'<rect class="panel" {_box(panel[:4], 14)} fill="{ground}" stroke="{edge}"/>'


def verdicts(figure: Figure, colours: Colours) -> Iterator[str]:
    """The lines from the cards to the pills, the pills, and the ghosts of silent sides."""
    for (x, y), (to, _), relation in figure.connectors:
        stroke = CONNECTORS[relation]
        dashes = f' stroke-dasharray="{stroke.dashes}"' if stroke.dashes else ""
        cap = ' stroke-linecap="round"' if stroke.dashes.startswith("0.1 ") else ""
        yield (
            f'<path class="connector {relation}" d="M{number(x)} {number(y)}H{number(to)}"'
            f' stroke="{colours.relations[relation][0]}" stroke-width="{stroke.width:g}"{dashes}{cap}/>'
        )
    for ghost in figure.ghosts:
        yield (
            f'<rect class="ghost" {_box(ghost, 5)} fill="none" stroke="{colours.ghost_edge}"'
            ' stroke-width="1.3" stroke-dasharray="6 4"/>'
        )
    for pill in figure.pills:
        yield from _pill(pill, colours)


def _box(place: tuple[float, float, float, float], radius: float) -> str:
    x, y, wide, high = map(number, place)
    return f'x="{x}" y="{y}" width="{wide}" height="{high}" rx="{radius:g}"'


def _pill(pill: PlacedPill, colours: Colours) -> Iterator[str]:
    accent, ground = colours.relations[pill.relation.partition("-")[0]]
    kind = TYPES["pill"]
    wide = width(pill.text, kind.size, kind.face, kind.spacing) - kind.spacing
    left = pill.x + (pill.width - wide - _ICON) / 2
    middle = pill.y + pill.height / 2
    fill = accent if pill.relation in _FILLED else "none"
    yield f'<g class="verdict {pill.relation}">'
    yield f'<rect {_box(pill[:4], pill.height / 2)} fill="{ground}" stroke="{accent}" stroke-width="1.3"/>'
    yield (
        f'<path d="{VERDICTS[pill.relation]}" transform="translate({number(left)} {number(middle - 6)})" fill="{fill}"'
        f' stroke="{accent}" stroke-width="1.6" stroke-linejoin="round" stroke-linecap="round"/>'
    )
    yield text(Text(left + _ICON, middle + 4, pill.text, "pill", accent))
    yield "</g>"
