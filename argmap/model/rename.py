"""The graph under another name for one of its things."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import NamedTuple, TypeVar

from argmap.model.comparison import Comparison, Topic
from argmap.model.map import Map
from argmap.model.node import Node
from argmap.model.references import NODE_FIELDS, Kind
from argmap.model.step import Step, is_unnamed, unnamed_id

KINDS = ("node", "step", "actor", "topic", "map", "comparison", "reference")

_T = TypeVar("_T")
_Swap = Callable[[str], str]


class Rename(NamedTuple):
    """The thing of *kind* (one of ``KINDS``) that is called *old* shall be called *new*.

    *owner* is the id of the map or comparison that it is in; None for what stands on its own: maps, comparisons and
    references. *others* are further things of the kind that get new names at once, new by old. The methods say what a
    name becomes, by what it names.
    """

    kind: str
    old: str
    new: str
    owner: str | None = None
    others: Mapping[str, str] = MappingProxyType({})

    @property
    def names(self) -> dict[str, str]:
        """All that is renamed: new names by old."""
        return {self.old: self.new, **self.others}

    def id(self, name: str, owner: str) -> str:
        """The name of a node or step of *owner*."""
        return self._swap(name, self.kind in ("node", "step") and owner == self.owner)

    def actor(self, name: str, owner: str) -> str:
        """The name of an actor of *owner*."""
        return self._swap(name, self.kind == "actor" and owner == self.owner)

    def topic(self, name: str, owner: str) -> str:
        """The name of a topic of *owner*."""
        return self._swap(name, self.kind == "topic" and owner == self.owner)

    def map(self, name: str) -> str:
        """The name of a map."""
        return self._swap(name, self.kind == "map")

    def comparison(self, name: str) -> str:
        """The name of a comparison."""
        return self._swap(name, self.kind == "comparison")

    def reference(self, key: str) -> str:
        """The key of a reference."""
        return self._swap(key, self.kind == "reference")

    def across(self, name: str, owner: str) -> str:
        """What a step of the comparison *owner* names: ``MAP:NODE``, or another of its steps."""
        map_id, colon, rest = name.partition(":")
        return f"{self.map(map_id)}:{self.id(rest, map_id)}" if colon else self.id(name, owner)

    def _swap(self, name: str, applies: bool) -> str:
        if not applies:
            return name
        return self.new if name == self.old else self.others.get(name, name)


def renamed(content: Map | Comparison, rename: Rename) -> Map | Comparison:
    """*content* after *rename*: the same graph, of which nothing but names has changed.

    The ids of steps that nobody named follow what they connect.
    """
    return _map(content, rename) if isinstance(content, Map) else _comparison(content, rename)


def _map(map: Map, rename: Rename) -> Map:
    def swap(name: str) -> str:
        return rename.id(name, map.id)

    nodes = (_node(node, rename, map.id) for node in map.nodes.values())
    return replace(
        map,
        id=rename.map(map.id),
        source=None if map.source is None else rename.reference(map.source),
        thesis=_each(map.thesis, swap),
        actors=_keyed(map.actors, lambda name: rename.actor(name, map.id)),
        nodes={node.id: node for node in nodes},
        steps=_steps(map.steps, swap),
    )


def _node(node: Node, rename: Rename, owner: str) -> Node:
    swaps: dict[Kind, _Swap] = {
        Kind.NODE: lambda name: rename.id(name, owner),
        Kind.ACTOR: lambda name: rename.actor(name, owner),
    }
    names = {field: _each(getattr(node, field), swaps[kind]) for field, kind in NODE_FIELDS.items()}
    cite = tuple(citation.model_copy(update={"key": rename.reference(citation.key)}) for citation in node.cite)
    return replace(node, id=rename.id(node.id, owner), cite=cite, **names)  # type: ignore[arg-type]


def _comparison(comparison: Comparison, rename: Rename) -> Comparison:
    topics = (_topic(topic, rename, comparison.id) for topic in comparison.topics.values())
    return replace(
        comparison,
        id=rename.comparison(comparison.id),
        maps=_each(comparison.maps, rename.map),
        topics={topic.id: topic for topic in topics},
        steps=_steps(comparison.steps, lambda name: rename.across(name, comparison.id)),
    )


def _topic(topic: Topic, rename: Rename, owner: str) -> Topic:
    return replace(
        topic,
        id=rename.topic(topic.id, owner),
        positions={
            rename.map(map_id): tuple(rename.id(name, map_id) for name in names)
            for map_id, names in topic.positions.items()
        },
        verdicts=tuple(replace(verdict, between=_each(verdict.between, rename.map)) for verdict in topic.verdicts),
    )


def _steps(steps: Mapping[str, Step], swap: _Swap) -> dict[str, Step]:
    done: dict[str, Step] = {}
    made: dict[str, str] = {}  # from the made ids of steps to those that they have now
    for step in steps.values():
        names = {name: made.get(name) or swap(name) for name in step.premises}
        premises = _each(step.premises, names.__getitem__)
        conclusion = None if step.conclusion is None else made.get(step.conclusion) or swap(step.conclusion)
        if is_unnamed(step):
            id = made[step.id] = unnamed_id(step.kind, premises, conclusion, done)
        else:
            id = swap(step.id)
        done[id] = replace(
            step,
            id=id,
            premises=premises,
            conclusion=conclusion,
            roles={role: _each(names_in_role, names.__getitem__) for role, names_in_role in step.roles.items()},
            warrant=_each(step.warrant, swap),
            outweighed_by=_each(step.outweighed_by, swap),
        )
    return done


def _each(names: tuple[str, ...], swap: _Swap) -> tuple[str, ...]:
    return tuple(map(swap, names))


def _keyed(by_name: Mapping[str, _T], swap: _Swap) -> dict[str, _T]:
    return {swap(name): value for name, value in by_name.items()}
