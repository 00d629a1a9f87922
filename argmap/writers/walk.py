"""A map from top to bottom: under each node what bears on it, each spelled out once."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from argmap.model import Map, Node, Step
from argmap.model.references import related

PART, JOINED, WARRANT = "part", "joined", "warrant"
"""How a node bears on the one above where no step of its own says it: as a part of it, as needed along with the premise
before, as what licenses the step."""


class Visit(NamedTuple):
    """A node at its *depth* below a root, and how it bears on what is above.

    *how* is the kind of its step, or :data:`PART`, :data:`JOINED` or :data:`WARRANT`; empty for a root. With *again* it
    has been visited before, and nothing follows below it.
    """

    node: Node
    depth: int
    how: str = ""
    outweighed: bool = False
    again: bool = False


def walk(map: Map) -> Iterator[Visit]:
    """The theses first, then what leads to none of them, depth first."""
    parts: dict[str, list[str]] = {}
    for node in map.nodes.values():
        for whole in related(node):
            parts.setdefault(whole, []).append(node.id)
    leading = {premise for step in map.steps.values() for premise in (*step.premises, *step.warrant)}
    leading.update(part for each in parts.values() for part in each)
    roots = [id for id in map.nodes if id not in leading and id not in map.thesis]
    seen: set[str] = set()
    # What is left stands on itself, in a circle.
    for id in (*map.thesis, *roots, *map.nodes):
        if id in map.nodes and id not in seen:
            yield from _below(map, id, parts, seen)


def _below(map: Map, root: str, parts: dict[str, list[str]], seen: set[str]) -> Iterator[Visit]:
    """The tree under a node, without recursion: maps may be deeper than Python's stack."""
    waiting = [Visit(map.nodes[root], 0)]
    while waiting:
        visit = waiting.pop()
        id, depth = visit.node.id, visit.depth + 1
        if id in seen:
            yield visit._replace(again=True)
            continue
        yield visit
        seen.add(id)
        bearing = [Visit(map.nodes[part], depth, PART) for part in parts.get(id, ())]
        for step in map.steps_to.get(id, ()):
            bearing += _step(map, step, depth)
        waiting += reversed(bearing)


def _step(map: Map, step: Step, depth: int) -> Iterator[Visit]:
    """A step's premises and warrant, and with them what bears on the step itself."""
    steps, seen = [(step, depth)], {step.id}
    while steps:
        step, depth = steps.pop()
        how, outweighed = str(step.kind), step.outweighed
        for premise in step.premises:
            if premise in map.nodes:
                yield Visit(map.nodes[premise], depth, how, outweighed)
                how, outweighed = JOINED, False
        for warrant in step.warrant:
            if warrant in map.nodes:
                yield Visit(map.nodes[warrant], depth + 1, WARRANT)
        further = [each for each in map.steps_to.get(step.id, ()) if each.id not in seen]
        seen.update(each.id for each in further)
        steps.extend((each, depth + 1) for each in reversed(further))
