"""A comparison as a scene."""

from __future__ import annotations

from collections.abc import Mapping

from argmap.compare import Judgement, Relation, Row, align, summary
from argmap.model import Comparison, Map
from argmap.render import theme
from argmap.render.cards import card, shown
from argmap.render.measure import clean, wrap
from argmap.render.scene import Card, Column, ComparisonScene, Pill, ReferenceLabel, TopicRow
from argmap.render.theme import TYPES

PILL = 172.0
"""The width of a verdict's pill, and of the column that it stands in, in px."""

_WORDS = {Relation.SILENT: "NOT ADDRESSED", Relation.OPEN: "NOT JUDGED"}


def comparison_scene(
    comparison: Comparison, maps: Mapping[str, Map], references: Mapping[str, ReferenceLabel]
) -> ComparisonScene:
    """What the picture of a comparison shows.

    Args:
        comparison: The topics and verdicts.
        maps: The maps by id; one that is missing has an empty column.
        references: How citations are shown, by key.

    Returns:
        The scene.
    """
    rows = align(comparison, maps)
    ids = tuple(dict.fromkeys(comparison.maps))
    letters = {map_id: letter(at) for at, map_id in enumerate(ids)}
    return ComparisonScene(
        id=comparison.id,
        lang=comparison.lang or "en",
        title=clean(comparison.title or comparison.id),
        subtitle=summary(rows),
        columns=tuple(_column(map_id, maps.get(map_id), letters[map_id], references) for map_id in ids),
        rows=tuple(_row(row, maps, references, letters) for row in rows),
    )


def letter(at: int) -> str:
    """What a position is called: A, B and so on to Z, then A1."""
    return chr(ord("A") + at % 26) + (str(at // 26) if at >= 26 else "")


def _column(map_id: str, map: Map | None, called: str, references: Mapping[str, ReferenceLabel]) -> Column:
    title = map.title if map and map.title else map_id
    source = map.source if map else None
    under = f"Position {called} · {shown(source, references).text}" if source else f"Position {called}"
    return Column(tuple(_fit(title, "column")), tuple(_fit(under if map else f"{under} · no such map", "detail")))


def _fit(text: str, style: str, room: float = theme.COLUMN_CARD) -> list[str]:
    kind = TYPES[style]
    return wrap(text, kind.size, room, kind.face)


def _row(
    row: Row, maps: Mapping[str, Map], references: Mapping[str, ReferenceLabel], letters: Mapping[str, str]
) -> TopicRow:
    cells: list[tuple[Card, ...]] = []
    for map_id, nodes in row.positions:
        cells.append(
            tuple(
                card(
                    node,
                    f"{row.id}--{map_id}--{node.id}",
                    maps[map_id].actors,
                    references,
                    wide=theme.COLUMN_CARD,
                    thesis=node.id in maps[map_id].thesis,
                    large=False,
                )
                for node in nodes
            )
        )
    return TopicRow(
        id=row.id,
        title=tuple(_fit(row.title, "topic", PILL)),
        cells=tuple(cells),
        pills=tuple(_pill(judgement, letters) for judgement in row.judgements),
        note=tuple(_fit(row.note or "", "detail", PILL)),
    )


def _pill(judgement: Judgement, letters: Mapping[str, str]) -> Pill:
    relation, called = judgement.relation, [letters[map_id] for map_id in judgement.maps if map_id in letters]
    words = _WORDS.get(relation, str(relation).upper())
    if relation is Relation.ONLY or (len(letters) > 2 and 1 < len(called) < len(letters)):
        words = f"{words} {'–'.join(called)}"
    places = tuple(at for at, map_id in enumerate(letters) if map_id in judgement.maps)
    return Pill(str(relation), words, tuple(_fit(judgement.about or "", "about", PILL)), places)
