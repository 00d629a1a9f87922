"""Evidence that bears on nothing.

Why it matters: evidence is evidence for something. Standing alone it decorates.

Example: an `evidence` node that is a premise of no step.

How to fix: say what it supports, attacks or explains; or remove it.
"""

from collections.abc import Iterator

from argmap.checks.engine.rule import MapContext, Problem, on_map
from argmap.checks.structure._reach import named
from argmap.model import Map, NodeType, Severity
from argmap.model.references import related


@on_map("AM210", Severity.WARNING)
def idle_evidence(map: Map, context: MapContext) -> Iterator[Problem]:
    """Evidence that no step names as a premise, no node and no thesis; that something explains it does not count."""
    referred = named(map)
    for node in map.nodes.values():
        if node.type is NodeType.EVIDENCE and node.id not in referred and not related(node):
            yield Problem(
                ("nodes", node.id), f"the evidence '{node.id}' bears on nothing", "name it as a premise of some step"
            )
