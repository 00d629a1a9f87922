"""A thesis or recommendation that no topic takes up.

Why it matters: a comparison that leaves out what an author argues for, or advises, misleads about the author.

Example: a map with the thesis `charge-drivers`, and no topic whose position names it.

How to fix: add it to a topic's position. A part of a recommendation that is taken up (`specifies`) counts as taken up,
and what quoted voices recommend is not the author's.
"""

from collections.abc import Iterator

from argmap.checks.engine.rule import ComparisonContext, Problem, on_comparison
from argmap.model import Comparison, Map, NodeType, Severity, Stance
from argmap.model.reach import is_part


@on_comparison("AM606", Severity.WARNING)
def uncovered_point(comparison: Comparison, context: ComparisonContext) -> Iterator[Problem]:
    """Theses and endorsed recommendations, parts of covered ones apart, outside all positions."""
    for index, map_id in enumerate(comparison.maps):
        if map_id not in context.maps:
            continue
        map = context.maps[map_id]
        covered = {id for topic in comparison.topics.values() for id in topic.positions.get(map_id, ())}
        for id in _points(map):
            if not is_part(map, id, covered):
                yield Problem(("maps", index), f"no topic takes up '{id}' of '{map_id}'", "add it to a position")


def _points(map: Map) -> Iterator[str]:
    for node in map.nodes.values():
        advice = node.type is NodeType.RECOMMENDATION and node.stance is Stance.ENDORSED
        if advice or node.id in map.thesis:
            yield node.id
