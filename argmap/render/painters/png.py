"""Paints a figure as PNG, in one theme and in the font that argmap carries; resvg turns the SVG into pixels."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from math import ceil
from struct import pack
from zlib import crc32

from argmap.extras import extra
from argmap.render.layout.figure import Figure, Text
from argmap.render.painters.errors import TooLargeError
from argmap.render.painters.fonts.font import FILES, NAME, Fonts, bidirectional, fonts, resolved
from argmap.render.painters.picture import Picture, Sheet
from argmap.render.painters.svg import document
from argmap.render.scene.theme import Theme
from argmap.render.shapes.model import Group, Hyperlink, Shape, TextLines
from argmap.render.typeset.measure import width

MOST = 200_000_000
"""How many pixels a picture may have: each takes four bytes of memory, and some more while it is written."""

_PX = 96  # to the inch
_SHARE = {"start": 0, "middle": 0.5, "end": 1}
_FLIPPED = {"start": "end", "middle": "middle", "end": "start"}
_HEADER = 33  # bytes: the signature and the first chunk


def paint(figure: Figure, shapes: Sequence[Shape], sheet: Sheet) -> Picture:
    """Paints a figure.

    Args:
        figure: The figure.
        shapes: What it is drawn with, from back to front.
        sheet: How many px wide the picture is (None: as wide as it is), and how many dots of it are an inch of 96 px.

    Returns:
        The PNG, with a notice where letters were not those of our font.

    Raises:
        MissingExtraError: The extra ``png`` is not installed.
        TooLargeError: It would have more than :data:`MOST` pixels.
    """
    resvg = extra("png", "resvg_py", "PNG")
    figure = resolved(figure)
    width = max(1, round((sheet.width or figure.width) * sheet.dpi / _PX))
    height = ceil(figure.height * width / figure.width)
    if width * height > MOST:
        raise TooLargeError(
            f"a PNG of {width} by {height} pixels is more than the {MOST / 1e6:.0f} million that are painted:"
            " ask for a smaller width or fewer dpi, or for SVG or PDF, which have no pixels"
        )
    needed = fonts(shapes)
    pixels = resvg.svg_to_bytes(
        svg_string=document(figure, _plain(shapes, figure.look.theme, needed)),
        width=width,
        background=figure.look.theme.colours["paper"],  # the last row of pixels may be covered in part
        skip_system_fonts=True,
        font_files=[str(path) for path in (*FILES.values(), *needed.more)],
        font_family=NAME,
    )
    return Picture(_with_dpi(pixels, sheet.dpi), needed.notice)


def _plain(shapes: Iterable[Shape], theme: Theme, needed: Fonts) -> Iterator[Shape]:
    """*shapes* with their texts as :func:`_line` puts them."""
    for shape in shapes:
        if isinstance(shape, Text):
            yield from _line(shape, theme, needed)
        elif isinstance(shape, TextLines):
            for line in shape.lines:
                text = Text(line.x, line.y, line.text, line.type, shape.colour, rtl=line.rtl)
                yield from _line(text, theme, needed)
        elif isinstance(shape, Hyperlink):
            yield from _plain((shape.group,), theme, needed)
        elif isinstance(shape, Group):
            yield shape._replace(shapes=tuple(_plain(shape.shapes, theme, needed)))
        else:
            yield shape


def _line(text: Text, theme: Theme, needed: Fonts) -> Iterator[Text]:
    """A line as resvg shows it right.

    It heeds the direction of letters, but not that of a text. And where a font lacks a letter, it may take another for
    all of the text, which would be wider than it was measured; so what stands in another font becomes a text by itself,
    unless a part runs from right to left, whose place we do not know.
    """
    line = needed.line(text.text)
    if text.rtl:
        isolated = f"\u2067{line}\u2069"  # RIGHT-TO-LEFT ISOLATE, POP DIRECTIONAL ISOLATE
        yield text._replace(text=isolated, anchor=_FLIPPED[text.anchor], rtl=False)
    elif needed.lacking.isdisjoint(line) or bidirectional(line):
        yield text._replace(text=line)
    else:
        kind = theme.types[text.type]
        parts = ["".join(part) for _, part in groupby(line, needed.font)]
        widths = [width(part, kind.size, kind.face, kind.spacing) for part in parts]
        left = text.x - sum(widths) * _SHARE[text.anchor]
        for part, wide in zip(parts, widths, strict=True):
            letters = part.lstrip(" ")  # spaces at the ends of a text are not painted
            lead = width(" " * (len(part) - len(letters)), kind.size, kind.face, kind.spacing)
            if letters:
                yield text._replace(x=left + lead, text=letters, anchor="start")
            left += wide


def _with_dpi(png: bytes, dpi: float) -> bytes:
    """*png* with a chunk that says how many pixels are a metre."""
    per_metre = round(dpi / 0.0254)
    chunk = b"pHYs" + pack(">IIB", per_metre, per_metre, 1)
    return png[:_HEADER] + pack(">I", len(chunk) - 4) + chunk + pack(">I", crc32(chunk)) + png[_HEADER:]
