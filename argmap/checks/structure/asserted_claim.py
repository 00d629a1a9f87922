"""A premise of the author's own that rests on nothing but the author's word.

Why it matters: every argument begins somewhere; this says where, so that a fact-checker knows which claims the source
asserts without giving evidence, reference or reason.

Example::

    pricing-works:
      claim: Pricing cuts congestion.
      supported_by: [demand-falls]
    demand-falls: {claim: Dearer trips are made less often.}      # AM208

How to fix: often not at all: the note is true of the source. If the source gives a ground or a reference, add it.
"""

from collections.abc import Iterator

from argmap.checks.engine.rule import MapContext, Problem, on_map
from argmap.checks.structure._grounds import grounded
from argmap.checks.structure._reach import named
from argmap.model import Map, NodeType, Severity, Stance


@on_map("AM208", Severity.NOTE)
def asserted_claim(map: Map, context: MapContext) -> Iterator[Problem]:
    """Endorsed, stated claims that serve as premises and have neither ground nor citation."""
    carrying = named(map) - set(map.thesis)
    for node in map.nodes.values():
        if node.type is not NodeType.CLAIM or node.stance is not Stance.ENDORSED or node.implicit or node.cite:
            continue
        if node.id in carrying and not grounded(map, node):
            yield Problem(("nodes", node.id), f"the claim '{node.id}' rests on the author's word alone")
