"""A map that the comparison names and that is not there.

Why it matters: its side of every topic stays empty.

Example: `maps: [city-transport-2052]`      (AM601: did you mean 'city-transport-2025'?)

How to mend: correct the id; the map's file stands beside the comparison's or in the folders that argmap looks into.
"""

from collections.abc import Iterator

from argmap.checks.engine.misspelt import misspelt
from argmap.checks.engine.rule import ComparisonContext, Place, Problem, on_comparison
from argmap.model import Comparison, Severity


@on_comparison("AM601", Severity.ERROR, partial=True)
def unknown_map(comparison: Comparison, context: ComparisonContext) -> Iterator[Problem]:
    """Maps that no file holds, and positions and verdicts of maps that are not compared."""
    for index, id in enumerate(comparison.maps):
        if id not in context.maps:
            yield misspelt(("maps", index), f"there is no map '{id}'", id, context.maps)
    for topic in comparison.topics.values():
        for id in topic.positions:
            if id not in comparison.maps:
                place = ("topics", topic.id, "positions", id)
                free = [each for each in comparison.maps if each not in topic.positions]
                yield misspelt(place, f"'{id}' is not one of the maps compared", id, free, is_key=True)
        for index, verdict in enumerate(topic.verdicts):
            for at, id in enumerate(verdict.between):
                if id not in comparison.maps:
                    where: Place = ("topics", topic.id, "verdict", index, "between", at)
                    yield misspelt(where, f"'{id}' is not one of the maps compared", id, comparison.maps)
