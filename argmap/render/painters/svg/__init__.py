"""Paints a figure as SVG that browsers, librsvg and resvg show alike: literal colours, each line of text placed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from argmap.render.layout.figure import Figure
from argmap.render.painters.picture import Picture, Sheet
from argmap.render.painters.svg.elements import elements, icons
from argmap.render.painters.svg.text import Ink, content
from argmap.render.shapes.model import Shape, number

# The form of a language tag, BCP 47; any other is "undetermined" to those who read the picture aloud.
_TAG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*")


def paint(figure: Figure, shapes: Sequence[Shape], sheet: Sheet) -> Picture:
    """Paints a figure.

    Args:
        figure: The figure.
        shapes: What it is drawn with, from back to front.
        sheet: What it is painted on.

    Returns:
        The SVG document, never with a notice.
    """
    return Picture(document(figure, shapes, sheet.width), None)


def document(figure: Figure, shapes: Iterable[Shape], shown: float | None = None) -> str:
    """A figure that is drawn with *shapes* as an SVG document, *shown* so many px wide."""
    ink = Ink(figure.id, figure.look.theme)
    width, height = number(figure.width), number(figure.height)
    scale = shown / figure.width if shown else 1
    painted = elements(shapes, ink)
    lang = figure.lang if _TAG.fullmatch(figure.lang) else "und"
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{number(figure.width * scale)}"'
            f' height="{number(figure.height * scale)}" viewBox="0 0 {width} {height}"'
            f' id="{ink.root}" class="argmap" lang="{lang}" xml:lang="{lang}"'
            f' role="graphics-document" aria-labelledby="{ink.root}--title" aria-describedby="{ink.root}--desc">',
            f'<title id="{ink.root}--title">{content(figure.title)}</title>',
            f'<desc id="{ink.root}--desc">{content(figure.description)}</desc>',
            _metadata(figure),
            ink.style(),
            icons(ink),
            *painted,
            "</svg>\n",
        ]
    )


def _metadata(figure: Figure) -> str:
    """What the picture was made from, in terms of Dublin Core (DCMI Metadata Terms)."""
    terms = "".join(f"<dc:{term}>{content(value)}</dc:{term}>" for term, value in figure.about)
    return f'<metadata xmlns:dc="http://purl.org/dc/terms/">{terms}</metadata>'
