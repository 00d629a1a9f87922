"""Draws shapes on a page of a PDF."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

from fpdf.drawing import PaintedPath
from fpdf.drawing_primitives import Transform
from fpdf.svg import svg_path_converter

from argmap.render.layout.figure import Text
from argmap.render.painters.fonts.font import Fonts
from argmap.render.painters.pdf.document import PdfDocument
from argmap.render.painters.pdf.text import write
from argmap.render.scene.theme import Theme
from argmap.render.shapes.glyphs import ICONS
from argmap.render.shapes.model import Circle, Group, Hyperlink, Icon, PathShape, Place, Rect, Shape, Sign, TextLines


class PdfPage(NamedTuple):
    """Where shapes are drawn: their origin is at x, y, and *stroke* is the colour of lines that name none."""

    document: PdfDocument
    theme: Theme
    fonts: Fonts
    x: float = 0
    y: float = 0
    stroke: str | None = None


def draw(shapes: Iterable[Shape], page: PdfPage) -> None:
    """Draws *shapes*, from back to front."""
    for shape in shapes:
        _DRAWERS[type(shape)](shape, page)


def _rect(rect: Rect, page: PdfPage) -> None:
    path = PaintedPath()
    path.rectangle(rect.x, rect.y, rect.width, rect.height, rect.radius, rect.radius)
    _paint(path, PathShape("", rect.fill, rect.stroke, rect.stroke_width, rect.dashes), page)


def _circle(circle: Circle, page: PdfPage) -> None:
    path = PaintedPath()
    path.circle(circle.x, circle.y, circle.radius)
    _paint(path, PathShape("", circle.fill, None, circle.stroke_width), page)


def _path(shape: PathShape, page: PdfPage) -> None:
    path = PaintedPath()
    svg_path_converter(path, shape.data)
    _paint(path, shape, page)


def _paint(path: PaintedPath, look: PathShape, page: PdfPage) -> None:
    """Paints *path* at the place and in the colours of *look*."""
    x, y, angle, scale = look.place or Place(0, 0)
    path.transform = Transform.scaling(scale or 1).rotate_d(angle or 0).translate(page.x + x, page.y + y)
    style = path.style
    style.auto_close = False
    style.fill_color = _colour(look.fill, page)
    style.stroke_color = _colour(look.stroke or page.stroke, page)
    style.stroke_width = 1 if look.stroke_width is None else look.stroke_width
    style.stroke_dash_pattern = tuple(map(float, look.dashes.split()))
    style.stroke_join_style = look.join or "miter"
    style.stroke_cap_style = look.cap or "butt"
    with page.document.drawing_context() as drawn:
        drawn.add_item(path, clone=False)


def _colour(name: str | None, page: PdfPage) -> str | None:
    return page.theme.colours[name] if name and name != "none" else None


def _icon(icon: Icon, page: PdfPage) -> None:
    place = Place(icon.x, icon.y)
    _path(PathShape(ICONS[icon.key], "none", icon.stroke, 1.5, join="round", cap="round", place=place), page)


def _text(text: Text, page: PdfPage) -> None:
    write(page.document, text._replace(x=page.x + text.x, y=page.y + text.y), page.theme, page.fonts)


def _lines(text: TextLines, page: PdfPage) -> None:
    for line in text.lines:
        _text(Text(line.x, line.y, line.text, line.type, text.colour, rtl=line.rtl), page)


def _sign(sign: Sign, page: PdfPage) -> None:
    draw(sign.shapes, page._replace(x=page.x + sign.x, y=page.y + sign.y, stroke=sign.stroke))


def _group(group: Group, page: PdfPage) -> None:
    x, y = group.at or (0, 0)
    draw(group.shapes, page._replace(x=page.x + x, y=page.y + y))


def _link(link: Hyperlink, page: PdfPage) -> None:
    _group(link.group, page)
    for shape in link.group.shapes:
        if isinstance(shape, Rect):
            page.document.link(page.x + shape.x, page.y + shape.y, shape.width, shape.height, link.href)


_DRAWERS: dict[type[Shape], Callable[[Any, PdfPage], None]] = {
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
