"""Writes lines of text on a page of a PDF."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from fpdf.bidi import BidiParagraph
from fpdf.enums import TextDirection

from argmap.extras import extra
from argmap.render.layout.figure import Text
from argmap.render.painters.fonts.font import Fonts, bidirectional, marked, visible
from argmap.render.painters.pdf.document import OURS, STYLES, PdfDocument
from argmap.render.scene.theme import Theme, Type

_BASELINE = 0.3  # of the size: how far below the middle of a cell fpdf2 puts the baseline
_JOINERS = "\u200c\u200d"  # which decide what the letters beside them look like


class _Run(NamedTuple):
    """A part of a line in one font and one direction; *level* is that of UAX #9: odd levels run from right to left."""

    text: str
    font: str
    level: int

    @property
    def shaped(self) -> bool:
        """Whether its letters have to be placed by what stands beside them."""
        return self.level % 2 == 1 or marked(self.text)


def write(document: PdfDocument, text: Text, theme: Theme, needed: Fonts) -> None:
    """Writes one line of text at its place."""
    kind = theme.types[text.type]
    document.set_char_spacing(kind.spacing * document.k)
    document.set_text_color(theme.colours[text.colour])
    runs = list(_runs(needed.line(text.text), needed, rtl=text.rtl))
    if len(runs) == 1 and text.anchor == "start" and not text.rtl:
        lefts = [text.x]
    else:
        lefts = _lefts(text, runs, [_width(document, run, kind) for run in runs])
    # in the order in which they are read, so that they are copied in that order
    for left, run in zip(lefts, runs, strict=True):
        _set(document, run, kind)
        if run.shaped:
            document.set_xy(left, text.y - _BASELINE * kind.size)
            document.cell(h=0, text=run.text)
        else:
            document.text(left, text.y, run.text)


def _lefts(text: Text, runs: list[_Run], widths: list[float]) -> list[float]:
    """Where each run starts; *widths* are theirs."""
    from_the_end = (text.anchor == "end") is not text.rtl
    left = text.x - sum(widths) * (0.5 if text.anchor == "middle" else from_the_end)
    lefts = [left] * len(runs)
    for at in _visual([run.level for run in runs]):
        lefts[at] = left
        left += widths[at]
    return lefts


def _runs(line: str, needed: Fonts, *, rtl: bool) -> Iterator[_Run]:
    """The parts of a line, in the order in which they are read."""
    letters = zip(line, _levels(line, rtl=rtl), strict=True)
    for (font, level), part in groupby(letters, lambda letter: (needed.font(letter[0]), letter[1])):
        shown = "".join(letter for letter, _ in part if visible(letter) or letter in _JOINERS)
        if shown:
            yield _Run(shown, str(font) if font else OURS, level)


def _levels(line: str, *, rtl: bool) -> list[int]:
    """The level of each character of *line* (UAX #9)."""
    if not rtl and not bidirectional(line):
        return [0] * len(line)
    paragraph = BidiParagraph(line, TextDirection.RTL if rtl else TextDirection.LTR, preserve_bn_chars=True)
    return [letter.embedding_level for letter in paragraph.get_characters_with_embedding_level()]


def _visual(levels: list[int]) -> list[int]:
    """The places of parts of a line from left to right, by their levels (UAX #9, L2)."""
    order = list(range(len(levels)))
    for level in range(max(levels, default=0), 0, -1):
        parts = [(deep, list(part)) for deep, part in groupby(order, lambda at: levels[at] >= level)]  # noqa: B023
        order = [at for deep, part in parts for at in (reversed(part) if deep else part)]
    return order


def _set(document: PdfDocument, run: _Run, kind: Type) -> None:
    style = STYLES[kind.face] if run.font == OURS else ""
    document.set_font(run.font, style, kind.size * document.k)
    if run.shaped:
        extra("pdf", "uharfbuzz", "PDF")
    document.set_text_shaping(run.shaped, direction="rtl" if run.level % 2 else "ltr")


def _width(document: PdfDocument, run: _Run, kind: Type) -> float:
    _set(document, run, kind)
    return document.get_string_width(run.text)
