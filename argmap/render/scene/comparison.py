"""A comparison as a scene."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from argmap.compare import Judgement, Relation, Row, align
from argmap.model import Comparison, Map
from argmap.render.scene.card import Drawn, card, shown
from argmap.render.scene.map import about
from argmap.render.scene.model import Appearance, Card, Column, ComparisonScene, Pill, ReferenceLabel, TopicRow
from argmap.render.scene.words import summary
from argmap.render.typeset.measure import clean
from argmap.render.typeset.wrap import wrap_text

PILL = 172.0
"""The width of a verdict's pill, and of the column that it stands in, in px."""

_MOST_LINES = 40


def comparison_scene(
    comparison: Comparison,
    maps: Mapping[str, Map],
    references: Mapping[str, ReferenceLabel],
    look: Appearance,
    confidence: Mapping[str, float] | None = None,
) -> ComparisonScene:
    """What the picture of a comparison shows.

    Args:
        comparison: The topics and verdicts.
        maps: The maps by id; one that is missing has an empty column.
        references: How citations are shown, by key.
        look: How it looks.
        confidence: How sure each topic is, from 0 to 1, where the comparison is a proposal.

    Returns:
        The scene.
    """
    rows = align(comparison, maps)
    ids = tuple(dict.fromkeys(comparison.maps))
    letters = {map_id: letter(index) for index, map_id in enumerate(ids)}
    maker = _Maker(maps, references, look, letters, confidence or {})
    return ComparisonScene(
        look=look,
        id=comparison.id,
        lang=comparison.lang or "en",
        title=clean(comparison.title or comparison.id),
        subtitle=summary(rows, look.words),
        about=about(comparison),
        columns=tuple(maker.column(map_id) for map_id in ids),
        rows=tuple(maker.row(row) for row in rows),
    )


def letter(at: int) -> str:
    """What a position is called: A, B and so on to Z, then A1."""
    return chr(ord("A") + at % 26) + (str(at // 26) if at >= 26 else "")


class _Maker(NamedTuple):
    """Measures the parts of a comparison."""

    maps: Mapping[str, Map]
    references: Mapping[str, ReferenceLabel]
    look: Appearance
    letters: Mapping[str, str]
    confidence: Mapping[str, float]

    def column(self, map_id: str) -> Column:
        map, words = self.maps.get(map_id), self.look.words
        source = map.source if map else None
        under = words("comparison.position", letter=self.letters[map_id])
        if source:
            under += f" · {shown(source, self.references).text}"
        if map is None:
            under += f" · {words('comparison.missing')}"
        room = self.look.theme.sizes["column"]
        return Column(
            self._fit(map.title if map and map.title else map_id, "column", room), self._fit(under, "detail", room)
        )

    def row(self, row: Row) -> TopicRow:
        cells: list[tuple[Card, ...]] = []
        for map_id, nodes in row.positions:
            map = self.maps.get(map_id)
            cells.append(
                tuple(
                    card(
                        node,
                        f"{row.id}--{map_id}--{node.id}",
                        Drawn(self.look, map.actors, self.references, source=map.source),
                        wide=self.look.theme.sizes["column"],
                        thesis=node.id in map.thesis,
                        large=False,
                    )
                    for node in nodes
                    if map
                )
            )
        return TopicRow(
            id=row.id,
            title=self._fit(row.title, "topic"),
            cells=tuple(cells),
            pills=tuple(self._pill(row, judgement) for judgement in row.judgements),
            note=self._fit(row.note or "", "detail"),
        )

    def _pill(self, row: Row, judgement: Judgement) -> Pill:
        relation, words, letters = judgement.relation, self.look.words, self.letters
        called = [letters[map_id] for map_id in judgement.maps if map_id in letters]
        said = words(f"verdict.{relation}")
        if row.id in self.confidence and relation is Relation.OPEN:
            said = f"{words('verdict.proposed')} · {self.confidence[row.id]:.0%}"
        elif relation is Relation.ONLY or (len(letters) > 2 and 1 < len(called) < len(letters)):
            said = f"{said} {'–'.join(called)}"
        places = tuple(index for index, map_id in enumerate(letters) if map_id in judgement.maps)
        return Pill(str(relation), said.upper(), self._fit(judgement.about or "", "about"), places)

    def _fit(self, text: str, style: str, room: float = PILL) -> tuple[str, ...]:
        kind = self.look.theme.types[style]
        return tuple(wrap_text(text, kind.size, room, kind.face, most=_MOST_LINES))
