"""What is proved of each anchor of a map: by the text of its source, or else by what the lock attests of it."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import Any, NamedTuple

from argmap.model import Anchor, Map
from argmap.sources.lock import NORMALISER, SourceLock, spelled
from argmap.sources.text import SourceText


class State(StrEnum):
    """How an anchor stands: two states that prove it, three that do not, and one that refutes it."""

    VERIFIED = "verified"
    """The text is at hand, and its words stand there."""
    ATTESTED = "attested"
    """The text is not at hand, and the lock says that they stood there."""
    STALE = "stale"
    """The text is not at hand, and the lock is older than the anchor, or of another normaliser."""
    SOURCE_CHANGED = "source-changed"
    """They stood in the text that was locked, and do not stand in the one at hand, which is another."""
    UNVERIFIED = "unverified"
    """There is neither text nor lock."""
    MISSING = "missing"
    """The text is at hand, and they do not stand there."""


class Receipt(NamedTuple):
    """An anchor, its path in the map, its state, and the first passage: its paragraph and page, where they are known.

    *places* is in how many places its words stand, 0 where that is not known.
    """

    path: tuple[Any, ...]
    anchor: Anchor
    state: State
    paragraph: int | None = None
    page: int | None = None
    places: int = 0


def anchors(map: Map) -> Iterator[tuple[tuple[Any, ...], Anchor]]:
    """The anchors of nodes, then those of steps, each with its path in the map."""
    for node in map.nodes.values():
        for index, anchor in enumerate(node.at):
            yield ("nodes", node.id, "at", index), anchor
    for step in map.steps.values():
        for index, anchor in enumerate(step.at):
            yield ("steps", step.id, "at", index), anchor


def receipts(map: Map, source: SourceText | None, lock: SourceLock | None) -> list[Receipt]:
    """The receipts of a map, from the text of its source and what is locked of it, None where that is not there."""
    return [_receipt(path, anchor, source, lock) for path, anchor in anchors(map)]


def _receipt(path: tuple[Any, ...], anchor: Anchor, source: SourceText | None, lock: SourceLock | None) -> Receipt:
    attested = lock.anchors.get(spelled(anchor)) if lock else None
    if source is not None:
        places = source.occurrences(anchor)
        if places:
            start = places[0][0]
            number, page = source.paragraph_at(start), source.page_at(start)
            return Receipt(path, anchor, State.VERIFIED, number, page, len(places))
        changed = attested is not None and lock is not None and lock.sha256 != source.sha256
        return Receipt(path, anchor, State.SOURCE_CHANGED if changed else State.MISSING)
    if lock is None:
        return Receipt(path, anchor, State.UNVERIFIED)
    if attested is None or lock.normaliser != NORMALISER:
        return Receipt(path, anchor, State.STALE)
    return Receipt(path, anchor, State.ATTESTED, attested.paragraph, None, attested.places)
