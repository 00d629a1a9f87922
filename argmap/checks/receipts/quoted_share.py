"""The anchors of a map quote more than a quarter of the source.

Why it matters: an anchor points at a passage. Many long ones together are a copy of the article, in pieces, and that is
its author's.

Example: a map of a short note with six words from each of its sentences.

How to fix: shorten anchors to the fewest words that are unique; `{start, end}` for a longer passage quotes only its
ends. Nothing is said of a source of fewer than a hundred words, of which a few short anchors are a quarter, nor where
the text of the source is not at hand.
"""

from collections.abc import Iterator

from argmap.checks.engine.rule import MapContext, Problem, on_map
from argmap.model import Map, Severity
from argmap.sources import anchors

MOST = 0.25
_FEWEST = 100


@on_map("AM310", Severity.WARNING, needs="source")
def quoted_share(map: Map, context: MapContext) -> Iterator[Problem]:
    """Maps whose anchors spell out more than a quarter of the words of their source."""
    if context.source is None or not context.source.words:
        return
    quoted, all = len(context.source.quoted(anchor for _, anchor in anchors(map))), len(context.source.words)
    if all >= _FEWEST and quoted > MOST * all:
        message = f"the anchors quote {quoted} of the {all} words of '{map.source}', {quoted / all:.0%}"
        yield Problem(("source",), message, f"{MOST:.0%} at most; the fewest words that are unique do")
