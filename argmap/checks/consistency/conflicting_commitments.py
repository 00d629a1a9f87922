"""The author is committed to two statements of which one attacks the other.

Why it matters: who endorses or concedes both holds what cannot both be held, unless something outweighs the attack.

Example::

    pricing-works:
      claim: Pricing cuts congestion.
      attacked_by: [traffic-returns]    # AM502
    traffic-returns: {claim: Traffic comes back within a year.}

How to fix: mark the attack `outweighed`, or say that the author only reports or rejects one of the two
(`stance`). A linked attack counts only where the author is committed to all of its premises.
"""

from collections.abc import Iterator

from argmap.checks.engine.rule import MapContext, Problem, on_map
from argmap.model import Map, Node, Severity, Step, StepKind


@on_map("AM502", Severity.WARNING)
def conflicting_commitments(map: Map, context: MapContext) -> Iterator[Problem]:
    """Attacks among committed nodes that nothing outweighs or undercuts."""
    committed = {id: node for id, node in map.nodes.items() if node.committed}
    for step in map.steps.values():
        if step.outweighed or _undercut(map, step, committed) or not step.premises:
            continue
        if not all(premise in committed for premise in step.premises):
            continue
        attackers = " and ".join(f"'{premise}'" for premise in step.premises)
        if step.kind is StepKind.ATTACK and step.conclusion in committed:
            message = f"the author is committed to '{step.conclusion}' and to {attackers}, which attacks it"
        elif step.kind is StepKind.CONTRADICT:
            message = f"the author is committed to {attackers}, which contradict each other"
        else:
            continue
        yield Problem(("steps", step.id), message, "say what outweighs the attack, or correct a 'stance'")


def _undercut(map: Map, step: Step, committed: dict[str, Node]) -> bool:
    return any(
        cut.kind is StepKind.UNDERCUT and all(premise in committed for premise in cut.premises)
        for cut in map.steps_to.get(step.id, ())
    )
