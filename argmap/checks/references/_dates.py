"""Dates in entries, as far as they can be read."""

from functools import lru_cache

from argmap.bibliography import Entry
from argmap.model.date import bounds, without_times

FIELDS = ("date", "urldate", "eventdate", "origdate")


@lru_cache(maxsize=4096)
def fault(date: str) -> str | None:
    """What keeps *date* from being one of EDTF's levels 0 and 1, None where nothing does; times of day are passed over.

    Years of five figures and more (``y17000``) are taken for what they are.
    """
    try:
        days(date)
    except ValueError as error:
        return None if date[:1] in ("y", "Y") and date[1:].lstrip("-").isdecimal() else str(error)
    return None


@lru_cache(maxsize=4096)
def days(date: str) -> tuple[str | None, str | None]:
    """The earliest and latest day that *date* allows; raises ValueError where that cannot be said."""
    return bounds(without_times(date))


def reach(entry: Entry, field: str) -> tuple[str | None, str | None]:
    """The earliest and latest day of *field*; both None where it is not there or cannot be read."""
    value = entry.fields.get(field)
    if field == "date" and not value:
        year, month = entry.fields.get("year", ""), entry.fields.get("month", "")
        value = f"{year}-{month:0>2}" if month.isdecimal() else year
    if not value:
        return None, None
    try:
        return days(value)
    except ValueError:
        return None, None
