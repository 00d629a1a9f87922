"""Paints a scene as PDF: shapes as vectors, text as text in the font that argmap carries, links kept."""

from __future__ import annotations

from contextlib import closing

from argmap.extras import extra
from argmap.render.layout.figure import Picture, Sheet
from argmap.render.painters.fonts.font import fonts, resolved
from argmap.render.scene.model import Scene
from argmap.render.shapes.drawing import drawing, laid_out

_POINT = 0.75  # to the px
_LONGEST = 14_400  # points: what a side of a page may be


def paint(scene: Scene, sheet: Sheet) -> Picture:
    """Paints a scene on one page.

    Args:
        scene: A map or a comparison.
        sheet: How many px, of 0.75 pt each, the page is wide (None: as wide as the picture is).

    Returns:
        The PDF, with a notice where the layout had to be a simpler one, the page a smaller one, or letters were not
        those of our font.

    Raises:
        MissingExtraError: The extra ``pdf`` is not installed.
    """
    extra("pdf", "fpdf", "PDF")
    from argmap.render.painters.pdf.document import Document
    from argmap.render.painters.pdf.draw import Page, draw

    figure, simpler = laid_out(resolved(scene), sheet.layouts)
    asked = (sheet.width or figure.width) / figure.width * _POINT
    most = _LONGEST / max(figure.width, figure.height)
    smaller = (
        f"painted at {most / asked:.0%} of its size, since a page of PDF can be no longer" if asked > most else None
    )
    shapes = tuple(drawing(figure))
    needed = fonts(shapes)
    with closing(Document(figure, min(asked, most), needed)) as document:
        draw(shapes, Page(document, figure.look.theme, needed))
        written = bytes(document.output())
    return Picture(written, "; ".join(filter(None, (simpler, smaller, needed.notice))) or None)
