"""What a map or a comparison names, and where."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from operator import attrgetter
from typing import Any, NamedTuple

from argmap.model.comparison import Comparison
from argmap.model.map import Map
from argmap.model.node import Node
from argmap.model.step import Step


class Kind(StrEnum):
    """What is named."""

    NODE = "node"
    """A node, or a step with an id: they share their names."""
    ACTOR = "actor"
    REFERENCE = "reference"
    """An entry of the bibliography, by its key."""
    MAP = "map"
    COMPARISON = "comparison"
    TOPIC = "topic"
    ROLE = "role"
    """A part that a premise plays in a scheme."""


class Mention(NamedTuple):
    """A place that names something.

    Attributes:
        place: Where it stands in the graph, as findings give it: ``("nodes", ID, "specifies", 0)``.
        kind: What is named.
        name: Its id, or its key. In the steps of a comparison a node is named ``MAP:NODE``.
        holder: The id of the node, step or topic in which it stands; None at the top.
    """

    place: tuple[Any, ...]
    kind: Kind
    name: str
    holder: str | None = None


NODE_FIELDS = {
    "by": Kind.ACTOR,
    "addressee": Kind.ACTOR,
    "specifies": Kind.NODE,
    "rephrases": Kind.NODE,
}
"""The fields of a node that hold names, and what these are of; its citations name references."""

STEP_FIELDS = {"premises": "premises", "warrant": "warrant", "outweighed_by": "outweighed"}
"""The fields of a step that hold names of nodes and steps, with the keys that places give them."""

RELATIONS = tuple(field for field, kind in NODE_FIELDS.items() if kind is Kind.NODE)
"""The fields of a node that name other nodes."""

_RELATED, _SOURCES = attrgetter(*RELATIONS), attrgetter(*STEP_FIELDS)


def references(content: Map | Comparison) -> Iterator[Mention]:
    """Every place in a map or comparison that names a node, step, actor, map or reference."""
    if isinstance(content, Map):
        yield from _of_map(content)
    else:
        yield from _of_comparison(content)
    for step in content.steps.values():
        yield from _of_step(step)


def naming(map: Map, kind: Kind) -> Sequence[Mention]:
    """The places in *map* that name something of a *kind*; they are looked for once, for all who ask."""
    return map.once(_by_kind).get(kind, ())


def related(node: Node) -> tuple[str, ...]:
    """The nodes of which *node* says that it is a part, or another wording."""
    return sum(_RELATED(node), ())


def sources(step: Step) -> tuple[str, ...]:
    """All that *step* names but its conclusion: its premises, its warrants, and what outweighs it."""
    return sum(_SOURCES(step), ())


def _by_kind(map: Map) -> Mapping[Kind, Sequence[Mention]]:
    mentions: dict[Kind, list[Mention]] = {}
    for mention in references(map):
        mentions.setdefault(mention.kind, []).append(mention)
    return mentions


def _of_map(map: Map) -> Iterator[Mention]:
    if map.source is not None:
        yield Mention(("source",), Kind.REFERENCE, map.source)
    for index, name in enumerate(map.thesis):
        yield Mention(("thesis", index), Kind.NODE, name)
    for id, node in map.nodes.items():
        for field, kind in NODE_FIELDS.items():
            for index, name in enumerate(getattr(node, field)):
                yield Mention(("nodes", id, field, index), kind, name, id)
        for index, citation in enumerate(node.cite):
            yield Mention(("nodes", id, "cite", index, "key"), Kind.REFERENCE, citation.key, id)


def _of_comparison(comparison: Comparison) -> Iterator[Mention]:
    for index, map_id in enumerate(comparison.maps):
        yield Mention(("maps", index), Kind.MAP, map_id)
    for id, topic in comparison.topics.items():
        for map_id, nodes in topic.positions.items():
            yield Mention(("topics", id, "positions", map_id), Kind.MAP, map_id, id)
            for index, name in enumerate(nodes):
                yield Mention(("topics", id, "positions", map_id, index), Kind.NODE, f"{map_id}:{name}", id)
        for number, verdict in enumerate(topic.verdicts):
            for index, map_id in enumerate(verdict.between):
                yield Mention(("topics", id, "verdict", number, "between", index), Kind.MAP, map_id, id)


def _of_step(step: Step) -> Iterator[Mention]:
    for field, key in STEP_FIELDS.items():
        for index, name in enumerate(getattr(step, field)):
            yield Mention(("steps", step.id, key, index), Kind.NODE, name, step.id)
    if step.conclusion is not None:
        yield Mention(("steps", step.id, "conclusion"), Kind.NODE, step.conclusion, step.id)
