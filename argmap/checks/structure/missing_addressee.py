"""A recommendation that says nobody whom it is for.

Why it matters: what should be done depends on who is to do it; comparisons of advice begin there.

Example: a `recommendation` without `addressee`.

How to fix: add `addressee: ACTOR`. If the source leaves it open, the note is true and may stay.
"""

from collections.abc import Iterator

from argmap.checks.engine.rule import MapContext, Problem, on_map
from argmap.model import Map, NodeType, Severity


@on_map("AM212", Severity.NOTE)
def missing_addressee(map: Map, context: MapContext) -> Iterator[Problem]:
    """Recommendations without an addressee."""
    for node in map.nodes.values():
        if node.type is NodeType.RECOMMENDATION and not node.addressee:
            yield Problem(("nodes", node.id), f"the recommendation '{node.id}' addresses nobody", "add 'addressee'")
