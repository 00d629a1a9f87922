"""A statement that supports itself, over whatever detour.

Why it matters: each of the statements is believed because of another of them, so none of them has a ground.

Example::

    a: {claim: The law is just., supported_by: b}
    b: {claim: Just people made it., supported_by: a}      # AM213

How to mend: remove the step that the source does not make, or find the ground outside the circle.
"""

from collections.abc import Iterator

from argmap.checks.rule import MapContext, Problem, on_map
from argmap.model import Map, Severity, StepKind


@on_map("AM213", Severity.ERROR)
def circular_support(map: Map, context: MapContext) -> Iterator[Problem]:
    """One finding for each circle of supports, with the shortest way round (Tarjan 1972 for the circles)."""
    grounds = {
        id: [
            (premise, step.id)
            for step in map.steps_to.get(id, ())
            if step.kind is StepKind.SUPPORT
            for premise in step.premises
            if premise in map.nodes
        ]
        for id in map.nodes
    }
    for circle in _circles(grounds):
        first = min(circle, key=list(map.nodes).index)
        way = _shortest(grounds, first, circle)
        steps = [step for _, step in way]
        names = " <- ".join(f"'{id}'" for id in (first, *(id for id, _ in way)))
        yield Problem(
            ("steps", steps[0]),
            f"circular support: {names}",
            "each stands on another of them; ground one of them outside the circle",
            tuple((f"'{id}' is a ground here", ("steps", step)) for id, step in way[1:]),
        )


Grounds = dict[str, list[tuple[str, str]]]


def _circles(grounds: Grounds) -> Iterator[set[str]]:
    """The strongly connected components that hold a circle, found without recursion."""
    index: dict[str, int] = {}
    low: dict[str, int] = {}
    stack: list[str] = []
    on_stack: set[str] = set()
    for root in grounds:
        if root in index:
            continue
        work = [(root, iter(grounds[root]))]
        index[root] = low[root] = len(index)
        stack.append(root)
        on_stack.add(root)
        while work:
            id, rest = work[-1]
            for premise, _ in rest:
                if premise not in index:
                    index[premise] = low[premise] = len(index)
                    stack.append(premise)
                    on_stack.add(premise)
                    work.append((premise, iter(grounds[premise])))
                    break
                if premise in on_stack:
                    low[id] = min(low[id], index[premise])
            else:
                work.pop()
                if work:
                    low[work[-1][0]] = min(low[work[-1][0]], low[id])
                if low[id] == index[id]:
                    circle = set()
                    while id not in circle:
                        circle.add(stack[-1])
                        on_stack.discard(stack.pop())
                    if len(circle) > 1 or any(premise == id for premise, _ in grounds[id]):
                        yield circle


def _shortest(grounds: Grounds, start: str, circle: set[str]) -> list[tuple[str, str]]:
    """The shortest way from *start* over grounds within *circle* back to it: pairs of premise and step."""
    came: dict[str, tuple[str, str]] = {}
    waiting = [start]
    for id in waiting:
        for premise, step in grounds[id]:
            if premise in circle and premise not in came:
                came[premise] = (id, step)
                waiting.append(premise)
    way: list[tuple[str, str]] = []
    id = start
    while not way or id != start:
        before, step = came[id]
        way.append((id, step))
        id = before
    return way[::-1]
