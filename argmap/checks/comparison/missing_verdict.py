"""A topic that two sides take up, without a verdict.

Why it matters: that is what the reader of a comparison came for.

Example::

    fairness:                           # AM605
      positions: {city-transport-2025: [fair-if-spent-on-transit], chamber-2025: [unfair-to-shift-workers]}

How to fix: add `verdict`: `agree`, `partly`, `differ` or `evolved`.
"""

from collections.abc import Iterator

from argmap.checks.engine.rule import ComparisonContext, Problem, on_comparison
from argmap.model import Comparison, Severity


@on_comparison("AM605", Severity.WARNING)
def missing_verdict(comparison: Comparison, context: ComparisonContext) -> Iterator[Problem]:
    """Topics with two speakers and no verdict."""
    for topic in comparison.topics.values():
        if len(topic.speakers) > 1 and not topic.verdicts:
            yield Problem(
                ("topics", topic.id), f"the topic '{topic.id}' has no verdict", "say how the positions relate"
            )
