"""A node that a position or step of the comparison names and its map does not hold.

Why it matters: the position stays empty, or the step leads nowhere; perhaps the node was renamed.

Example::

    positions: {city-transport-2025: [fair-if-spend-on-transit]}      # AM602

How to mend: correct the id. Steps name nodes as `MAP:NODE`.
"""

from collections.abc import Iterator

from argmap.checks.engine.misspelt import misspelt
from argmap.checks.engine.rule import ComparisonContext, Place, Problem, on_comparison
from argmap.model import Comparison, Severity
from argmap.model.step import is_unnamed


@on_comparison("AM602", Severity.ERROR, partial=True)
def unknown_position(comparison: Comparison, context: ComparisonContext) -> Iterator[Problem]:
    """Nodes that are not in their map."""
    for topic in comparison.topics.values():
        for map_id, ids in topic.positions.items():
            nodes = context.maps[map_id].nodes if map_id in context.maps else None
            for index, id in enumerate(ids):
                if nodes is not None and id not in nodes:
                    place = ("topics", topic.id, "positions", map_id, index)
                    yield misspelt(place, f"the map '{map_id}' has no node '{id}'", id, nodes)
    known = {f"{map_id}:{id}" for map_id, map in context.maps.items() for id in map.nodes}
    known |= {step.id for step in comparison.steps.values() if not is_unnamed(step)}
    for step in comparison.steps.values():
        ends: list[tuple[Place, str]] = [(("premises", index), id) for index, id in enumerate(step.premises)]
        if step.conclusion is not None:
            ends.append((("conclusion",), step.conclusion))
        for end, each in ends:
            if each not in known:
                yield misspelt(("steps", step.id, *end), f"there is no node '{each}'", each, known)
