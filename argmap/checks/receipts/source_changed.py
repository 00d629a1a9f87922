"""The text of the source is not the one that was locked.

Why it matters: either the article was edited after it was mapped, or the text at hand is another one. What the lock
attests is then of a text that nobody may have any more.

Example: a newspaper corrects a figure, and somebody fetches the article anew.

How to fix: look at what has changed. The finding says which paragraphs are no longer as they were, which have moved,
and how many anchors broke; each of these has a finding AM305 of its own. Then `argmap sources lock`.
"""

from collections.abc import Iterator

from argmap.checks.engine.rule import MapContext, Problem, on_map
from argmap.model import Map, Severity
from argmap.sources import State, receipts
from argmap.sources.changes import changes, said


@on_map("AM309", Severity.WARNING, needs="lock")
def source_changed(map: Map, context: MapContext) -> Iterator[Problem]:
    """A source whose text has another digest than the lock says."""
    if context.source is None or context.lock is None:
        return
    found = changes(context.lock, context.source)
    if found is not None:
        broken = sum(receipt.state is State.SOURCE_CHANGED for receipt in receipts(map, context.source, context.lock))
        anchors = f"{broken} anchor{'' if broken == 1 else 's'} broke" if broken else "no anchor broke"
        message = f"the text of '{map.source}' is not the one that was locked: {said(found)}; {anchors}"
        yield Problem(("source",), message, "see what has changed, then lock again: argmap sources lock")
