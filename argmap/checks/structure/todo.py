"""Something is still to do.

Why it matters: an honest gap is better than an invented fact, and a list of the gaps is better still.

Example::

    a: {claim: Pricing works., todo: find the year of the survey}      # AM215

How to fix: do it, and remove the `todo`.
"""

from collections.abc import Iterator

from argmap.checks.engine.rule import MapContext, Problem, on_map
from argmap.model import Map, Severity


@on_map("AM215", Severity.NOTE, partial=True)
def todo(map: Map, context: MapContext) -> Iterator[Problem]:
    """Every `todo` of a node."""
    for node in map.nodes.values():
        if node.todo:
            yield Problem(("nodes", node.id, "todo"), f"to do: {node.todo}")
