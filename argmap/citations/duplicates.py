"""Entries that are for one work."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator

from argmap.bibliography import Bibliography, Entry
from argmap.bibliography.latex import decode
from argmap.citations.label import label

_PREFIX = re.compile(r"(?:https?://)?(?:www\.|dx\.)?(?:doi:\s*)?", re.IGNORECASE)
_NO_LETTER = re.compile(r"[\W_]+")
_TELLING = frozenset(("author", "editor", "date", "year"))


def twins(bibliography: Bibliography) -> Iterator[tuple[Entry, Entry, str]]:
    """Every entry that is for the work of one before it, that one, and the field that tells: doi, url or title.

    A DOI or an address is the same however it is spelled; titles must be alike (case, accents and punctuation apart)
    with the same authors' family names and year.
    """
    titles = {entry.key: _letters(entry) for entry in bibliography.entries.values()}
    uses = Counter(titles.values())
    first: dict[tuple[str, ...], Entry] = {}
    for entry in bibliography.entries.values():
        title = titles[entry.key]
        marks = list(_marks(entry))
        # Names and dates are looked at where there is something to tell apart only.
        if title and uses[title] > 1 and not _TELLING.isdisjoint(entry.fields):
            marks.append(("title", title, label(entry)))
        shared = next((mark for mark in marks if mark in first), None)
        if shared is not None:
            yield entry, first[shared], shared[0]
        for mark in marks:
            first.setdefault(mark, entry)


def _marks(entry: Entry) -> Iterator[tuple[str, ...]]:
    """What no other work has: the name of a field first, then what is compared."""
    doi = _PREFIX.sub("", entry.fields.get("doi", ""), count=1).lower().removeprefix("doi.org/")
    if doi:
        yield "doi", doi
    host, _, path = _PREFIX.sub("", entry.fields.get("url", ""), count=1).partition("/")
    if host.lower() == "doi.org":
        yield "doi", path.lower()
    elif host:
        yield "url", host.lower(), path.rstrip("/")


def _letters(entry: Entry) -> str:
    """The title without case, accents and punctuation."""
    title = decode(entry.fields.get("title", "")).casefold()
    if not title.isascii():
        title = "".join(letter for letter in unicodedata.normalize("NFKD", title) if not unicodedata.combining(letter))
    return _NO_LETTER.sub(" ", title).strip()
