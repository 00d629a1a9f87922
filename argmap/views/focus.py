"""What is near a node."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection

from argmap.model import Map, StepKind
from argmap.model.references import related, sources
from argmap.views.walk import Reached, walk


def nearby(map: Map, starts: Collection[str], depth: int) -> frozenset[str]:
    """The nodes within *depth* steps of *starts*, in both directions.

    One step away are the premises, warrant and conclusion of each step that a node takes part in, and the wider
    statement that it is part of. A step upon a step brings with it the step that it is upon, with all its ends; from
    that step to what is upon it, it is a step more. Linked steps between these nodes have all their premises in, even
    those that are further away.

    Args:
        map: The map; every id that is named is there, and each step stands after those that it is upon.
        starts: The ids of nodes.
        depth: How many steps.

    Returns:
        The ids of the nodes.
    """
    ends: dict[str, list[str]] = {}
    onward: dict[str, list[str]] = defaultdict(list)
    for step in map.steps.values():
        ends[step.id] = [*sources(step)]
        if step.conclusion is not None:
            ends[step.id].append(step.conclusion)
        for end in ends[step.id]:
            onward[end].append(step.id)
    for node in map.nodes.values():
        for other in related(node):
            onward[node.id].append(other)
            onward[other].append(node.id)
    reached: dict[str, Reached] = {}
    walk(starts, ends, onward, map.nodes, reached)
    near = {name for name, place in reached.items() if place.distance <= depth}
    return _with_linked(map, near & map.nodes.keys())


def _with_linked(map: Map, near: set[str]) -> frozenset[str]:
    """The nodes *near*, and those that a linked step between them needs besides."""
    needed: set[str] = set()
    kept: set[str] = set()
    for step in map.steps.values():
        present = {premise for premise in step.premises if premise in near or premise in kept}
        if step.kind is StepKind.CONTRADICT:
            if len(present) > 1:
                kept.add(step.id)
        elif present and (step.conclusion in near or step.conclusion in kept):
            needed.update(premise for premise in step.premises if premise in map.nodes)
            kept.add(step.id)
    return frozenset(near | needed)
