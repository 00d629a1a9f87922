"""A comparison as comma-separated values (RFC 4180): a line for each node of each topic.

Columns: ``topic``, ``topic_title``, ``about``, ``relation``, ``note``, ``map``, ``node``, ``type``, ``text``, ``by``,
``stance``, ``references``, ``confidence``. A map that is silent on a topic has one line there, without a node. Where a
topic has several verdicts, a line names those in which its map takes part, with semicolons between them, and what they
are about in the same order. Lines of text are joined.

A cell that a spreadsheet would take for a formula (it begins with ``=``, ``+``, ``-`` or ``@``) begins with an
apostrophe here: see CSV injection, https://owasp.org/www-community/attacks/CSV_Injection.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from io import StringIO

from argmap.compare import Position, Row, align
from argmap.model import Comparison, Map, Node
from argmap.render.scene.model import ReferenceLabel
from argmap.render.scene.references import cited_as
from argmap.text.printable import visible

COLUMNS = (
    "topic",
    "topic_title",
    "about",
    "relation",
    "note",
    "map",
    "node",
    "type",
    "text",
    "by",
    "stance",
    "references",
    "confidence",
)
_FORMULA = tuple("=+-@＝＋－＠")


def write(
    comparison: Comparison,
    maps: Mapping[str, Map],
    references: Mapping[str, ReferenceLabel],
    width: int,
    confidence: Mapping[str, float] = {},
) -> str:
    """The comparison as CSV with a header, in UTF-8; *confidence* is that of proposed topics."""
    lines = StringIO()
    writer = csv.writer(lines, lineterminator="\n")
    writer.writerow(COLUMNS)
    for row in align(comparison, maps):
        sure = f"{confidence[row.id]:.2f}" if row.id in confidence else ""
        for position in row.positions:
            topic = [row.id, row.title, *_judged(row, position), row.note or "", position.map_id]
            for node in _nodes(position, maps, references):
                writer.writerow([_cell(value) for value in (*topic, *node, sure)])
    return lines.getvalue()


def _judged(row: Row, position: Position) -> tuple[str, str]:
    """What the verdicts in which a map takes part are about, and what they say; of all where it is silent."""
    given = [each for each in row.judgements if not position.nodes or position.map_id in each.maps]
    about = "; ".join(each.about or "" for each in given) if any(each.about for each in given) else ""
    return about, "; ".join(each.relation for each in given)


def _nodes(
    position: Position, maps: Mapping[str, Map], references: Mapping[str, ReferenceLabel]
) -> Iterator[tuple[str, ...]]:
    if not position.nodes:
        yield ("",) * 6
    for node in position.nodes:
        cited = "; ".join(text for text, _ in cited_as(node, references))
        yield node.id, node.type, node.text, _speakers(node, maps[position.map_id]), node.stance, cited


def _speakers(node: Node, map: Map) -> str:
    return "; ".join(map.actors[id].name if id in map.actors else id for id in node.by)


def _cell(text: str) -> str:
    shown = visible(text).strip()
    return f"'{shown}" if shown.startswith(_FORMULA) else shown
