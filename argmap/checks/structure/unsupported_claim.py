"""A thesis, or another claim that is argued about, without any ground.

Why it matters: a claim that is no ground for anything else is there to be believed for itself, and a reader who doubts
it finds no step to follow.

Example::

    thesis: pricing-works
    nodes:
      pricing-works:
        claim: Pricing cuts congestion.        # AM207: nothing supports it

How to fix: add `supported_by` or `explained_by`. Quoted voices, conceded, rejected and implicit claims are left
alone; a claim that serves as a premise gets the note AM208, one that nothing touches AM206.
"""

from collections.abc import Iterator

from argmap.checks.engine.rule import MapContext, Problem, on_map
from argmap.checks.structure._grounds import grounded
from argmap.checks.structure._reach import named
from argmap.model import Map, NodeType, Severity, Stance


@on_map("AM207", Severity.WARNING)
def unsupported_claim(map: Map, context: MapContext) -> Iterator[Problem]:
    """Endorsed, stated claims that end an argument and have no ground."""
    carrying = named(map) - set(map.thesis)
    for node in map.nodes.values():
        if node.type is not NodeType.CLAIM or node.stance is not Stance.ENDORSED or node.implicit:
            continue
        isolated = node.id not in map.thesis and node.id not in map.steps_to
        if node.id not in carrying and not isolated and not grounded(map, node):
            yield Problem(("nodes", node.id), f"nothing supports the claim '{node.id}'", "add 'supported_by'")
