"""Writes shapes as elements of SVG, each on lines of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from argmap.render.layout.figure import Text
from argmap.render.painters.svg.text import Ink, attr, content
from argmap.render.shapes.glyphs import ICONS
from argmap.render.shapes.model import (
    Circle,
    Group,
    Hyperlink,
    Icon,
    PathShape,
    Place,
    Rect,
    Shape,
    Sign,
    TextLines,
    number,
)


def elements(shapes: Iterable[Shape], ink: Ink) -> list[str]:
    """The lines of SVG for *shapes*; their ids and colours are those of *ink*."""
    lines: list[str] = []
    for shape in shapes:
        _WRITERS[type(shape)](shape, ink, lines)
    return lines


def icons(ink: Ink) -> str:
    """The icons of the cards, to be used by their names."""
    look = 'fill="none" stroke-width="1.5" stroke-linejoin="round" stroke-linecap="round"'
    shapes = (f'<path id="{ink.id("icon", icon)}" d="{path}" {look}/>' for icon, path in ICONS.items())
    return f"<defs>{''.join(shapes)}</defs>"


def _rect(rect: Rect, ink: Ink, lines: list[str]) -> None:
    x, y, width, height, radius, fill, stroke, heavy, dashes, classes = rect
    left, top = f' x="{number(x)}"' if x else "", f' y="{number(y)}"' if y else ""
    corners = f' rx="{number(radius)}"' if radius else ""
    size = f'width="{number(width)}" height="{number(height)}"'
    lines.append(f"<rect{left}{top} {size}{corners}{ink(classes, fill, stroke)}{_pen(heavy, dashes)}/>")


def _circle(circle: Circle, ink: Ink, lines: list[str]) -> None:
    x, y, radius, fill, heavy, classes = circle
    centre = f' cx="{number(x)}" cy="{number(y)}"' if x or y else ""
    lines.append(f'<circle{centre} r="{number(radius)}"{ink(classes, fill)}{_pen(heavy)}/>')


def _path(path: PathShape, ink: Ink, lines: list[str]) -> None:
    data, fill, stroke, heavy, dashes, join, cap, place, classes = path
    look = ink(classes, fill, stroke)
    where = _transform(place) if place else ""
    # in the order in which we have always written them: pictures are compared byte for byte
    before, after = ("", where) if place and place.angle is not None else (where, "")
    lines.append(f'<path d="{data}"{before}{look}{_pen(heavy, dashes, join, cap)}{after}/>')


def _transform(place: Place) -> str:
    x, y, angle, scale = place
    turned = f" rotate({number(angle)})" if angle is not None else ""
    scaled = f" scale({number(scale)})" if scale is not None else ""
    return f' transform="translate({number(x)} {number(y)}){turned}{scaled}"'


def _pen(width: float | None, dashes: str = "", join: str = "", cap: str = "") -> str:
    """How a line is drawn, apart from its colour."""
    found = f' stroke-width="{number(width)}"' if width is not None else ""
    if dashes:
        found += f' stroke-dasharray="{dashes}"'
    if join:
        found += f' stroke-linejoin="{join}"'
    return f'{found} stroke-linecap="{cap}"' if cap else found


def _icon(icon: Icon, ink: Ink, lines: list[str]) -> None:
    place = f'x="{number(icon.x)}" y="{number(icon.y)}"'
    lines.append(f'<use href="#{ink.id("icon", icon.key)}" {place}{ink("", None, icon.stroke)}/>')


def _text(text: Text, ink: Ink, lines: list[str]) -> None:
    lines.append(f"{_open(text, ink)}{content(text.text)}</text>")


def _open(text: Text, ink: Ink) -> str:
    x, y, _, kind, colour, anchor, rtl = text
    where = "" if anchor == "start" else f' text-anchor="{anchor}"'
    way = ' direction="rtl"' if rtl else ""
    return f'<text x="{number(x)}" y="{number(y)}"{ink(f"t-{kind}", colour)}{where}{way}>'


def _lines(text: TextLines, ink: Ink, lines: list[str]) -> None:
    """Lines as one text: what follows the first are spans of it."""
    first, *rest = text.lines
    opened = _open(Text(first.x, first.y, "", first.type, text.colour, rtl=first.rtl), ink)
    spans = [f'<tspan x="{number(x)}" y="{number(y)}">{content(said)}</tspan>' for x, y, said, *_ in rest]
    lines.append(f"{opened}{content(first.text)}{''.join(spans)}</text>")


def _sign(sign: Sign, ink: Ink, lines: list[str]) -> None:
    place = f'transform="translate({number(sign.x)} {number(sign.y)})"'
    opened = f"<g {place}{ink(sign.classes, None, sign.stroke)}>"
    lines.append(f"{opened}{''.join(elements(sign.shapes, ink))}</g>")


def _group(group: Group, ink: Ink, lines: list[str]) -> None:
    shapes, classes, at, title, described, item, id = group
    place = f' transform="translate({number(at[0])} {number(at[1])})"' if at else ""
    look = ink(classes)
    if id is None:
        role = ' role="graphics-symbol"' if item else ""
        lines.append(f"<g{place}{look}{role}>")
    else:
        # An object and not a symbol: it may hold links, and what is within a symbol is for the eye only.
        lines.append(f'<g id="{ink.id(id)}"{look}{place} role="graphics-object" tabindex="0">')
    if title is not None:
        lines.append(f"<title>{content(title)}</title>")
    if described:
        lines.append(f"<desc>{content(described)}</desc>")
    for shape in shapes:
        kind = type(shape)
        if at is None or kind not in _ALIKE:
            _WRITERS[kind](shape, ink, lines)
        elif (line := ink.written.get(shape)) is not None:
            lines.append(line)
        else:
            _WRITERS[kind](shape, ink, lines)
            ink.written[shape] = lines[-1]
    lines.append("</g>")


def _link(link: Hyperlink, ink: Ink, lines: list[str]) -> None:
    lines.append(f'<a href="{attr(link.href)}" target="_blank" rel="noopener">')
    _group(link.group, ink, lines)
    lines[-1] += "</a>"


# What takes one line each; where places are a card's own, the same come on card after card.
_ALIKE = frozenset((Rect, Circle, PathShape, Icon, Text))
_WRITERS: dict[type[Shape], Callable[[Any, Ink, list[str]], None]] = {
    Rect: _rect,
    Circle: _circle,
    PathShape: _path,
    Icon: _icon,
    Text: _text,
    TextLines: _lines,
    Sign: _sign,
    Group: _group,
    Hyperlink: _link,
}
