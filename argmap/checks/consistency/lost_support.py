"""A statement that the author holds, and all of whose supports fail.

Why it matters: the author keeps a conclusion whose only grounds the map itself takes away: they are undercut, or rest
on what is rejected.

Example::

    buses-will-fill:
      claim: Buses will fill.                                       # AM505
      supported_by: {premises: survey-says, undercut_by: survey-was-small}

Premises that the author merely reports are left alone: that somebody said it may be the ground, whether or not it is
true (AM503 tells of those). Evidence may stand without any support.

How to fix: give another ground, or take the statement back (`stance`); or weigh the undercut, which may hit too much.
"""

from collections.abc import Iterator

from argmap.checks.engine.rule import MapContext, Problem, on_map
from argmap.model import Map, NodeType, Severity, Stance, StepKind
from argmap.weigh import Argument, Part, Status, standing
from argmap.weigh.why import defeats


@on_map("AM505", Severity.WARNING)
def lost_support(map: Map, context: MapContext) -> Iterator[Problem]:
    """Endorsed claims and recommendations with supports, none of which stands under the grounded semantics."""
    if not any(step.kind in (StepKind.ATTACK, StepKind.UNDERCUT) for step in map.steps.values()):
        return
    found = standing(map)
    for node in map.nodes.values():
        grounds = [step for step in map.steps_to.get(node.id, ()) if step.kind in (StepKind.SUPPORT, StepKind.EXPLAIN)]
        if node.stance is not Stance.ENDORSED or node.type is NodeType.EVIDENCE or not grounds:
            continue
        if all(found.get(Argument(Part.STEP, step.id)) is Status.REJECTED for step in grounds):
            premises = (map.nodes.get(id) for step in grounds for id in step.premises)
            if not any(premise is None or premise.stance is Stance.REPORTED for premise in premises):
                reasons = ", ".join(next(defeats(map, found, step, Status.REJECTED), "") for step in grounds)
                message = f"'{node.id}' is kept, and each of its supports fails: {reasons}"
                yield Problem(("nodes", node.id), message, "give another ground, or correct a 'stance'")
