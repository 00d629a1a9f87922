"""An anchor whose words stand in the source more than once.

Why it matters: it points at several passages, and only one of them states the node.

Example: `at: the city` in an article on cities.

How to fix: choose words that stand there once, or add `prefix` or `suffix`, the words just before or after, or the
number of the `paragraph`. A step's marking words (`at: but`) may recur; they only show that the source marks the step.
"""

from collections.abc import Iterator

from argmap.checks.engine.rule import MapContext, Problem, on_map
from argmap.model import Map, Severity
from argmap.sources import anchors

_MOST_NUMBERS = 10


@on_map("AM306", Severity.WARNING, needs="source")
def ambiguous_anchor(map: Map, context: MapContext) -> Iterator[Problem]:
    """Anchors of nodes with several passages in the source at hand."""
    if context.source is None:
        return
    for place, anchor in anchors(map):
        found = context.source.occurrences(anchor) if place[0] == "nodes" else []
        if len(found) > 1:
            words = f"{anchor.start} ... {anchor.end}" if anchor.end else anchor.start
            numbers = dict.fromkeys(context.source.paragraph_at(start) for start, _ in found)
            where = ", ".join([str(number) for number in numbers][:_MOST_NUMBERS])
            where += ", ..." if len(numbers) > _MOST_NUMBERS else ""
            message = f"'{words}' stands {len(found)} times in the source (paragraphs {where})"
            yield Problem(place, message, "add a word, or 'prefix', 'suffix' or 'paragraph'")
