"""What counts as a ground; shared by the rules of this family."""

from __future__ import annotations

from argmap.model import Map, Node, StepKind
from argmap.model.references import related


def grounded(map: Map, node: Node) -> bool:
    """Whether a step supports or explains the node, or it shares the grounds of a wider one that it is a part of."""
    steps = map.steps_to.get(node.id, ())
    return bool(any(step.kind in (StepKind.SUPPORT, StepKind.EXPLAIN) for step in steps) or related(node))
