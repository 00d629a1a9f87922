"""A node that no step touches and nothing names.

Why it matters: its id is unused: it takes part in no argument, and a reader wonders what it is for.

Example: a claim written down early and never connected.

How to fix: connect it, or remove it.
"""

from collections.abc import Iterator

from argmap.checks.engine.rule import MapContext, Problem, on_map
from argmap.checks.structure._reach import named
from argmap.model import Map, NodeType, Severity
from argmap.model.references import related


@on_map("AM206", Severity.WARNING)
def isolated_node(map: Map, context: MapContext) -> Iterator[Problem]:
    """Nodes outside every step and reference. Evidence is left to AM210."""
    referred = named(map)
    for node in map.nodes.values():
        if node.id in referred or node.id in map.steps_to or related(node):
            continue
        if node.type is not NodeType.EVIDENCE:
            yield Problem(("nodes", node.id), f"nothing connects '{node.id}' to the map", "connect it, or remove it")
