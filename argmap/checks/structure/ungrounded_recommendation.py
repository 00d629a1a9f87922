"""A recommendation without grounds.

Why it matters: advice without a reason cannot be weighed.

Example::

    charge-drivers: {recommendation: Charge drivers at peak hours.}      # AM211

How to fix: add `supported_by`; a part of a wider recommendation says `specifies` and shares its grounds.
"""

from collections.abc import Iterator

from argmap.checks.engine.rule import MapContext, Problem, on_map
from argmap.checks.structure._grounds import grounded
from argmap.model import Map, NodeType, Severity, Stance


@on_map("AM211", Severity.WARNING)
def ungrounded_recommendation(map: Map, context: MapContext) -> Iterator[Problem]:
    """Recommendations of the author's without a step to them; those of quoted voices are theirs to ground."""
    for node in map.nodes.values():
        if node.type is NodeType.RECOMMENDATION and node.stance is Stance.ENDORSED and not grounded(map, node):
            yield Problem(
                ("nodes", node.id),
                f"the recommendation '{node.id}' has no grounds",
                "add 'supported_by' or 'specifies'",
            )
