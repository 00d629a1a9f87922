"""A comparison as rows: one a topic, with each map's nodes and how they relate."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from typing import NamedTuple

from argmap.model import Comparison, Map, Node, StepKind, Topic, VerdictKind


class Relation(StrEnum):
    """How the positions on a topic relate: a verdict's kind, or what follows from who speaks at all."""

    AGREE = "agree"
    PARTLY = "partly"
    DIFFER = "differ"
    EVOLVED = "evolved"
    ONLY = "only"  # one map speaks
    SILENT = "silent"  # none does
    OPEN = "open"  # several speak and nobody has judged


class Position(NamedTuple):
    """What one map says on a topic.

    Attributes:
        map_id: The id of the map.
        nodes: Its nodes; none where it is silent.
    """

    map_id: str
    nodes: tuple[Node, ...]


class Judgement(NamedTuple):
    """One verdict, given or derived: between which *maps*, and *about* which aspect (None: the whole topic)."""

    relation: Relation
    about: str | None
    maps: tuple[str, ...]


class Row(NamedTuple):
    """A topic.

    Attributes:
        id: Its id.
        title: Its title.
        positions: One for every map of the comparison, in its order.
        judgements: How the maps relate; at least one.
        note: A remark.
    """

    id: str
    title: str
    positions: tuple[Position, ...]
    judgements: tuple[Judgement, ...]
    note: str | None


def align(comparison: Comparison, maps: Mapping[str, Map]) -> tuple[Row, ...]:
    """Lays the maps of a comparison side by side.

    Args:
        comparison: The topics and verdicts.
        maps: The maps by id. One that is missing is silent, and so are node ids that its map lacks: checks report both.

    Returns:
        A row a topic, in the order of the file.
    """
    return tuple(_row(topic, comparison.maps, maps) for topic in comparison.topics.values())


def _row(topic: Topic, map_ids: Iterable[str], maps: Mapping[str, Map]) -> Row:
    positions = []
    for map_id in dict.fromkeys(map_ids):
        nodes = maps[map_id].nodes if map_id in maps else {}
        named = dict.fromkeys(topic.positions.get(map_id, ()))
        positions.append(Position(map_id, tuple(nodes[node] for node in named if node in nodes)))
    speakers = tuple(position.map_id for position in positions if position.nodes)
    return Row(topic.id, topic.title, tuple(positions), _judgements(topic, speakers), topic.note)


def _judgements(topic: Topic, speakers: tuple[str, ...]) -> tuple[Judgement, ...]:
    if len(speakers) < 2:
        return (Judgement(Relation.ONLY if speakers else Relation.SILENT, None, speakers),)
    given = tuple(
        Judgement(_RELATIONS[verdict.kind], verdict.about, verdict.between or speakers) for verdict in topic.verdicts
    )
    return given or (Judgement(Relation.OPEN, None, speakers),)


_RELATIONS = {kind: Relation(kind.value) for kind in VerdictKind}


def across(comparison: Comparison, maps: Mapping[str, Map]) -> Iterator[str]:
    """The steps that run between the maps, in words: ``MAP: "text" attacks MAP: "text" (note)``."""
    for step in comparison.steps.values():
        premises = " and ".join(_quoted(premise, maps) for premise in step.premises)
        sentence = f"{premises} {_VERBS[step.kind]}"
        if step.conclusion is not None:
            sentence += f" {_quoted(step.conclusion, maps)}"
        yield f"{sentence} ({step.note})" if step.note else sentence


_VERBS = {
    StepKind.SUPPORT: "supports",
    StepKind.ATTACK: "attacks",
    StepKind.UNDERCUT: "undercuts",
    StepKind.EXPLAIN: "explains",
    StepKind.CONTRADICT: "contradict each other",
    StepKind.PREFER: "outranks",
}


def _quoted(name: str, maps: Mapping[str, Map]) -> str:
    map_id, _, node_id = name.partition(":")
    node = maps[map_id].nodes.get(node_id) if map_id in maps else None
    return f'{map_id}: "{node.text}"' if node else name
