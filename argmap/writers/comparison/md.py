"""A comparison as Markdown: an overview table, then topic by topic."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from argmap.compare import Judgement, Relation, Row, across, align
from argmap.compare.proposal import mark
from argmap.model import Comparison, Map, Node
from argmap.render.scene.model import ReferenceLabel
from argmap.render.scene.references import cited_as
from argmap.render.scene.words import summary, words

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~])")


def write(
    comparison: Comparison,
    maps: Mapping[str, Map],
    references: Mapping[str, ReferenceLabel],
    width: int,
    confidence: Mapping[str, float] = {},
) -> str:
    """The comparison as Markdown (CommonMark with tables), its lines not broken; ends with a newline.

    A topic with a *confidence* is marked as proposed.
    """
    rows = align(comparison, maps)
    marks = {id: f"; {mark(sure)}" for id, sure in confidence.items()}
    titles = {id: maps[id].title or id if id in maps else id for id in comparison.maps}
    lines = [f"# {_escaped(comparison.title or comparison.id)}", "", f"{summary(rows, words('en'))}.", ""]
    lines += [f"- **{_escaped(titles[id])}** (`{id}`{_source(id, maps, references)})" for id in comparison.maps]
    lines += ["", "| Topic | Verdict |", "| --- | --- |"]
    lines += [
        f"| {_escaped(row.title)} "
        f"| {'; '.join(verdict_words(judgement, titles) for judgement in row.judgements)}{marks.get(row.id, '')} |"
        for row in rows
    ]
    for row in rows:
        lines += ["", f"## {_escaped(row.title)}", "", *_topic(row, maps, titles, references, marks.get(row.id, ""))]
    if comparison.steps:
        lines += ["", "## Across the maps", "", *(f"- {_escaped(said)}" for said in across(comparison, maps))]
    return "\n".join(lines) + "\n"


def _topic(
    row: Row,
    maps: Mapping[str, Map],
    titles: Mapping[str, str],
    references: Mapping[str, ReferenceLabel],
    marked: str,
) -> Iterator[str]:
    yield "; ".join(f"**{verdict_words(judgement, titles)}**" for judgement in row.judgements) + marked
    if row.note:
        yield from ("", _escaped(row.note))
    for position in row.positions:
        yield from ("", f"**{_escaped(titles[position.map_id])}**", "")
        if not position.nodes:
            yield "- *not addressed*"
        for node in position.nodes:
            yield f"- {_escaped(node.text)}{_attribution(node, maps[position.map_id], references)}"


def verdict_words(judgement: Judgement, titles: Mapping[str, str]) -> str:
    """``differ``, ``agree (the shortfall)``, ``only TITLE``."""
    if judgement.relation is Relation.ONLY:
        return f"only *{_escaped(titles[judgement.maps[0]])}*"
    words = {Relation.SILENT: "not addressed", Relation.OPEN: "not judged"}.get(judgement.relation, judgement.relation)
    return f"{words} ({_escaped(judgement.about)})" if judgement.about else str(words)


def _attribution(node: Node, map: Map, references: Mapping[str, ReferenceLabel]) -> str:
    speakers = [_escaped(map.actors[id].name if id in map.actors else id) for id in node.by]
    cites = [f"[{_escaped(text)}](<{href}>)" if href else _escaped(text) for text, href in cited_as(node, references)]
    said = "; ".join([*speakers, *cites])
    return f" ({said})" if said else ""


def _source(id: str, maps: Mapping[str, Map], references: Mapping[str, ReferenceLabel]) -> str:
    source = maps[id].source if id in maps else None
    label = references.get(source) if source else None
    return f", {_escaped(label.text)}" if label else ""


def _escaped(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", " ".join(text.split()))
