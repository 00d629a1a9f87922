"""A map that the comparison names and that is not there.

Why it matters: its side of every topic stays empty.

Example: `maps: [city-transport-2052]`      (AM601: did you mean 'city-transport-2025'?)

How to fix: correct the id; the map's file stands beside the comparison's or in the folders that argmap looks into.
"""

from collections.abc import Iterator

from argmap.checks.engine.misspelt import misspelt
from argmap.checks.engine.rule import ComparisonContext, Problem, on_comparison
from argmap.model import Comparison, Severity
from argmap.model.references import Kind, references


@on_comparison("AM601", Severity.ERROR, partial=True)
def unknown_map(comparison: Comparison, context: ComparisonContext) -> Iterator[Problem]:
    """Maps that no file holds, and positions and verdicts of maps that are not compared."""
    for place, kind, id, topic in references(comparison):
        if kind is not Kind.MAP:
            continue
        if topic is None:
            if id not in context.maps:
                yield misspelt(place, f"there is no map '{id}'", id, context.maps)
        elif id not in comparison.maps:
            is_key = place[2] == "positions"
            taken = comparison.topics[topic].positions if is_key else ()
            free = [map_id for map_id in comparison.maps if map_id not in taken]
            yield misspelt(place, f"'{id}' is not one of the maps compared", id, free, is_key=is_key)
