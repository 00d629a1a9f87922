"""Pages that end before they begin, or are not written as a range.

Why it matters: styles set a dash of the right length for `--` and shorten ranges; of anything else they know nothing,
and "pp. pp. 12" is what comes of a `pp.` in the field.

Example::

    pages = {12-14}          # AM439: write '12--14'
    pages = {114--112}       # AM439: they end before they begin
    pages = {pp. 12--14}     # AM439: write '12--14'

Left alone are shortened ranges (`1234--56`), Roman and lettered pages (`xii--xx`, `S12--S20`), an en dash, and a
hyphen where what follows is no greater number, as in the page `12-3` of a manual.

How to fix: `argmap check --fix` writes the range. Which of two pages is wrong only the work tells.
"""

import re
from collections.abc import Iterator

from argmap.bibliography import Bibliography
from argmap.checks.engine.rule import BibliographyContext, Problem, on_bibliography
from argmap.checks.references._fields import given, rewrite
from argmap.model import Severity

_PLAIN = re.compile(r"[0-9]+(?:--([0-9]+))?")
_PREFIX = re.compile(r"(?:pp?|pages?)\b\.?\s*(?=\w)", re.IGNORECASE)
_RANGE = re.compile(r"([0-9]+)(\s?(?:-{1,3}|[‐-―−])\s?)([0-9]+)")
_DASH = frozenset(("--", "–"))


@on_bibliography("AM439", Severity.NOTE)
def bad_pages(bibliography: Bibliography, context: BibliographyContext) -> Iterator[Problem]:
    """Every ``pages`` with something else in it than pages and ranges of them."""
    for entry, field, value in given(bibliography, ("pages",)):
        parts = [part.strip() for part in _PREFIX.sub("", value, count=1).split(",")]
        ranges = [_RANGE.fullmatch(part) for part in parts]
        if any(found and _is_backward(found[1], found[3]) for found in ranges):
            yield Problem((entry.key, field), f"the pages of '{entry.key}' end before they begin")
            continue
        meant = ", ".join(_meant(part, found) for part, found in zip(parts, ranges, strict=True))
        if meant != ", ".join(map(str.strip, value.split(","))):
            message = f"the pages of '{entry.key}' are not written as a range"
            yield Problem((entry.key, field), message, f"write '{meant}'", fix=rewrite(entry, field, meant))


def _is_backward(first: str, last: str) -> bool:
    return len(first) == len(last) and first > last


def _meant(part: str, found: re.Match[str] | None) -> str:
    if found is None or found[2].strip() in _DASH:
        return part
    first, last = found[1], found[3]
    return f"{first}--{last}" if (len(first), first) < (len(last), last) else part
