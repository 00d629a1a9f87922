"""Where the blocks of a ``.bib`` file begin: entries, strings, preambles and comments."""

from __future__ import annotations

import re

# Between blocks an @ with its brace begins one anywhere but in a commented line, and the first of a line without, too.
_NEXT = re.compile(
    r"^[ \t]*+%[^\n]*+ | (?P<anywhere>@)[ \t]*+[\w-]*+[ \t]*+[{(] | ^[ \t\ufeff]*+(?P<first>@)[ \t]*+[A-Za-z]",
    re.MULTILINE | re.VERBOSE,
)
_HERE = re.compile(r"@[ \t]*+[A-Za-z]")
_BEGINS_LINE = re.compile(r"^[ \t\ufeff]*+(@)[ \t]*+[^\s{}(),=@#\"'%]*+\s*+[{(]", re.MULTILINE)


class Blocks:
    """The blocks one by one, while the caller says how far each of them reached.

    A block ends at the latest where the next line begins with one: that is how a broken one leaves the next alone.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._limit = 0

    def next(self, position: int) -> tuple[int, int] | None:
        """Where the first block from *position* on begins, and the latest place for its end; None after the last."""
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
        for found in _NEXT.finditer(self._text, position):
            if found.lastgroup is not None:
                return found.start(found.lastgroup)
        return None
