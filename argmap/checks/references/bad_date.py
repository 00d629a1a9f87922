"""A date that BibLaTeX cannot read, or that no calendar has.

Why it matters: biber drops such a date, and the reference is printed and sorted without it.

Example::

    date = {2015-02-30}          # AM423: 2015-02 has no day 30
    date = {9 February 2024}     # AM423: write '2024-02-09'
    month = {13}                 # AM423

Dates are those of EDTF, levels 0 and 1: `2015`, `2015-10`, `2015-10-05`, `2015/2017`, `2015/..`, `1984~`, `199X`,
`2015-21` (spring). A `year` may be any text ("in press"), as long as it is no whole date; a `month` is a number or a
macro (`oct`). In the dialect of BibTeX only `year` and `month` are looked at.

How to fix: `argmap check --fix` writes dates anew that have one meaning. `02/03/2015` has two.
"""

import re
from collections.abc import Iterator
from functools import partial

from argmap.bibliography import Bibliography, Entry
from argmap.checks.engine.rule import BibliographyContext, Problem, on_bibliography
from argmap.checks.references import _dates
from argmap.checks.references._fields import edit, given, rename, rewrite
from argmap.model import Dialect, Fix, Severity

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NAMES = (
    "january february march april may june july august september october november december".split()  # noqa: SIM905
)
_DASHES = re.compile(r"--+|[‐-―−]")
_NUMBERS = re.compile(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})")
_EUROPEAN = re.compile(r"(\d{1,2})([/.-])(\d{1,2})\2(\d{4})")
_MONTH = re.compile(r"(\d{4})-(\d)")
_RUN_TOGETHER = re.compile(r"(\d{4})(\d\d)(\d\d)")
_YEARS = re.compile(r"(\d{4})\s?-\s?(\d{4})")
_ABOUT = re.compile(r"(?:c|ca|circa)\b\.?\s?(\d{4})|(\d{4}) [~]", re.IGNORECASE)
_DAY_FIRST = re.compile(r"(?:(\d{1,2})(?:st|nd|rd|th)?\.?[\s-])?([A-Za-z]{3,9})\.?[,\s-]\s?(\d{4})")
_MONTH_FIRST = re.compile(r"([A-Za-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})")
_WHOLE_DATE = re.compile(r"\d{4}-\d{1,2}(?:-\d{1,2})?")


@on_bibliography("AM423", Severity.WARNING)
def bad_date(bibliography: Bibliography, context: BibliographyContext) -> Iterator[Problem]:
    """Every date that cannot be read, every whole date in ``year``, every month that is none."""
    in_biblatex = context.dialect is Dialect.BIBLATEX
    fields = frozenset((*(_dates.FIELDS if in_biblatex else ()), "year", "month"))
    for entry, field, value in given(bibliography, fields):
        find = {"year": _year, "month": _month}.get(field, partial(_date, field))
        problem = find(entry, value, in_biblatex)
        if problem is not None:
            yield problem


def _date(field: str, entry: Entry, value: str, in_biblatex: bool) -> Problem | None:
    reason = _dates.fault(value)
    if reason is None:
        return None
    message = f"the {field} of '{entry.key}' is not a valid date: {reason}"
    meant = _meant(value)
    if meant is not None:
        return Problem((entry.key, field), message, f"write '{meant}'", fix=rewrite(entry, field, meant))
    has_figures = any(map(str.isdigit, value))
    return Problem((entry.key, field), message, None if has_figures else "such a word goes into 'pubstate' or 'note'")


def _year(entry: Entry, value: str, in_biblatex: bool) -> Problem | None:
    place = (entry.key, "year")
    if _WHOLE_DATE.fullmatch(value):
        fix = rename(entry, "year", "date") if in_biblatex and _dates.fault(value) is None else None
        return Problem(place, f"the year of '{entry.key}' is a whole date", "call it 'date'", fix=fix)
    if value.isdecimal() and len(value) > 4:
        return Problem(place, f"the year of '{entry.key}' has more than four figures")
    return None


def _month(entry: Entry, value: str, in_biblatex: bool) -> Problem | None:
    place, message = (entry.key, "month"), f"the month of '{entry.key}' is not a number from 1 to 12"
    if value.isdecimal():
        return None if 1 <= int(value[:3]) <= 12 else Problem(place, message)
    start, end = entry.offsets["month"]
    if not in_biblatex or entry.source[start - entry.offset] not in '{"':
        return None  # a string that nobody defined is another rule's
    number = _number(value)
    if number is None:
        return Problem(place, message, None if "date" in entry.fields else "write it in 'date'")
    name = _MONTHS[number - 1]
    fix = Fix(f"write '{name}'", (edit(entry, start, end, name),))
    return Problem(place, message, f"write '{name}', without braces", fix=fix)


def _number(name: str) -> int | None:
    """The number of an English month, in full or with its first letters."""
    name = name.lower().rstrip(".")
    found = [number for number, whole in enumerate(_NAMES, start=1) if len(name) >= 3 and whole.startswith(name)]
    return found[0] if found else None


def _meant(value: str) -> str | None:
    """The one date that *value* can mean."""
    if len(value) > 40:
        return None
    value = _DASHES.sub("-", value).strip(" .,")
    for meant in _readings(value):
        if _dates.fault(meant) is None:
            return meant
    return None


def _readings(value: str) -> Iterator[str]:
    yield value
    if match := _NUMBERS.fullmatch(value):
        yield f"{match[1]}-{match[3]:0>2}-{match[4]:0>2}"
    elif match := _EUROPEAN.fullmatch(value):
        day, month = int(match[1]), int(match[3])
        if day > 12 or day == month:
            yield f"{match[4]}-{month:02}-{day:02}"
        elif month > 12:
            yield f"{match[4]}-{day:02}-{month:02}"
    elif match := _MONTH.fullmatch(value):
        yield f"{match[1]}-0{match[2]}"
    elif match := _RUN_TOGETHER.fullmatch(value):
        yield "-".join(match.groups())
    elif match := _YEARS.fullmatch(value):
        yield f"{match[1]}/{match[2]}"
    elif match := _ABOUT.fullmatch(value):
        yield f"{match[1] or match[2]}~"
    elif match := _DAY_FIRST.fullmatch(value):
        if number := _number(match[2]):
            yield f"{match[3]}-{number:02}" + (f"-{match[1]:0>2}" if match[1] else "")
    elif (match := _MONTH_FIRST.fullmatch(value)) and (number := _number(match[1])):
        yield f"{match[3]}-{number:02}-{match[2]:0>2}"
