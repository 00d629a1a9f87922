"""A part of a map that is a map: some of its nodes, and what connects them."""

from __future__ import annotations

from collections import deque
from collections.abc import Container, Iterator
from dataclasses import replace
from typing import Any

from argmap.model import Map, Node, Step, StepKind
from argmap.model.references import RELATIONS, related
from argmap.model.step import is_unnamed, unnamed_id


def among(map: Map, nodes: Container[str]) -> Map:
    """The map of *nodes* and of the steps that connect them.

    A linked step of which a premise is left out is left out too, since it would say that the others suffice; a
    contradiction goes on between those that are left. A step upon a step stays where that step stays. What is no node
    of the map is dropped wherever it is named, and so are steps that lead nowhere or, step upon step, in a ring. A step
    that nobody named is named anew after what it connects.

    Args:
        map: The map.
        nodes: The ids of the nodes to show.

    Returns:
        The map in which every id that is named is there. Each step stands after the steps that it is upon.
    """
    present = {id: node for id, node in map.nodes.items() if id in nodes}
    steps: dict[str, Step] = {}
    ids: dict[str, str] = {}  # of each step that stays: its id from now on
    for step in _targets_first(map):
        kept = _step(step, map, present, ids)
        if kept is not None:
            if is_unnamed(kept):
                kept = changed(kept, id=unnamed_id(kept.kind, kept.premises, kept.conclusion, steps))
            ids[step.id] = kept.id
            steps[kept.id] = kept
    parts = {id: _node(node, present) for id, node in present.items()}
    return replace(map, thesis=_those(map.thesis, present), nodes=parts, steps=steps)


def targets(step: Step, map: Map) -> tuple[str, ...]:
    """The steps that *step* is upon: it stands only where they do. A node comes before a step of the same id."""
    if step.kind is StepKind.CONTRADICT:
        return ()
    if step.kind is StepKind.PREFER:
        named = dict.fromkeys((step.conclusion or "", *step.premises))
        return tuple(name for name in named if name not in map.nodes and name in map.steps)
    if step.conclusion in map.nodes or step.conclusion not in map.steps:
        return ()
    return (step.conclusion,)


def _targets_first(map: Map) -> Iterator[Step]:
    """The steps, each after those that it is upon, otherwise in their order; without those that are in a ring."""
    waiting: dict[str, int] = {}
    upon: dict[str, list[Step]] = {}
    ready: deque[Step] = deque()
    for step in map.steps.values():
        needed = targets(step, map)
        waiting[step.id] = len(needed)
        for target in needed:
            upon.setdefault(target, []).append(step)
        if not needed:
            ready.append(step)
    while ready:
        step = ready.popleft()
        yield step
        for other in upon.get(step.id, ()):
            waiting[other.id] -= 1
            if not waiting[other.id]:
                ready.append(other)


def _step(step: Step, map: Map, present: Container[str], ids: dict[str, str]) -> Step | None:
    """The step among the nodes *present* and the steps that *ids* names anew; None where it connects nothing there."""
    premises = []
    for premise in step.premises:
        if premise in map.nodes:
            if premise in present:
                premises.append(premise)
            elif step.linked:
                return None
        elif step.kind is StepKind.PREFER and premise in ids:
            premises.append(ids[premise])
    conclusion = None
    if step.kind is not StepKind.CONTRADICT:
        conclusion = step.conclusion if step.conclusion in map.nodes else ids.get(step.conclusion or "")
        if conclusion is None or (conclusion in map.nodes and conclusion not in present):
            return None
    if len(set(premises)) < (2 if step.kind is StepKind.CONTRADICT else 1):
        return None
    return changed(
        step,
        premises=tuple(premises),
        roles=_roles(step, premises),
        conclusion=conclusion,
        warrant=_those(step.warrant, present),
        # What outweighs it may be out of sight; that something does is not.
        outweighed=step.outweighed or bool(step.outweighed_by),
        outweighed_by=_those(step.outweighed_by, present),
    )


def _roles(step: Step, premises: Container[str]) -> dict[str, tuple[str, ...]]:
    return {role: left for role, names in step.roles.items() if (left := _those(names, premises))}


def _node(node: Node, present: Container[str]) -> Node:
    if not related(node):
        return node
    names: dict[str, Any] = {field: _those(getattr(node, field), present) for field in RELATIONS}
    return replace(node, **names)


def _those(names: tuple[str, ...], present: Container[str]) -> tuple[str, ...]:
    return names and tuple(name for name in names if name in present)


def changed(step: Step, **fields: Any) -> Step:
    """The step with these *fields*: itself where it has them, which for most steps of a map is so."""
    return step if all(getattr(step, name) == value for name, value in fields.items()) else replace(step, **fields)
