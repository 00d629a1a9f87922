"""What leads where in a map."""

from __future__ import annotations

from collections.abc import Container, Iterator

from argmap.model.map import Map
from argmap.model.references import Kind, naming
from argmap.model.step import StepKind

RANKING = frozenset({StepKind.CONTRADICT, StepKind.PREFER})
"""The kinds of steps that lead from nothing to anything."""


def links(map: Map, without: Container[StepKind] = ()) -> Iterator[tuple[str, str]]:
    """From which node or step to which a path goes, steps of the kinds *without* apart.

    A path runs from a premise or warrant to its step, from a step to its conclusion, from what outweighs an attack to
    the attack, and from a part, or another wording, to what it specifies or rephrases.
    """
    for place, _, name, holder in naming(map, Kind.NODE):
        if holder is None:
            continue  # a thesis leads nowhere
        if place[0] == "nodes":
            yield holder, name
            continue
        step = map.steps[holder]
        if step.kind in without:
            continue
        if place[2] == "conclusion":
            yield holder, name
        else:
            yield name, holder
            if step.conclusion is None and place[2] == "premises":  # what contradicts another bears on it
                yield holder, name


def reaching(map: Map, goals: tuple[str, ...]) -> frozenset[str]:
    """The nodes and steps from which some path leads to *goals*, the goals themselves included."""
    incoming = _incoming(map, ())
    seen, waiting = set(goals), list(goals)
    while waiting:
        for source in incoming.get(waiting.pop(), ()):
            if source not in seen:
                seen.add(source)
                waiting.append(source)
    return frozenset(seen)


def is_part(map: Map, id: str, wholes: Container[str]) -> bool:
    """Whether the node *id* is one of *wholes*, or by what it specifies a part of one, or a part of a part."""
    seen: set[str] = set()
    waiting = [id]
    while waiting:
        id = waiting.pop()
        if id in wholes:
            return True
        if id in map.nodes and id not in seen:
            seen.add(id)
            waiting += map.nodes[id].specifies
    return False


def depth(map: Map) -> int:
    """How many steps the longest chain to a thesis has; a step that closes a circle is not followed.

    Rankings and contradictions are no links of a chain. What hits a step is one step further off than the step.
    """
    incoming = _incoming(map, RANKING)
    height: dict[str, int] = {}  # of what is done: how many steps lead up to it
    open: set[str] = set()
    for thesis in map.thesis:
        stack = [thesis]
        while stack:
            name = stack[-1]
            if name not in height and name not in open:
                open.add(name)
                stack += [source for source in incoming.get(name, ()) if source not in height and source not in open]
                continue
            stack.pop()
            if name in open:
                open.remove(name)
                steps = int(name in map.steps)
                sources = (source for source in incoming.get(name, ()) if source in height)
                height[name] = max((height[source] + steps for source in sources), default=0)
    return max((height[thesis] for thesis in map.thesis), default=0)


def _incoming(map: Map, without: Container[StepKind]) -> dict[str, list[str]]:
    incoming: dict[str, list[str]] = {}
    for source, target in links(map, without):
        incoming.setdefault(target, []).append(source)
    return incoming
