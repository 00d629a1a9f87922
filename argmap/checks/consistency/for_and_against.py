"""A node that speaks both for and against the same node.

Why it matters: a statement cannot be a reason to believe another and a reason not to. One of the two steps is turned
round, or goes to another node.

Example::

    pricing-works:
      claim: Pricing cuts congestion.
      supported_by: [stockholm-fell]
      attacked_by: [stockholm-fell]     # AM501

How to fix: keep the step that the source makes.
"""

from collections.abc import Iterator

from argmap.checks.engine.rule import MapContext, Problem, on_map
from argmap.model import Map, Severity, StepKind


@on_map("AM501", Severity.WARNING)
def for_and_against(map: Map, context: MapContext) -> Iterator[Problem]:
    """Pairs of nodes with a support and an attack between them in the same direction."""
    for target, steps in map.steps_to.items():
        supports = {premise: step for step in steps if step.kind is StepKind.SUPPORT for premise in step.premises}
        for step in steps:
            if step.kind is not StepKind.ATTACK:
                continue
            for premise in step.premises:
                if premise in supports:
                    yield Problem(
                        ("steps", step.id),
                        f"'{premise}' speaks both for and against '{target}'",
                        "keep the step that the source makes",
                        (("it supports it here", ("steps", supports[premise].id)),),
                    )
