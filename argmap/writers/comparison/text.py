"""A comparison as plain text for the terminal."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Mapping

from argmap.compare import Relation, Row, across, align
from argmap.compare.proposal import mark
from argmap.model import Comparison, Map
from argmap.render.scene.model import ReferenceLabel
from argmap.render.scene.references import cited_as
from argmap.render.scene.words import summary, words


def write(
    comparison: Comparison,
    maps: Mapping[str, Map],
    references: Mapping[str, ReferenceLabel],
    width: int = 100,
    confidence: Mapping[str, float] = {},
) -> str:
    """The comparison, topic by topic, in lines of at most *width* columns; ends with a newline.

    A topic with a *confidence* is marked as proposed.
    """
    rows = align(comparison, maps)
    head = (comparison.title or comparison.id, f"{summary(rows, words('en'))}.")
    blocks = [[line for said in head for line in textwrap.wrap(said, width)]]
    blocks += [list(_topic(row, references, width, confidence.get(row.id))) for row in rows]
    if comparison.steps:
        block = ["Across the maps:"]
        for said in across(comparison, maps):
            block += textwrap.wrap(said, width, initial_indent="  - ", subsequent_indent="    ")
        blocks.append(block)
    text = "\n\n".join("\n".join(block) for block in blocks)
    return "".join(letter if letter.isprintable() or letter == "\n" else " " for letter in text) + "\n"


def _topic(row: Row, references: Mapping[str, ReferenceLabel], width: int, confidence: float | None) -> Iterator[str]:
    marked = "" if confidence is None else f" ({mark(confidence)})"
    for judgement in row.judgements:
        only = f" {judgement.maps[0]}" if judgement.relation is Relation.ONLY else ""
        about = f" ({judgement.about})" if judgement.about else ""
        said = f"{row.title}: {judgement.relation.upper()}{only}{about}{marked}"
        yield from textwrap.wrap(said, width, subsequent_indent="    ")
    for position in row.positions:
        yield f"  {position.map_id}" + ("" if position.nodes else ": not addressed")
        for node in position.nodes:
            cites = "; ".join(text for text, _ in cited_as(node, references))
            text = f"{node.text} ({cites})" if cites else node.text
            yield from textwrap.wrap(text, width, initial_indent="    - ", subsequent_indent="      ")
    if row.note:
        yield from textwrap.wrap(f"= {row.note}", width, initial_indent="  ", subsequent_indent="    ")
