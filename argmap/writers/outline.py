"""A map in the order of its article, and what of the article no node covers yet."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from itertools import groupby
from typing import Any, NamedTuple

from argmap.model import Map, Node
from argmap.sources import SourceText
from argmap.text.printable import shorten, table

FEWEST_WORDS = 8  # a paragraph of fewer is a heading, a date or a byline
MOST_SHOWN = 6  # words of a paragraph: enough to find it, and none of the article's own text to speak of
_NARROWEST = 20
_WIDEST_NUMBERS = 12
_WIDEST_BEGINNING = 60


class Standing(StrEnum):
    """How a node stands in the article, in the order in which an outline lists it."""

    FOUND = "found"
    UNKNOWN = "unknown"  # there is no text to look into
    NOT_FOUND = "not found"
    NO_ANCHOR = "no anchor"
    IMPLICIT = "implicit"


_HEADS = {
    Standing.NOT_FOUND: "The anchor is not in the text:",
    Standing.NO_ANCHOR: "Without an anchor:",
    Standing.IMPLICIT: "Implicit:",
}


class OutlineRow(NamedTuple):
    """A node, where its first passage begins, and the numbers of all paragraphs that its anchors stand in, from 1."""

    node: Node
    standing: Standing
    offset: int
    paragraphs: tuple[int, ...]


class Gap(NamedTuple):
    """A paragraph without an anchor: its number, how many words it has, and how it begins."""

    number: int
    words: int
    begins: str


class Outline(NamedTuple):
    """The nodes of *map* in the order of its article, and the gaps; *paragraphs* is None where there is no text.

    Only paragraphs of at least ``FEWEST_WORDS`` words are counted, and can be gaps.
    """

    map: Map
    rows: tuple[OutlineRow, ...]
    gaps: tuple[Gap, ...]
    paragraphs: int | None


def order_nodes(map: Map, source: SourceText | None) -> Outline:
    """Lay the nodes of *map* along the article's text; in the order of the file where the text is not at hand.

    Of an anchor whose words recur, the first passage counts. Anchors of steps cover nothing: they only mark how the
    text goes on.
    """
    rows = [_row(node, source) for node in map.nodes.values()]
    rows.sort(key=lambda row: _rank(row, known=source is not None))
    if source is None:
        return Outline(map, tuple(rows), (), None)
    covered = {number for row in rows for number in row.paragraphs}
    gaps, counted = [], 0
    for number, (start, end) in enumerate(source.paragraphs, start=1):
        words = source.text[start:end].split(" ")
        if len(words) >= FEWEST_WORDS:
            counted += 1
            if number not in covered:
                gaps.append(Gap(number, len(words), shorten(" ".join(words[:MOST_SHOWN]), _WIDEST_BEGINNING)))
    return Outline(map, tuple(rows), tuple(gaps), counted)


def _row(node: Node, source: SourceText | None) -> OutlineRow:
    passages = [] if source is None else [found[0] for anchor in node.at if (found := source.occurrences(anchor))]
    numbers = {
        number
        for start, end in passages
        if source is not None
        for number in range(source.paragraph_at(start), source.paragraph_at(end - 1) + 1)
    }
    if node.implicit:
        standing = Standing.IMPLICIT
    elif not node.at:
        standing = Standing.NO_ANCHOR
    elif source is None:
        standing = Standing.UNKNOWN
    else:
        standing = Standing.FOUND if passages else Standing.NOT_FOUND
    return OutlineRow(node, standing, min((start for start, _ in passages), default=0), tuple(sorted(numbers)))


def _rank(row: OutlineRow, known: bool) -> tuple[int, int]:
    """What rows are sorted by, where the text is *known*, and else; those of one rank stay in the order of the file."""
    if not known:
        return int(row.standing is Standing.IMPLICIT), 0
    return list(Standing).index(row.standing), row.offset if row.standing is Standing.FOUND else 0


def as_data(outline: Outline) -> dict[str, Any]:
    """The outline for JSON."""
    return {
        "map": outline.map.id,
        "source": outline.map.source,
        "text": outline.paragraphs is not None,
        "nodes": [
            {
                "id": row.node.id,
                "type": row.node.type,
                "text": row.node.text,
                "standing": row.standing,
                "paragraphs": list(row.paragraphs),
            }
            for row in outline.rows
        ],
        "uncovered": [gap._asdict() for gap in outline.gaps],
        "paragraphs": outline.paragraphs,
        "anchored": None if outline.paragraphs is None else outline.paragraphs - len(outline.gaps),
    }


def as_text(outline: Outline, width: int = 100) -> str:
    """The outline in lines of at most *width* columns; ends with a newline."""
    return "\n".join(_lines(outline, width)) + "\n"


def _lines(outline: Outline, width: int) -> Iterator[str]:
    yield shorten(outline.map.title or outline.map.id, width)
    lines = table(
        [
            [shorten(", ".join(map(str, row.paragraphs)), _WIDEST_NUMBERS), row.node.id, row.node.type]
            for row in outline.rows
        ],
        [True, False, False],
    )
    padding = max(map(len, lines), default=0) + 2
    known = outline.paragraphs is not None
    for head, group in groupby(zip(outline.rows, lines, strict=True), lambda each: _head(each[0].standing, known)):
        yield from ["", head] if head else [""]
        for row, line in group:
            yield line.ljust(padding) + shorten(row.node.text, max(width - padding, _NARROWEST))
    if outline.paragraphs is None:
        return
    if outline.gaps:
        yield from ("", "No node covers yet:")
        gaps = [[str(gap.number), f"{gap.begins} …", f"{gap.words} words"] for gap in outline.gaps]
        yield from table(gaps, [True, False, True])
    anchored = outline.paragraphs - len(outline.gaps)
    yield from ("", f"{anchored} of {outline.paragraphs} paragraphs of {FEWEST_WORDS} words or more are anchored")


def _head(standing: Standing, known: bool) -> str | None:
    return _HEADS.get(standing) if known or standing is Standing.IMPLICIT else None
