"""An anchor of a locked source that the lock does not attest.

Why it matters: without the text of the source, the lock is all the proof there is. An anchor that it does not know was
added or changed since, and nobody here can tell whether its words stand in the source.

Example: an anchor is corrected, and `sources.lock` is not written anew.

How to fix: `argmap sources lock`, where the text is at hand. Nothing is said there, for the text itself proves or
refutes the anchor.
"""

from collections.abc import Iterator

from argmap.checks.engine.rule import MapContext, Problem, on_map
from argmap.model import Map, Severity
from argmap.sources import State, receipts

_HELP = "lock again, where the text is at hand: argmap sources lock"


@on_map("AM308", Severity.WARNING, needs="lock")
def stale_receipt(map: Map, context: MapContext) -> Iterator[Problem]:
    """Anchors that a lock, in place of the text, does not attest."""
    for receipt in receipts(map, context.source, context.lock):
        if receipt.state is State.STALE:
            yield Problem(receipt.path, f"the lock does not attest '{receipt.anchor.start}'", _HELP)
