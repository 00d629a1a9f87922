"""Paints a figure as PDF: shapes as vectors, text as text in the font that argmap carries, links kept."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing

from argmap.extras import extra
from argmap.render.layout.figure import Figure
from argmap.render.painters.fonts.font import fonts, resolved
from argmap.render.painters.picture import Picture, Sheet
from argmap.render.shapes.model import Shape

_POINT = 0.75  # to the px
_LONGEST = 14_400  # points: what a side of a page may be


def paint(figure: Figure, shapes: Sequence[Shape], sheet: Sheet) -> Picture:
    """Paints a figure on one page.

    Args:
        figure: The figure.
        shapes: What it is drawn with, from back to front.
        sheet: How many px, of 0.75 pt each, the page is wide (None: as wide as the picture is).

    Returns:
        The PDF, with a notice where the page had to be a smaller one, or letters were not those of our font.

    Raises:
        MissingExtraError: The extra ``pdf`` is not installed.
    """
    extra("pdf", "fpdf", "PDF")
    from argmap.render.painters.pdf.document import PdfDocument
    from argmap.render.painters.pdf.draw import PdfPage, draw

    figure = resolved(figure)
    asked = (sheet.width or figure.width) / figure.width * _POINT
    most = _LONGEST / max(figure.width, figure.height)
    smaller = (
        f"painted at {most / asked:.0%} of its size, since a page of PDF can be no longer" if asked > most else None
    )
    needed = fonts(shapes)
    with closing(PdfDocument(figure, min(asked, most), needed)) as document:
        draw(shapes, PdfPage(document, figure.look.theme, needed))
        written = bytes(document.output())
    return Picture(written, "; ".join(filter(None, (smaller, needed.notice))) or None)
