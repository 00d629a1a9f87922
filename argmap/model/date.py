"""Dates as the Extended Date/Time Format (EDTF, ISO 8601-2:2019) writes them, levels 0 and 1 without times."""

from __future__ import annotations

import calendar
import datetime
import re
from functools import lru_cache
from typing import Literal, NamedTuple

from pydantic import field_validator
from pydantic_core import PydanticCustomError

from argmap.model.base import Value

_DATE = re.compile(
    r"(?P<year>-?[0-9]{4}|[0-9]{3}X|[0-9]{2}XX)"
    r"(?:-(?P<month>[0-9]{2}|XX)(?:-(?P<day>[0-9]{2}|XX))?)?"
    r"(?P<mark>[?~%]?)"
)
_TIME = re.compile(r"T[0-9:+.Z-]*")
_SEASONS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 12)}


class DatePart(NamedTuple):
    """One date, or one end of an interval, as it is written.

    Attributes:
        year: Four digits, of which the last or the last two may be ``X``; before the year 0 with a minus.
        month: Two digits, ``XX`` for one that is not known; from 21 to 24 it is a season. None without one.
        day: Two digits, or ``XX``; None without one.
        mark: ``?``, ``~`` or ``%`` where it is uncertain, approximate or both; else empty.
    """

    year: str
    month: str | None
    day: str | None
    mark: str

    @property
    def known_month(self) -> int:
        """The number of its month or season; 0 where it is not known."""
        return int(self.month) if self.month not in (None, "XX") else 0

    @property
    def known_day(self) -> int:
        """The number of its day; 0 where it is not known."""
        return int(self.day) if self.day not in (None, "XX") else 0

    @property
    def is_season(self) -> bool:
        """Whether it is a season of its year."""
        return self.day is None and self.known_month in _SEASONS


@lru_cache(maxsize=1 << 12)
def parse(date: str) -> DatePart | None:
    """The parts of *date*, which is no interval; None where it is not written as EDTF has it."""
    match = _DATE.fullmatch(date)
    return None if match is None else DatePart(match["year"], match["month"], match["day"], match["mark"])


def without_times(edtf: str) -> str:
    """*edtf* without its times of day, which levels 0 and 1 as we read them do not have."""
    return _TIME.sub("", edtf) if "T" in edtf else edtf


# A map has many dates, and few that differ.
@lru_cache(maxsize=1 << 12)
def bounds(edtf: str) -> tuple[str | None, str | None]:
    """The earliest and latest day that *edtf* allows, as ``YYYY-MM-DD``; None for an open end.

    Raises ValueError, with the reason, for what is no EDTF date of level 0 or 1.
    Seasons are those of the northern hemisphere; winter is counted as December.
    """
    start, slash, end = edtf.partition("/")
    if not slash:
        return _days(edtf)
    first = None if start in ("", "..") else _days(start)[0]
    last = None if end in ("", "..") else _days(end)[1]
    if first is None and last is None:
        raise ValueError("an interval needs at least one date")
    if first is not None and last is not None and _order(first) > _order(last):
        raise ValueError("the interval ends before it begins")
    return first, last


def certain_days(edtf: str) -> tuple[int | None, int | None]:
    """The first and last day that *edtf* certainly keeps within, as numbers that count days; None where nothing does.

    An end that is marked uncertain or approximate (``?``, ``~``, ``%``) keeps within nothing. Nor does a season, whose
    days depend on where one is. Raises ValueError as :func:`bounds` does.
    """
    first, last = bounds(edtf)
    start, _, end = edtf.rpartition("/") if "/" in edtf else (edtf, "", edtf)
    return (
        None if first is None or _is_vague(start) else _number(first),
        None if last is None or _is_vague(end) else _number(last),
    )


def is_after(later: str, earlier: str, grace: int = 0) -> bool:
    """Whether the EDTF date *later* begins certainly after *earlier* is over.

    A single day has to be more than *grace* days after that. Raises ValueError as :func:`bounds` does.
    """
    (first, end), last = certain_days(later), certain_days(earlier)[1]
    return first is not None and last is not None and first > last + (grace if first == end else 0)


def _is_vague(edtf: str) -> bool:
    part = parse(edtf)
    return part is not None and (bool(part.mark) or part.is_season)


def _number(day: str) -> int:
    """The days from the year 0 of the Gregorian calendar, which repeats after 400 years, to *day*."""
    year, month, number = _order(day)
    cycle, within = divmod(year, 400)
    return datetime.date(within + 400, month, number).toordinal() + cycle * 146_097


def _days(edtf: str) -> tuple[str, str]:
    part = parse(edtf)
    if part is None:
        raise ValueError("write YYYY, YYYY-MM, YYYY-MM-DD, or two of them with a slash between")
    year, month, day, _ = part
    first_year, last_year = year.replace("X", "0"), year.replace("X", "9")
    if month == "XX" and day not in (None, "XX"):
        raise ValueError("a day needs its month")
    if month in (None, "XX"):
        return f"{first_year}-01-01", f"{last_year}-12-31"
    number = int(month)
    if number in _SEASONS and day is None:
        first, last = _SEASONS[number]
        return f"{first_year}-{first:02}-01", f"{last_year}-{last:02}-{_length(last_year, last):02}"
    if not 1 <= number <= 12:
        raise ValueError(f"there is no month {month}")
    if day in (None, "XX"):
        return f"{first_year}-{month}-01", f"{last_year}-{month}-{_length(last_year, number):02}"
    if not 1 <= int(day) <= _length(last_year, number):
        raise ValueError(f"{first_year}-{month} has no day {day}")
    return f"{first_year}-{month}-{day}", f"{last_year}-{month}-{day}"


def _order(day: str) -> list[int]:
    year, month, number = day.rsplit("-", 2)
    return [int(year), int(month), int(number)]


def _length(year: str, month: int) -> int:
    return calendar.monthrange(abs(int(year)) or 4, month)[1]


Inferred = Literal["year", "month", "day", "date"]


class Date(Value):
    """An EDTF date; *inferred* names the part that the source implies and does not state."""

    date: str
    inferred: Inferred | None = None

    @field_validator("date")
    @classmethod
    def _is_edtf(cls, date: str) -> str:
        try:
            bounds(date)
        except ValueError as error:
            raise PydanticCustomError(
                "edtf", "'{date}' is not a date: {reason}", {"date": date[:40], "reason": str(error)}
            ) from None
        return date

    @property
    def earliest(self) -> str | None:
        """The first day it can mean, ``YYYY-MM-DD``; None where the interval is open."""
        return bounds(self.date)[0]

    @property
    def latest(self) -> str | None:
        """The last day it can mean, ``YYYY-MM-DD``; None where the interval is open."""
        return bounds(self.date)[1]
