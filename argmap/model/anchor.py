"""The pointer from a node to the passage of the source that states it."""

from __future__ import annotations

from pydantic import Field

from argmap.model.base import Value


class Anchor(Value):
    """The words that start a passage and, for a longer one, those that end it.

    *prefix* and *suffix* are the words just before and just after, where *start* alone recurs. The four are those of a
    URL text fragment (https://wicg.github.io/scroll-to-text-fragment/). *paragraph* is the number, from 1, of the one
    in which the passage begins, *locator* where readers of the printed source find it (``p. 3``).
    """

    start: str
    end: str | None = None
    prefix: str | None = None
    suffix: str | None = None
    paragraph: int | None = Field(None, ge=1, strict=True)
    locator: str | None = None

    @property
    def words(self) -> int:
        """How many words of the source the anchor quotes; marks that stand alone, such as an ellipsis, are none."""
        parts = (self.prefix, self.start, self.end, self.suffix)
        return sum(any(map(str.isalnum, word)) for part in parts if part for word in part.split())
