"""A verdict on a topic that only one side takes up.

Why it matters: one cannot agree or differ alone. That only one side speaks is derived from the positions.

Example::

    fairness:
      positions: {city-transport-2025: [fair-if-spent-on-transit], chamber-2025: []}
      verdict: differ                   # AM604

How to fix: remove the verdict, or name the nodes of the other side.
"""

from collections.abc import Iterator

from argmap.checks.engine.rule import ComparisonContext, Problem, on_comparison
from argmap.model import Comparison, Severity


@on_comparison("AM604", Severity.ERROR)
def verdict_without_sides(comparison: Comparison, context: ComparisonContext) -> Iterator[Problem]:
    """Verdicts where fewer than two of the maps that they are about speak."""
    for topic in comparison.topics.values():
        for index, verdict in enumerate(topic.verdicts):
            speakers = [id for id in verdict.between or topic.positions if id in topic.speakers]
            if len(speakers) < 2:
                yield Problem(
                    ("topics", topic.id, "verdict", index),
                    f"'{verdict.kind}' needs two sides, and {_speakers(speakers)}",
                    "remove the verdict, or name the other side's nodes",
                )


def _speakers(speakers: list[str]) -> str:
    return f"only '{speakers[0]}' speaks" if speakers else "no map speaks"
