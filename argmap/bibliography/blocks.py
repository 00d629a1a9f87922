"""Where the blocks of a ``.bib`` file begin: entries, strings, preambles and comments."""

from __future__ import annotations

import logging
import re
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager

from argmap.bibliography.lines import Lines

# What bibtexparser passes over: an @ whose brace is missing or on the next line, types with a hyphen. Between blocks
# an @ with its brace begins one anywhere but in a commented line, and the first of a line without, too.
_PASSED_OVER = re.compile(
    r"^[ \t]*+%[^\n]*+ | (?P<anywhere>@)[ \t]*+[\w-]*+[ \t]*+[{(] | ^[ \t\ufeff]*+(?P<first>@)[ \t]*+[A-Za-z]",
    re.MULTILINE | re.VERBOSE,
)
_HERE = re.compile(r"@[ \t]*+[A-Za-z]")
_BEGINS_LINE = re.compile(r"^[ \t\ufeff]*+(@)[ \t]*+[^\s{}(),=@#\"'%]*+\s*+[{(]", re.MULTILINE)
_COMMENTED_LINE = re.compile(r"[ \t]{0,100}%")


class Blocks:
    """The blocks one by one, while the caller says how far each of them reached.

    bibtexparser finds them; between two of its blocks, what it is known to pass over is looked for as well.
    """

    def __init__(self, text: str, lines: Lines) -> None:
        self._text = text
        self._starts = deque(_starts(text, lines))
        self._limit = 0

    def next(self, position: int) -> tuple[int, int] | None:
        """Where the first block from *position* on begins, and the latest place for its end; None after the last.

        A block ends at the latest where the next line begins with one: that is how a broken one leaves the next alone.
        """
        begin = self._begin(position)
        if begin is None:
            return None
        if self._limit <= begin:
            following = _BEGINS_LINE.search(self._text, begin + 1)
            self._limit = following.start(1) if following else len(self._text)
        return begin, self._limit

    def _begin(self, position: int) -> int | None:
        if _HERE.match(self._text, position):
            return position
        while self._starts and self._starts[0] < position:
            self._starts.popleft()
        seen = self._starts[0] if self._starts else None
        for match in _PASSED_OVER.finditer(self._text, position, len(self._text) if seen is None else seen):
            if match.lastgroup is not None:
                return match.start(match.lastgroup)
        return seen


def _starts(text: str, lines: Lines) -> Iterator[int]:
    """The offsets of the blocks that bibtexparser sees. It tells the line and the text of each."""
    # Imported here, for nobody who reads no bibliography should pay for it.
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
