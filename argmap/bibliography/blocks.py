"""Where the blocks of a ``.bib`` file begin: entries, strings, preambles and comments."""

from __future__ import annotations

import logging
import re
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager

from argmap.bibliography.lines import Lines

_AT = re.compile(r"@[ \t]*+[A-Za-z]")
_MISSED = re.compile(r"^[ \t]*+(@)[ \t]*+[A-Za-z]", re.MULTILINE)
_COMMENTED_LINE = re.compile(r"[ \t]{0,100}%")


class Blocks:
    """The blocks one by one, while the caller says how far each of them reached.

    bibtexparser finds them, and after a broken one goes on at the next line that begins with ``@``. It passes over an
    ``@`` whose brace is missing or stands on the next line: between two blocks such lines count as blocks too.
    """

    def __init__(self, text: str, lines: Lines) -> None:
        self._text = text
        self._starts = deque(_starts(text, lines))

    def next(self, position: int) -> tuple[int, int] | None:
        """Where the first block from *position* on begins, and the latest place for its end; None after the last."""
        begin = self._first(position)
        if begin is None:
            return None
        found = self._drop(begin)
        following = self._drop(begin + 1)
        limit = len(self._text) if following is None else following
        if found != begin and (another := _MISSED.search(self._text, begin + 1, limit)):
            limit = another.start(1)
        return begin, limit

    def _first(self, position: int) -> int | None:
        following = self._drop(position)
        if _AT.match(self._text, position):
            return position
        missed = _MISSED.search(self._text, position, len(self._text) if following is None else following)
        return missed.start(1) if missed else following

    def _drop(self, position: int) -> int | None:
        """Forget the starts before *position*; the first that is left."""
        starts = self._starts
        while starts and starts[0] < position:
            starts.popleft()
        return starts[0] if starts else None


def _starts(text: str, lines: Lines) -> Iterator[int]:
    """The offsets of the blocks that bibtexparser sees. It tells the line and the text of each."""
    # 0.05 s, which nobody should pay who reads no bibliography.
    from bibtexparser.entrypoint import parse_string
    from bibtexparser.model import ImplicitComment, ParsingFailedBlock

    with _silence(logging.getLogger("bibtexparser")):
        library = parse_string(text, parse_stack=[])
    earliest = 0
    for block in library.blocks:
        if block.raw and not isinstance(block, ImplicitComment):
            line = lines.offset(block.start_line or 0)
            start = text.index(block.raw, max(earliest, line))
            # The text of a broken block may reach into the next one.
            earliest = start + (1 if isinstance(block, ParsingFailedBlock) else len(block.raw))
            if not _COMMENTED_LINE.match(text, line):
                yield start


@contextmanager
def _silence(logger: logging.Logger) -> Iterator[None]:
    """Let no warning through, which without a handler would go to stderr: the findings say it better."""
    level = logger.level
    logger.setLevel(logging.CRITICAL)
    try:
        yield
    finally:
        logger.setLevel(level)
