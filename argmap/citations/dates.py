"""When a work is from, by its parts, as styles write them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from argmap.citations.casing import typeset
from argmap.citations.rich import plain
from argmap.model.date import parse, without_times

_DECADE = re.compile(r"(\d{2,3})(X{1,2})[?~%]?")
_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_SEASONS = {21: "Spring", 22: "Summer", 23: "Fall", 24: "Winter"}
_LONGEST = 40  # characters of a date that is no date


class Day(NamedTuple):
    """A year, with its month from 1 or its season from 21 (EDTF), and its day; 0 for what is not known."""

    year: int
    month: int = 0
    day: int = 0

    @property
    def month_name(self) -> str:
        """The month or the season in English; empty for none."""
        return _SEASONS.get(self.month) or (_MONTHS[self.month - 1] if self.month else "")


class When(NamedTuple):
    """A date or an interval, or what else the field says of it.

    *end* is None where there is one date only; *open* where the interval has not ended. *words* are those of a date
    that has no parts (``in press``); *circa* is one that is about right.
    """

    start: Day | None = None
    end: Day | None = None
    open: bool = False
    circa: bool = False
    words: str = ""

    @property
    def years(self) -> str:
        """``1958``, ``ca. 1958``, ``2020–2022``, ``2020–``, ``44 BCE``, ``in press``; empty where nothing is known."""
        if self.start is None:
            return self.words
        first = _year(self.start.year)
        last = "" if self.open else _year(self.end.year) if self.end else first
        shown = first if first == last else f"{first}–{last}"
        return f"ca. {shown}" if self.circa else shown

    @property
    def year(self) -> int | None:
        """The year to sort by, the first of an interval; None where there is none."""
        return self.start.year if self.start else None


def when(fields: Mapping[str, str], field: str = "date") -> When:
    """The date in *field*, for ``date`` also in ``year`` and ``month`` as BibTeX has it."""
    value = fields.get(field, "").strip()
    if not value and field == "date":
        value = fields.get("year", "").strip()
        month = _month(plain(typeset(fields.get("month", ""))).strip())
        if month and value.isascii() and value.isdigit() and len(value) == 4:
            value = f"{value}-{month:02}"
    if not value:
        return When()
    first, slash, second = value.partition("/")
    start, end = _half(first), _half(second)
    if start is None:
        decade = _DECADE.fullmatch(value)
        words = f"{decade[1]}{'0' * len(decade[2])}s" if decade else " ".join(plain(typeset(value)).split())[:_LONGEST]
        return When(words=words)
    doubt = any(half.endswith(("~", "%", "?")) for half in (first, second))
    return When(start, end, open=bool(slash) and end is None, circa=doubt)


def _half(text: str) -> Day | None:
    part = parse(without_times(text.strip()))
    if part is None or "X" in f"{part.year}{part.month}{part.day}":
        return None
    month, day = part.known_month, part.known_day
    if not (month <= 12 or month in _SEASONS) or day > 31:
        return None
    return Day(int(part.year), month, day if month <= 12 else 0)


def _month(text: str) -> int:
    """The number of a month that is given as number, name or abbreviation; 0 for none."""
    if text.isascii() and text.isdigit() and len(text) <= 2:
        return int(text) if int(text) <= 12 else 0
    head = text[:3].lower()
    return next((index for index, name in enumerate(_MONTHS, start=1) if head and name.lower().startswith(head)), 0)


def _year(year: int) -> str:
    return str(year) if year > 0 else f"{1 - year} BCE"
