"""A node that a position or step of the comparison names and its map does not hold.

Why it matters: the position stays empty, or the step leads nowhere; perhaps the node was renamed.

Example::

    positions: {city-transport-2025: [fair-if-spend-on-transit]}      # AM602

How to fix: correct the id. Steps name nodes as `MAP:NODE`.
"""

from collections.abc import Iterator

from argmap.checks.engine.misspelt import misspelt
from argmap.checks.engine.rule import ComparisonContext, Problem, on_comparison
from argmap.model import Comparison, Severity
from argmap.model.references import Kind, references
from argmap.model.step import is_unnamed


@on_comparison("AM602", Severity.ERROR, partial=True)
def unknown_position(comparison: Comparison, context: ComparisonContext) -> Iterator[Problem]:
    """Nodes that are not in their map."""
    known = {f"{map_id}:{id}" for map_id, map in context.maps.items() for id in map.nodes}
    known |= {step.id for step in comparison.steps.values() if not is_unnamed(step)}
    for place, kind, name, _ in references(comparison):
        if kind is not Kind.NODE:
            continue
        if place[0] == "steps":
            if name not in known and name not in comparison.steps:
                yield misspelt(place, f"there is no node '{name}'", name, known)
        else:
            map_id, _, id = name.partition(":")
            nodes = context.maps[map_id].nodes if map_id in context.maps else None
            if nodes is not None and id not in nodes:
                yield misspelt(place, f"the map '{map_id}' has no node '{id}'", id, nodes)
