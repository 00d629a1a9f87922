"""The address of an archived copy, and no day on which it was made or looked at.

Why it matters: a page has many copies, and they differ: without the day nobody knows which one was read.

Example::

    url = {https://perma.cc/T8U2-994F}                                    # AM432
    url = {https://web.archive.org/web/20150301000000/https://x.org/}     # AM432: of 2015-03-01

It looks for a `urldate`, and for the word "archived" in `note`, `addendum` and `titleaddon`. Archives that it knows
are the Wayback Machine, archive.today under its names, Perma.cc, WebCite and national web archives of the like form.

How to fix: add `urldate`. Where the address tells the day of the copy, `argmap check --fix --unsafe-fixes` adds that
one.
"""

import re
from collections.abc import Iterator

from argmap.bibliography import Bibliography, Entry
from argmap.checks.engine.rule import BibliographyContext, Problem, on_bibliography
from argmap.checks.references._dates import fault
from argmap.checks.references._fields import edit, given, name_start
from argmap.model import Fix, Severity

_ARCHIVE = re.compile(
    r"https?://(?:(?:www\.)?(?:archive\.(?:today|is|ph|li|vn|fo|md)|perma\.cc|webcitation\.org)/\w"
    r"|(?:web\.archive\.org|[\w.-]{0,80}webarchive[\w.-]{0,80})/\S*?/?(?:\d{4,14}|\*)[a-z_]*/)",
    re.IGNORECASE,
)
_DAY = re.compile(r"/(\d{4})[.-]?(\d\d)[.-]?(\d\d)(?:-?\d{6})?[a-z_]*/")


@on_bibliography("AM432", Severity.NOTE)
def archive_without_date(bibliography: Bibliography, context: BibliographyContext) -> Iterator[Problem]:
    """Every ``url`` of an archive in an entry that says no day."""
    for entry, field, value in given(bibliography, ("url",)):
        if entry.fields.get("urldate") or not _ARCHIVE.match(value):
            continue
        if any("archived" in entry.fields.get(remark, "").lower() for remark in ("note", "addendum", "titleaddon")):
            continue
        match = _DAY.search(value)
        day = "-".join(match.groups()) if match else None
        day = None if day is None or fault(day) else day
        help = f"add 'urldate = {{{day or '...'}}}'"
        message = f"'{entry.key}' gives an archived copy and no day of it"
        yield Problem((entry.key, field), message, help, fix=_fix(entry, day) if day else None)


def _fix(entry: Entry, day: str) -> Fix | None:
    """The day behind the address, in a line of its own if that has one."""
    start = name_start(entry, "url")
    if start is None or "urldate" in entry.fields:
        return None
    line, newline, indent = entry.source[: start - entry.offset].rpartition("\n")
    if newline and not indent.strip():
        between = f"{',' + chr(13) if line.endswith(chr(13)) else ','}\n{indent}"
    else:
        between = ", "
    end = entry.offsets["url"][1]
    return Fix("add the day of the copy", (edit(entry, end, end, f"{between}urldate = {{{day}}}"),), safe=False)
