"""A node that is implicit and has an anchor.

Why it matters: implicit means that the source does not state it; an anchor is the place where the source states it.

Example::

    cities-alike: {claim: Cities are alike., implicit: true, at: much like}      # AM303

How to fix: keep the one that is true.
"""

from collections.abc import Iterator

from argmap.checks.engine.rule import MapContext, Problem, on_map
from argmap.model import Map, Severity


@on_map("AM303", Severity.WARNING)
def implicit_with_anchor(map: Map, context: MapContext) -> Iterator[Problem]:
    """Implicit nodes with anchors, and steps that are marked and inferred at once."""
    for node in map.nodes.values():
        if node.implicit and node.at:
            yield Problem(
                ("nodes", node.id, "at"), f"'{node.id}' is implicit and anchored", "keep the one that is true"
            )
    for step in map.steps.values():
        if step.inferred and step.at:
            yield Problem(
                ("steps", step.id, "at"), "the step is marked in the source and inferred", "keep the one that is true"
            )
