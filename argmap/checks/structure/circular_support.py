"""A statement that supports itself, over whatever detour.

Why it matters: each of the statements is believed because of another of them, so none of them has a ground.

Example::

    a: {claim: The law is just., supported_by: b}
    b: {claim: Just people made it., supported_by: a}      # AM213

A statement has the grounds of what it `specifies` or `rephrases`, so a circle may lead over these too: two that specify
each other have no ground.

How to fix: remove the step that the source does not make, or find the ground outside the circle.
"""

from collections.abc import Iterator

from argmap.checks.engine.rule import MapContext, Place, Problem, on_map
from argmap.logic.graph import Graph
from argmap.model import Map, Severity, StepKind


@on_map("AM213", Severity.ERROR)
def circular_support(map: Map, context: MapContext) -> Iterator[Problem]:
    """One finding for each circle of grounds, with the shortest way round (Tarjan 1972 for the circles)."""
    grounds = {id: list(_grounds(map, id)) for id in map.nodes}
    order = {id: index for index, id in enumerate(map.nodes)}
    for circle in _circles(grounds):
        first = min(circle, key=order.__getitem__)
        way = _shortest(grounds, first, circle)
        names = " <- ".join(f"'{id}'" for id in (first, *(id for id, _ in way)))
        yield Problem(
            way[0][1],
            f"circular support: {names}",
            "each stands on another of them; ground one of them outside the circle",
            tuple((f"'{id}' is a ground here", place) for id, place in way[1:]),
        )


Grounds = dict[str, list[tuple[str, Place]]]


def _grounds(map: Map, id: str) -> Iterator[tuple[str, Place]]:
    """The nodes that the node *id* stands on, and where it says so."""
    for step in map.steps_to.get(id, ()):
        if step.kind is StepKind.SUPPORT:
            yield from ((premise, ("steps", step.id)) for premise in step.premises if premise in map.nodes)
    for field in ("specifies", "rephrases"):
        for index, other in enumerate(getattr(map.nodes[id], field)):
            if other in map.nodes:
                yield other, ("nodes", id, field, index)


def _circles(grounds: Grounds) -> Iterator[set[str]]:
    """The strongly connected components that hold a circle."""
    ids = list(grounds)
    number = {id: index for index, id in enumerate(ids, 1)}
    graph = Graph([[], *([number[premise] for premise, _ in grounds[id]] for id in ids)])
    for component in graph.strong_components():
        circle = {ids[index - 1] for index in component}
        if len(circle) > 1 or any(premise in circle for id in circle for premise, _ in grounds[id]):
            yield circle


def _shortest(grounds: Grounds, start: str, circle: set[str]) -> list[tuple[str, Place]]:
    """The shortest way from *start* over grounds within *circle* back to it: pairs of a ground and its place."""
    came: dict[str, tuple[str, Place]] = {}
    waiting = [start]
    for id in waiting:
        for ground, place in grounds[id]:
            if ground in circle and ground not in came:
                came[ground] = (id, place)
                waiting.append(ground)
    way: list[tuple[str, Place]] = []
    id = start
    while not way or id != start:
        before, place = came[id]
        way.append((id, place))
        id = before
    return way[::-1]
