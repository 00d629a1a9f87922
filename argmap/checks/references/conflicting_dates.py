"""Dates of an entry that contradict each other.

Why it matters: at least one of them is wrong, and a reader who looks for the work looks in the wrong year.

Example::

    date = {2015-10-05}, urldate = {2015-09-01}      # AM424: looked at before it was there
    date = {2014}, year = {2015}                     # AM424: the date wins
    date = {2014}, eventdate = {2016-05-02}          # AM424: the event was later than the book on it
    date = {2014}, origdate = {2020}                 # AM424: the original is later than the new edition
    date = {2105}                                    # AM424: perhaps 2015?

Only what is sure is said: of `date = {2015}` and `urldate = {2015-01-02}` nothing, and of events and originals the
years alone are compared, for proceedings may come out a little before their conference.

How to fix: look at the work, and correct the one that is wrong.
"""

from collections.abc import Iterator

from argmap.bibliography import Bibliography, Entry
from argmap.checks.engine.rule import BibliographyContext, Problem, on_bibliography
from argmap.checks.references._dates import reach
from argmap.model import Severity

_FAR = "2100"
_DATES = frozenset(("date", "year"))
_COMPARED = frozenset(("urldate", "eventdate", "origdate", "year"))


@on_bibliography("AM424", Severity.WARNING)
def conflicting_dates(bibliography: Bibliography, context: BibliographyContext) -> Iterator[Problem]:
    """Every date that cannot be right beside another one, or lies in the next century."""
    for entry in bibliography.entries.values():
        if _DATES.isdisjoint(entry.fields):
            continue
        earliest, latest = reach(entry, "date")
        if earliest is not None and earliest[:4] >= _FAR and not earliest.startswith("-"):
            field = "date" if entry.fields.get("date") else "year"
            yield Problem((entry.key, field), f"'{entry.key}' is of the year {earliest[:4]}")
        elif not _COMPARED.isdisjoint(entry.fields):
            yield from _conflicts(entry, earliest, latest)


def _conflicts(entry: Entry, earliest: str | None, latest: str | None) -> Iterator[Problem]:
    own = "date" if entry.fields.get("date") else "year"
    related = ((f"the {own}", (entry.key, own)),)
    year = entry.fields.get("year", "")
    is_year = own == "date" and len(year) == 4 and year.isdecimal()
    if is_year and (_is_before(year, earliest and earliest[:4]) or _is_before(latest and latest[:4], year)):
        message = f"the year of '{entry.key}' is not that of its date"
        yield Problem((entry.key, "year"), message, "the date counts", related)
    if _is_before(reach(entry, "urldate")[1], earliest):
        yield Problem((entry.key, "urldate"), f"'{entry.key}' was looked at before its date", None, related)
    for field, what in (("eventdate", "event"), ("origdate", "original")):
        begin = reach(entry, field)[0]
        if _is_before(latest and latest[:4], begin and begin[:4]):
            yield Problem((entry.key, field), f"the {what} of '{entry.key}' is later than its date", None, related)


def _is_before(one: str | None, other: str | None) -> bool:
    """Whether both are there and *one* is the earlier; of dates before our era nothing is said."""
    return one is not None and other is not None and one[0] != "-" != other[0] and one < other
