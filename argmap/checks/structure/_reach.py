"""What leads where in a map; shared by the rules of this family."""

from __future__ import annotations

from collections.abc import Iterator

from argmap.model import Map


def named(map: Map) -> frozenset[str]:
    """The ids that a thesis, a step or another node names, conclusions of steps apart."""
    found = set(map.thesis)
    for node in map.nodes.values():
        found.update(node.specifies, node.rephrases)
    for step in map.steps.values():
        found.update(step.premises, step.warrant, step.outweighed_by)
    return frozenset(found)


def reaching(map: Map, goals: tuple[str, ...]) -> frozenset[str]:
    """The nodes and steps from which some path leads to *goals*, the goals themselves included.

    A path runs from a premise or warrant to its step, from a step to its conclusion, from what outweighs an attack to
    the attack, and from a part, or another wording, to what it specifies or rephrases.
    """
    incoming: dict[str, list[str]] = {}
    for source, target in _links(map):
        incoming.setdefault(target, []).append(source)
    seen, waiting = set(goals), list(goals)
    while waiting:
        for source in incoming.get(waiting.pop(), ()):
            if source not in seen:
                seen.add(source)
                waiting.append(source)
    return frozenset(seen)


def _links(map: Map) -> Iterator[tuple[str, str]]:
    for step in map.steps.values():
        for source in (*step.premises, *step.warrant, *step.outweighed_by):
            yield source, step.id
        if step.conclusion is not None:
            yield step.id, step.conclusion
        elif step.premises:  # what contradicts another bears on it
            for one in step.premises:
                yield step.id, one
    for node in map.nodes.values():
        for target in (*node.specifies, *node.rephrases):
            yield node.id, target
