"""Edits to a text: what stands at a span is replaced, and everything else stays byte for byte."""

from __future__ import annotations

import re
from collections.abc import Iterable
from operator import itemgetter

from argmap.model import Edit, Span

__all__ = ["Edit", "Offsets", "apply"]

_LINE_END = re.compile(r"\r\n|\r|\n")


class Offsets:
    """Where the spans of *text* lie in it; a line ends with LF, CRLF or CR, as YAML has it."""

    __slots__ = ("_ends", "_starts")

    def __init__(self, text: str) -> None:
        ends = list(_LINE_END.finditer(text))
        self._starts = [0, *(match.end() for match in ends)]
        self._ends = [*(match.start() for match in ends), len(text)]

    def of(self, span: Span) -> tuple[int, int]:
        """The offsets of the first code point of *span* and of that after its last.

        Raises:
            ValueError: The text has no such place.
        """
        start, end = self._offset(span.line, span.column), self._offset(span.end_line, span.end_column)
        if start > end:
            raise ValueError(f"a span ends before it begins: {tuple(span)}")
        return start, end

    def _offset(self, line: int, column: int) -> int:
        if 1 <= line <= len(self._starts) and column >= 1:
            offset = self._starts[line - 1] + column - 1
            if offset <= self._ends[line - 1]:
                return offset
        raise ValueError(f"the text has no line {line}, column {column}")


def apply(text: str, edits: Iterable[Edit]) -> str:
    """*text* with all *edits* made; their spans are those of *text* as it is now, in any order.

    What several edits insert at one place comes in the order in which they are given.

    Args:
        text: The text.
        edits: The edits.

    Returns:
        The edited text.

    Raises:
        ValueError: Two edits overlap, or one lies outside of the text.
    """
    offsets = Offsets(text)
    placed = sorted(((offsets.of(edit.span), edit.text) for edit in edits), key=itemgetter(0))
    parts: list[str] = []
    done = 0
    for (start, end), replacement in placed:
        if start < done:
            raise ValueError(f"two edits overlap at {start}")
        parts += (text[done:start], replacement)
        done = end
    return "".join([*parts, text[done:]])
