"""An anchor whose words stand in the source more than once.

Why it matters: it points at several passages, and only one of them states the node.

Example: `at: the city` in an article on cities.

How to mend: choose words that stand there once, or add `prefix` or `suffix`, the words just before or after. A step's
marking words (`at: but`) may recur; they only show that the source marks the step.
"""

from collections.abc import Iterator

from argmap.checks.receipts._anchors import anchors
from argmap.checks.rule import MapContext, Problem, on_map
from argmap.model import Map, Severity


@on_map("AM306", Severity.WARNING, needs="source")
def ambiguous_anchor(map: Map, context: MapContext) -> Iterator[Problem]:
    """Anchors of nodes with several passages in the source at hand."""
    if context.source is None:
        return
    for place, anchor in anchors(map):
        if place[0] == "nodes" and (count := len(context.source.occurrences(anchor))) > 1:
            yield Problem(
                place, f"'{anchor.start}' stands {count} times in the source", "add a word, or 'prefix' or 'suffix'"
            )
