"""An ISSN that cannot be one: not eight digits, or a wrong check digit.

Why it matters: it leads to another journal or to none.

Example::

    issn = {0967-0701}     # AM427: the check digit should be X
    issn = {0967070X}      # AM427: write '0967-070X'

Several may stand there, with commas or semicolons between, and remarks in brackets: `0967-070X (print)`.

How to fix: look it up in the journal. `argmap check --fix` supplies a hyphen that is missing.

The sum of the figures with the weights 8 to 1 is divisible by 11, X being ten (ISO 3297:2022).
"""

import re
from collections.abc import Iterator

from argmap.bibliography import Bibliography
from argmap.checks.engine.rule import BibliographyContext, Problem, on_bibliography
from argmap.checks.references._fields import given, rewrite
from argmap.model import Severity

_REMARK = re.compile(r"\([^()]*\)")
_BETWEEN = re.compile(r"[,;/]|\band\b|(?<=[\dXx])\s+(?=\d)")
_PREFIX = re.compile(r"[ep]?-?issn:?\s*", re.IGNORECASE)
_ISSN = re.compile(r"([0-9]{4})\s?[-‐-―−]?\s?([0-9]{3})([0-9Xx])")
_PLAIN = re.compile(r"[0-9]{4}-[0-9]{3}[0-9X]")


@on_bibliography("AM427", Severity.WARNING)
def bad_issn(bibliography: Bibliography, context: BibliographyContext) -> Iterator[Problem]:
    """Every ISSN whose figures are too many, too few, or do not fit together, or are not written with a hyphen."""
    for entry, field, value in given(bibliography, ("issn",)):
        place = (entry.key, field)
        if _ISSN.fullmatch(value):
            numbers = [value]
        else:
            numbers = _BETWEEN.split(_REMARK.sub(" ", value) if "(" in value else value)
        for written in filter(None, map(str.strip, numbers)):
            number = _PREFIX.sub("", written, count=1)
            match = _ISSN.fullmatch(number)
            if match is None:
                yield Problem(place, f"'{written[:40]}' is not a valid ISSN", "an ISSN has eight digits: '0967-070X'")
            elif match[3].upper() != (wanted := _check_figure(match[1] + match[2])):
                yield Problem(place, f"'{written}' is not a valid ISSN: the check digit should be {wanted}")
            elif not _PLAIN.fullmatch(written):
                meant = f"{match[1]}-{match[2]}{match[3].upper()}"
                fix = rewrite(entry, field, meant) if written == value else None
                yield Problem(place, f"'{written}' is not how an ISSN is written", f"write '{meant}'", fix=fix)


def _check_figure(body: str) -> str:
    rest = -sum(weight * int(figure) for weight, figure in zip(range(8, 1, -1), body, strict=True)) % 11
    return "X" if rest == 10 else str(rest)
