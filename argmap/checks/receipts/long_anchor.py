"""An anchor of more than six words.

Why it matters: an anchor points, it does not quote. A few words find the passage as surely, and the source's wording
is its author's.

Example::

    at: the number of vehicles that crossed the cordon fell      # AM304

How to fix: keep the fewest words that are unique; `{start, end}` for a longer passage.
"""

from collections.abc import Iterator

from argmap.checks.engine.rule import MapContext, Problem, on_map
from argmap.model import Map, Severity
from argmap.sources import anchors

MOST_WORDS = 6


@on_map("AM304", Severity.WARNING)
def long_anchor(map: Map, context: MapContext) -> Iterator[Problem]:
    """Anchors whose words, all parts together, are more than six."""
    for place, anchor in anchors(map):
        if anchor.words > MOST_WORDS:
            yield Problem(
                place, f"the anchor has {anchor.words} words", f"{MOST_WORDS} at most; fewer that are unique do"
            )
