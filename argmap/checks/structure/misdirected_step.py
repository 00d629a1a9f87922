"""A step that lacks a premise or a conclusion, or points at the wrong sort of thing.

Why it matters: an undercut says that a step does not hold, so it hits a step; an attack says that a statement does not
hold, so it hits a node. Files from other tools hold steps without an end.

Example::

    steps:
      - {undercut: pricing-works, premises: a}      # AM214: 'pricing-works' is a node

How to fix: give the step an `id` and undercut that, or write `attack`.
"""

from collections.abc import Iterator

from argmap.checks.engine.rule import MapContext, Problem, on_map
from argmap.model import Map, Severity, StepKind


@on_map("AM214", Severity.ERROR)
def misdirected_step(map: Map, context: MapContext) -> Iterator[Problem]:
    """Steps whose ends do not fit their kind."""
    for step in map.steps.values():
        place = ("steps", step.id)
        if not step.premises or (step.kind is StepKind.CONTRADICT and len(set(step.premises)) < 2):
            yield Problem(place, f"the {step.kind} has too few premises", "name what it starts from")
        if step.kind is StepKind.CONTRADICT:
            continue
        if step.conclusion is None:
            yield Problem(place, f"the {step.kind} has no conclusion", "name what it leads to")
        elif step.kind is StepKind.UNDERCUT and step.conclusion in map.nodes:
            yield Problem(
                place,
                f"an undercut hits a step, and '{step.conclusion}' is a node",
                "give the step an 'id' and undercut that, or write 'attack'",
            )
        elif step.kind in (StepKind.ATTACK, StepKind.EXPLAIN) and step.conclusion in map.steps:
            yield Problem(
                place,
                f"'{step.conclusion}' is a step, and an {step.kind} leads to a node",
                "write 'undercut' for what hits a step",
            )
