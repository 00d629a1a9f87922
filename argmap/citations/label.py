"""Short labels by author and year, and the address of a reference."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import count, product
from urllib.parse import quote

from argmap.bibliography import Bibliography, Entry
from argmap.bibliography.inherit import inherited
from argmap.bibliography.latex import decode
from argmap.bibliography.names import Names, parse, split
from argmap.model.date import bounds, without_times

NO_DATE = "n.d."

_NAMES = ("shortauthor", "author", "shorteditor", "editor")
_BODIES = ("organization", "institution", "publisher", "journaltitle", "journal")
_TITLES = ("shorttitle", "title")
_LONGEST_TITLE = 30
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_DOI = re.compile(r"(?:(?:https?://)?(?:dx\.)?doi\.org/|doi:\s*)?(10\.\d{4,9}/\S+)", re.IGNORECASE)
_URL = re.compile(r"https?://[^\s<>\"]+", re.IGNORECASE)
_PUBLISHED_AT = re.compile(r"(?:\\url\{)?(https?://[^\s<>\"{}]+)\}?", re.IGNORECASE)
_YEAR = re.compile(r"\d{4}")


def label(entry: Entry) -> str:
    """The label of *entry* in plain text: ``Eliasson & Mattsson 2006``, ``Börjesson et al. 2012``, ``UN OCHA 2023``.

    The fields ``shorthand`` and ``label`` win, and ``shortauthor`` over ``author``. Without author it is the editor's,
    without editor the organization's, institution's, publisher's or journal's, else the title, shortened; without date
    it is ``n.d.``. An entry without any of these is called by its key.
    """
    for field in ("shorthand", "label"):
        if own := decode(entry.fields.get(field, "")):
            return own
    return f"{_who(entry) or entry.key} {year(entry) or NO_DATE}"


def labels(bibliography: Bibliography) -> dict[str, str]:
    """The labels by key, of the entries with what their parents lend them.

    Those that would be the same get ``a``, ``b``, … in the order of the file.
    """
    plain = {key: label(entry) for key, entry in inherited(bibliography).items()}
    uses = Counter(plain.values())
    taken = set(plain.values())
    letters: dict[str, Iterator[str]] = {}
    for key, shown in plain.items():
        if uses[shown] > 1:
            free = letters.setdefault(shown, (name for name in lettered(shown) if name not in taken))
            plain[key] = next(free)
    return plain


def year(entry: Entry) -> str | None:
    """The year or years of *entry*, ``2014`` or ``2020–2022``, from ``date`` or else ``year``; None without either."""
    date = entry.fields.get("date", "")
    if not date:
        return decode(entry.fields.get("year", "")) or None
    try:
        earliest, latest = bounds(without_times(date))
    except ValueError:
        match = _YEAR.search(date)
        return match[0] if match else decode(date)
    first, last = (_year_of(day) if day else "" for day in (earliest, latest))
    return first if first == last else f"{first}–{last}"


def address(entry: Entry) -> str | None:
    """Where *entry* is on the web: its DOI as ``https://doi.org/…``, else its ``url`` if that is http or https.

    BibTeX has no such field, so that files for it have the address in ``howpublished``.
    """
    if doi := _DOI.fullmatch(entry.fields.get("doi", "")):
        # One that is given as an address is encoded already.
        encoded = "://" in doi[0][: doi.start(1)]
        return "https://doi.org/" + (doi[1] if encoded else quote(doi[1], safe="/:;()@!$&'*+,=~-._"))
    for url in (entry.fields.get("url", ""), published_at(entry)):
        if _URL.fullmatch(url):
            return url
    return None


def published_at(entry: Entry) -> str:
    """The address that stands in ``howpublished``, empty where something else does."""
    match = _PUBLISHED_AT.fullmatch(entry.fields.get("howpublished", ""))
    return match[1] if match else ""


def bodies(entry: Entry) -> list[str]:
    """Who stands for an entry without author and editor, in plain text: organizations, publishers, or the journal."""
    for field in _BODIES:
        if found := [decode(body) for body in split(entry.fields.get(field, ""))]:
            return found
    return []


def _who(entry: Entry) -> str:
    for field in _NAMES:
        if who := _joined(parse(entry.fields.get(field, ""))):
            return who
    if in_charge := bodies(entry):
        return _listed(in_charge)
    for field in _TITLES:
        if title := decode(entry.fields.get(field, "")):
            return _shortened(title)
    return ""


def _joined(names: Names) -> str:
    shown = (decode(f"{name.prefix} {name.family}").strip() for name in names.names)
    return _listed([name for name in shown if name], names.others)


def _listed(names: list[str], others: bool = False) -> str:
    if len(names) > 2 or (names and others):
        return f"{names[0]} et al."
    return " & ".join(names)


def _shortened(title: str) -> str:
    """*title* up to a word's end near the limit."""
    if len(title) <= _LONGEST_TITLE:
        return title
    cut = title[: _LONGEST_TITLE + 1].rpartition(" ")[0] or title[:_LONGEST_TITLE]
    return cut.rstrip(" ,;:.–—-") + "…"


def _year_of(day: str) -> str:
    sign, year = ("-", day[1:5]) if day.startswith("-") else ("", day[:4])
    return sign + (year.lstrip("0") or "0")


def lettered(shown: str) -> Iterator[str]:
    """*shown* with a letter behind it, ``a``, ``b``, …, ``aa``, …, after a hyphen where it does not end in a figure."""
    joint = "" if shown[-1:].isdigit() else "-"
    for length in count(1):
        for letters in product(_LETTERS, repeat=length):
            yield f"{shown}{joint}{''.join(letters)}"
