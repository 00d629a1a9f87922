"""Evidence without citation or anchor.

Why it matters: evidence is what a reader may want to look up, and there is nowhere to look.

Example::

    stockholm-fell: {evidence: Traffic fell by a fifth.}      # AM301

How to fix: add `cite` (the reference it comes from) or `at` (the words of the source that state it).
"""

from collections.abc import Iterator

from argmap.checks.engine.rule import MapContext, Problem, on_map
from argmap.model import Map, NodeType, Severity


@on_map("AM301", Severity.WARNING)
def missing_receipt(map: Map, context: MapContext) -> Iterator[Problem]:
    """Stated evidence that neither cites nor is anchored."""
    for node in map.nodes.values():
        if node.type is NodeType.EVIDENCE and not node.cite and not node.at and not node.implicit:
            yield Problem(("nodes", node.id), f"the evidence '{node.id}' has no receipt", "add 'cite' or 'at'")
