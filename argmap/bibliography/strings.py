"""The values of fields: ``@string`` names, months, ``#``, white space."""

from __future__ import annotations

import re
from collections.abc import Sequence

from argmap.bibliography.syntax import Term
from argmap.text.suggest import did_you_mean

MOST_EXPANSION = 4_000_000
"""How many characters the strings of a file may make: twenty that each double the one before make a million."""

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_SPACE = re.compile(r"[ \t\r\n\f\v]{2,}|[\t\r\n\f\v]")  # a single space is one already
_MOST_SUGGESTIONS = 50
_MOST_CANDIDATES = 500


class Strings:
    """The strings that are defined so far, at first the months.

    A month is its number, as BibLaTeX wants it (manual, section 2.2.2, ``month``). A string that is not defined
    stands for its own name: that is what somebody meant who forgot the braces.
    """

    def __init__(self) -> None:
        self._values = {name: str(number) for number, name in enumerate(_MONTHS, start=1)}
        self._stripped = dict(self._values)
        self._left = MOST_EXPANSION
        self._suggestions: dict[str, str | None] = {}

    def __contains__(self, name: str) -> bool:
        return name.lower() in self._values

    def define(self, name: str, terms: Sequence[Term]) -> str | None:
        """Let *name* stand for *terms* from here on; what they make, None where the file's strings get too long."""
        value = self._join(terms)
        self._values[name.lower()] = value or ""
        self._stripped[name.lower()] = (value or "").strip(" ")
        return value

    def evaluate(self, terms: Sequence[Term]) -> str | None:
        """What *terms* make as the value of a field, None where the file's strings get too long."""
        if len(terms) == 1 and terms[0].is_name:
            return self._stripped.get(terms[0].text.lower(), terms[0].text)
        value = self._join(terms)
        return None if value is None else value.strip(" ")

    def suggestion(self, name: str) -> str | None:
        """Which string may have been meant by *name*; after many such questions, none."""
        if name not in self._suggestions:
            few = len(self._suggestions) < _MOST_SUGGESTIONS and len(self._values) <= _MOST_CANDIDATES
            self._suggestions[name] = did_you_mean(name.lower(), self._values) if few else None
        return self._suggestions[name]

    def _join(self, terms: Sequence[Term]) -> str | None:
        if len(terms) == 1 and not terms[0].is_name:
            return _SPACE.sub(" ", terms[0].text)
        parts = [self._values.get(term.text.lower(), term.text) if term.is_name else term.text for term in terms]
        if any(term.is_name for term in terms):
            self._left -= sum(map(len, parts))
            if self._left < 0:
                return None
        # Not str.split, which would take a no-break space for white space.
        return _SPACE.sub(" ", "".join(parts))
