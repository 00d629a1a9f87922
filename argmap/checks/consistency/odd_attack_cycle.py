"""Statements that attack one another in a circle of odd length.

Why it matters: none of them can be accepted, and none rejected: if the first stands the second falls, then the third
stands, and the first falls. With two, or any even number, one can take sides; here nobody can.

Example::

    a: {claim: The mayor lies., attacked_by: c}
    b: {claim: The clerk lies., attacked_by: a}
    c: {claim: The cook lies., attacked_by: b}                      # AM508, at the first of them

How to fix: say what outweighs one of the attacks, which one is preferred, or add what attacks the circle from outside.
Circles that are answered already, because one of their statements is accepted or rejected all the same, are left alone.
"""

from collections.abc import Iterator

from argmap.checks.engine.rule import MapContext, Problem, on_map
from argmap.model import Map, Severity, StepKind
from argmap.weigh import Argument, Part, Status, standing


@on_map("AM508", Severity.WARNING)
def odd_attack_cycle(map: Map, context: MapContext) -> Iterator[Problem]:
    """Shortest circles of an odd number of attacks among undecided nodes, each node in one circle at most."""
    if not any(step.kind is StepKind.ATTACK for step in map.steps.values()):
        return
    found = standing(map)
    hits: dict[str, list[str]] = {}
    for step in map.steps.values():
        if step.kind is StepKind.ATTACK and found.get(Argument(Part.STEP, step.id)) is Status.UNDECIDED:
            for premise in step.premises:
                hits.setdefault(premise, []).append(step.conclusion or "")
    said: set[str] = set()
    for start in map.nodes:
        circle = [] if start in said else _circle(hits, start)
        if len(circle) > 1 and said.isdisjoint(circle):
            said.update(circle)
            names = " -> ".join(f"'{id}'" for id in (*circle, start))
            message = f"an odd circle of attacks, in which nothing can be settled: {names}"
            yield Problem(("nodes", start), message, "say which attack is outweighed, or which statement is preferred")


def _circle(hits: dict[str, list[str]], start: str) -> list[str]:
    """The shortest walk of an odd number of attacks from *start* back to it, if it is a circle; else nothing."""
    came: dict[tuple[str, int], tuple[str, int] | None] = {(start, 0): None}
    waiting = [(start, 0)]
    for node, parity in waiting:
        for other in hits.get(node, ()):
            if other == start and parity == 0:
                walk = [node]
                before = came[node, parity]
                while before is not None:
                    walk.append(before[0])
                    before = came[before]
                return walk[::-1] if len(set(walk)) == len(walk) else []
            if (other, 1 - parity) not in came:
                came[other, 1 - parity] = (node, parity)
                waiting.append((other, 1 - parity))
    return []
