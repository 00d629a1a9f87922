"""A PDF of one page, made with fpdf2."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any
from xml.sax.saxutils import escape

from fpdf import FPDF, ViewerPreferences
from fpdf.fonts import TTFFont
from fpdf.line_break import Fragment

from argmap.render.layout.figure import Figure
from argmap.render.painters.fonts.font import FILES, Fonts
from argmap.render.typeset.measure import Face, clean

OURS = "ours"
"""What our font is called in a document; the others are called by their paths."""

STYLES: dict[Face, str] = {"regular": "", "bold": "B", "italic": "I"}
_CREATED = datetime(1970, 1, 1, tzinfo=UTC)  # always, so that the same map gives the same bytes


class PdfDocument(FPDF):
    """A document with one empty page for *figure*, *points* to the px, and with the fonts that are *needed*."""

    def __init__(self, figure: Figure, points: float, needed: Fonts) -> None:
        super().__init__(unit=points, format=(figure.width, figure.height))
        self.set_auto_page_break(auto=False)
        self.c_margin = 0.0
        self._describe(figure)
        self.add_page()
        for face, path in FILES.items():
            self.add_font(OURS, STYLES[face], path)
        for path in needed.more:
            self.add_font(str(path), "", path)

    def _describe(self, figure: Figure) -> None:
        """Say what the picture was made from, in terms of Dublin Core (DCMI Metadata Terms) too."""
        self.viewer_preferences = ViewerPreferences(display_doc_title=True)
        self.set_title(clean(figure.title))
        self.set_subject(clean(figure.description))
        self.set_lang(figure.lang)
        self.set_creator("argmap")
        self.set_creation_date(_CREATED)
        terms = "".join(f"<dc:{term}>{escape(clean(value))}</dc:{term}>" for term, value in figure.about)
        self.set_xmp_metadata(
            '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
            f'<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/terms/">{terms}</rdf:Description>'
            "</rdf:RDF></x:xmpmeta>"
        )

    def close(self) -> None:
        """Close the files of the fonts, which fpdf2 leaves open."""
        for font in self.fonts.values():
            if isinstance(font, TTFFont):
                font.ttfont.close()

    def _parse_chars(self, text: str, markdown: bool, **_: Any) -> Iterator[Fragment]:
        # fpdf2 would part a letter from its marks, because their script is "inherited", and replace "{nb}"
        yield Fragment(text, self._get_current_graphics_state(), self.k)
