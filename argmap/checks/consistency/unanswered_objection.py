"""A statement that the author endorses and that an objection in the map defeats.

Why it matters: the map has an attack on what the author holds, and nothing in it answers the attack. The author reports
the objection and goes on as if it were not there; or the answer has not been mapped.

Example::

    pricing-works:
      claim: Pricing cuts congestion.
      attacked_by: [traffic-returns]                                # AM504
    traffic-returns: {claim: Traffic comes back., by: chamber}

An attack is answered where one of its premises is attacked in turn by what stands, where it is undercut, or where it is
outweighed; `argmap weigh` says how it fares. Where the author is committed to all premises of the attack, AM502 says so
instead.

How to fix: map the answer that the source gives, or say what outweighs the attack. If the source has none, the note is
true of it.
"""

from collections.abc import Iterator

from argmap.checks.engine.rule import MapContext, Problem, on_map
from argmap.model import Map, Severity, Stance, StepKind
from argmap.weigh import Argument, Part, Status, standing


@on_map("AM504", Severity.NOTE)
def unanswered_objection(map: Map, context: MapContext) -> Iterator[Problem]:
    """Endorsed nodes that are rejected, by an attack to whose premises the author is not committed."""
    if not any(step.kind is StepKind.ATTACK for step in map.steps.values()):
        return
    found = standing(map)
    committed = {node.id for node in map.nodes.values() if node.committed}
    for node in map.nodes.values():
        if node.stance is not Stance.ENDORSED or found.get(Argument(Part.NODE, node.id)) is not Status.REJECTED:
            continue
        for step in map.steps_to.get(node.id, ()):
            stands = found.get(Argument(Part.STEP, step.id)) is Status.ACCEPTED
            if step.kind is StepKind.ATTACK and stands and not all(id in committed for id in step.premises):
                by = " and ".join(f"'{premise}'" for premise in step.premises)
                message = f"the author endorses '{node.id}', and nothing answers the attack of {by}"
                yield Problem(("steps", step.id), message, "map the answer, or what outweighs the attack")
