"""What a check used to prove the anchors of its maps: the texts of their sources, the lock, or nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from argmap.sources import State
from argmap.workspace.cache import FileCheck

_WORDS = {
    State.VERIFIED: "verified by the text",
    State.ATTESTED: "attested by the lock",
    State.STALE: "stale",
    State.SOURCE_CHANGED: "not in the changed text",
    State.MISSING: "not in the text",
    State.UNVERIFIED: "unverified, with neither text nor lock",
}


def said(looked: Iterable[FileCheck]) -> str | None:
    """How many anchors are proved by what; None where no source has a text or a lock, which is usual."""
    counts: Counter[str] = Counter()
    for each in looked:
        counts.update(each.receipts)
    parts = [f"{counts[state]:,} {words}" for state, words in _WORDS.items() if counts[state]]
    return f"anchors: {'; '.join(parts)}" if counts.keys() - {State.UNVERIFIED} else None
