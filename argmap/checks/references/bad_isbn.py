"""An ISBN that cannot be one: a wrong number of digits, or a wrong check digit.

Why it matters: it leads to another book or to none. The check digit is there to find just such slips.

Example::

    isbn = {978-0-306-40615-8}     # AM426: the check digit of '978-0-306-40615-8' should be 7
    isbn = {0-306-4061-2}          # AM426: nine figures, and an ISBN has 10 or 13

Several may stand there, with commas or semicolons between, and remarks in brackets: `0-306-40615-2 (pbk.)`. Hyphens
and spaces count for nothing.

How to fix: look at the book. Which figure is wrong, the check digit cannot tell.

The sum of an ISBN-10 with the weights 10 to 1 is divisible by 11, that of an ISBN-13 with 1 and 3 in turn by 10 (ISO
2108:2017).
"""

import re
from collections.abc import Iterator

from argmap.bibliography import Bibliography
from argmap.checks.engine.rule import BibliographyContext, Problem, on_bibliography
from argmap.checks.references._fields import given
from argmap.model import Severity

_REMARK = re.compile(r"\([^()]*\)")
_BETWEEN = re.compile(r"[,;/]|\band\b")
_NOTHING = re.compile(r"[\s‐-―−-]|^\s*isbn(?:-1[03])?:?(?=[\s\d])", re.IGNORECASE)


@on_bibliography("AM426", Severity.WARNING)
def bad_isbn(bibliography: Bibliography, context: BibliographyContext) -> Iterator[Problem]:
    """Every ISBN whose figures are too many, too few, or do not fit together."""
    for entry, field, value in given(bibliography, ("isbn",)):
        numbers = _BETWEEN.split(_REMARK.sub(" ", value) if "(" in value else value)
        for written in (each for number in numbers for each in _apart(number)):
            figures = _NOTHING.sub("", written).upper()
            if figures and (reason := _fault(figures)):
                message = f"'{written.strip()[:40]}' is not a valid ISBN: {reason}"
                yield Problem((entry.key, field), message, "compare it with the book")


def _apart(written: str) -> list[str]:
    """What only white space separates, if each part is as long as an ISBN."""
    parts = written.split()
    return parts if len(parts) > 1 and all(len(part) >= 10 for part in parts) else [written]


def _fault(figures: str) -> str | None:
    body, check = figures[:-1], figures[-1]
    if len(figures) not in (10, 13) or not (body.isdecimal() and body.isascii()):
        return "it has 10 or 13 figures"
    if len(figures) == 10:
        rest = -sum(weight * int(figure) for weight, figure in zip(range(10, 1, -1), body, strict=True)) % 11
        wanted = "X" if rest == 10 else str(rest)
    elif figures.startswith(("978", "979")):
        wanted = str(-sum((1, 3)[index % 2] * int(figure) for index, figure in enumerate(body)) % 10)
    else:
        return "one of 13 figures begins with 978 or 979"
    return None if check == wanted else f"the check digit should be {wanted}"
