"""An anchor whose words do not stand in the source.

Why it matters: the receipt is false. The words are misquoted, from another source, or made up.

Example: `at: traffic has fallen` where the source says "traffic fell".

How to mend: copy the words from the source. Quotes, dashes and white space may differ, letters and their case may not.
Nothing is said where the text of the source is not at hand.
"""

from collections.abc import Iterator

from argmap.checks.receipts._anchors import anchors
from argmap.checks.rule import MapContext, Problem, on_map
from argmap.model import Map, Severity


@on_map("AM305", Severity.ERROR)
def anchor_not_found(map: Map, context: MapContext) -> Iterator[Problem]:
    """Anchors without a passage in the source at hand."""
    if context.source is None:
        return
    for place, anchor in anchors(map):
        if not context.source.occurrences(anchor):
            words = f"{anchor.start} ... {anchor.end}" if anchor.end else anchor.start
            yield Problem(place, f"'{words}' does not stand in the source", "copy the words from the source")
