"""Article texts: where an anchor stands in one, what the lock attests of it, and what wording is taken from it."""

from argmap.sources.lock import LockError, SourceLock
from argmap.sources.receipts import Receipt, State, anchors, receipts
from argmap.sources.text import SourceText

__all__ = ["LockError", "Receipt", "SourceLock", "SourceText", "State", "anchors", "receipts"]
