"""A stated node without an anchor, in a map of a source.

Why it matters: nobody can find where the source says it, so nobody can check that it does.

Example: a claim with neither `at` nor `implicit: true`, in a map with `source`.

How to fix: add `at` with the fewest words that are unique in the source, or `implicit: true` if it is unstated.
Evidence without anchor and citation gets AM301 instead.
"""

from collections.abc import Iterator

from argmap.checks.engine.rule import MapContext, Problem, on_map
from argmap.model import Map, NodeType, Severity


@on_map("AM302", Severity.NOTE)
def missing_anchor(map: Map, context: MapContext) -> Iterator[Problem]:
    """Nodes that are neither anchored nor implicit nor cited evidence, where the map has a source."""
    if map.source is None:
        return
    for node in map.nodes.values():
        if not node.at and not node.implicit and node.type is not NodeType.EVIDENCE:
            yield Problem(("nodes", node.id), f"'{node.id}' has no anchor", "add 'at', or 'implicit: true'")
