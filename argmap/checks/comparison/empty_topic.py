"""A topic that no map takes up.

Why it matters: there is nothing to compare; it was planned and not filled in.

Example::

    fairness: {positions: {city-transport-2025: [], chamber-2025: []}}      # AM603

How to fix: name the nodes, or remove the topic.
"""

from collections.abc import Iterator

from argmap.checks.engine.rule import ComparisonContext, Problem, on_comparison
from argmap.model import Comparison, Severity


@on_comparison("AM603", Severity.WARNING)
def empty_topic(comparison: Comparison, context: ComparisonContext) -> Iterator[Problem]:
    """Topics without a node on any side."""
    for topic in comparison.topics.values():
        if not topic.speakers:
            yield Problem(("topics", topic.id), f"no map takes up the topic '{topic.id}'", "name the nodes that do")
