"""From offsets in a text to lines and columns."""

from __future__ import annotations

import re
from bisect import bisect_right

from argmap.model import Span

_LINE_END = re.compile("\n")


class Lines:
    """Where the lines of *text* begin."""

    __slots__ = ("_starts",)

    def __init__(self, text: str) -> None:
        self._starts = [0, *(match.end() for match in _LINE_END.finditer(text))]

    def offset(self, line: int) -> int:
        """Where *line* begins, counted from 0; the end of the text's last line for one beyond it."""
        return self._starts[min(line, len(self._starts) - 1)]

    def span(self, start: int, end: int) -> Span:
        """The span of the code points from *start* up to *end*."""
        return Span(*self._place(start), *self._place(end))

    def _place(self, offset: int) -> tuple[int, int]:
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1
