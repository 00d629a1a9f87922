"""A node's text shares more than six words in a row with the source.

Why it matters: a map says in the map maker's words what the source says in its own; wording taken over is a quote
without quotation marks. Names and titles do not count.

Example: a claim that repeats half a sentence of the article.

How to fix: say it in other words. Nothing is said where the text of the source is not at hand.
"""

from collections.abc import Iterator

from argmap.checks.engine.rule import MapContext, Problem, on_map
from argmap.model import Map, Severity

MOST_WORDS = 6


@on_map("AM307", Severity.WARNING, needs="source")
def copied_wording(map: Map, context: MapContext) -> Iterator[Problem]:
    """Node texts with a run of more than six shared words, capitalised names apart."""
    if context.source is None:
        return
    for node in map.nodes.values():
        run = context.source.copied(node.text, MOST_WORDS)
        if run:
            yield Problem(("nodes", node.id, "text"), f"the wording is the source's: '{run}'", "say it in other words")
