"""A premise of a statement and of one that attacks it.

Why it matters: the same fact is used for and against. That may be an honest tension of the text; often it is a premise
that says too little to decide, or stands at the wrong side.

Example::

    charge-works: {claim: The charge works., supported_by: traffic-fell, attacked_by: charge-is-needless}
    charge-is-needless: {claim: Traffic falls anyway., supported_by: traffic-fell}
    traffic-fell: {evidence: Traffic fell.}                         # AM509

Attacks that something outweighs are left alone: there the text has weighed the two readings.

How to fix: look whether both steps are the text's own. If they are, the note is true of it and may stay.
"""

from collections.abc import Iterator

from argmap.checks.engine.rule import MapContext, Problem, on_map
from argmap.model import Map, Severity, StepKind

_GROUNDS = (StepKind.SUPPORT, StepKind.EXPLAIN)


@on_map("AM509", Severity.NOTE)
def premise_of_both_sides(map: Map, context: MapContext) -> Iterator[Problem]:
    """Nodes that support a node and a premise of an attack on it, or two nodes that contradict each other."""
    said: set[tuple[str, ...]] = set()
    for step in map.steps.values():
        if step.kind is StepKind.CONTRADICT:
            pairs = [(one, other) for index, one in enumerate(step.premises) for other in step.premises[index + 1 :]]
        elif step.kind is StepKind.ATTACK and not step.outweighed:
            pairs = [(step.conclusion or "", premise) for premise in step.premises]
        else:
            continue
        for one, other in pairs:
            for shared in _premises(map, one) & _premises(map, other):
                if (shared, one, other) not in said:
                    said.add((shared, one, other))
                    message = f"'{shared}' supports '{one}' and '{other}', of which one attacks the other"
                    yield Problem(("nodes", shared), message, "see whether both steps are the text's own")


def _premises(map: Map, id: str) -> set[str]:
    steps = (step for step in map.steps_to.get(id, ()) if step.kind in _GROUNDS)
    return {premise for step in steps for premise in step.premises if premise in map.nodes}
