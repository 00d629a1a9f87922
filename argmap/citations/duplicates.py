"""Entries that are for one work."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator

from argmap.bibliography import Bibliography, Entry
from argmap.bibliography.latex import decode
from argmap.bibliography.model import RELATIONS, named_keys
from argmap.citations.label import label

_PREFIX = re.compile(r"(?:https?://)?(?:www\.|dx\.)?(?:doi:\s*)?", re.IGNORECASE)
_VERSION = re.compile(r"v\d+$")
_NO_LETTER = re.compile(r"[\W_]+")
_TELLING = frozenset(("author", "editor", "date", "year"))
_PARTS = ("volume", "number", "part", "chapter", "edition", "pages", "eid", "eventdate")
_TRACKING = re.compile(r"(?<=[?&])(?:utm_[a-z]+|fbclid|gclid)=[^&#]*&?")


def twins(bibliography: Bibliography) -> Iterator[tuple[Entry, Entry, str]]:
    """Every entry that is for the work of one before it, that one, and the field that tells.

    That is the DOI, the identifier of arXiv or the address, however they are spelled, or the title: titles must be
    alike (case, accents and punctuation apart) with the same authors' family names and year, and no two volumes,
    numbers, editions or pages. Entries that name one another, as a part names its book, may share what they like.
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
        shared = next((mark for mark in marks if mark in first and not _are_apart(mark[0], entry, first[mark])), None)
        if shared is not None:
            yield entry, first[shared], shared[0]
        for mark in marks:
            first.setdefault(mark, entry)


def _are_apart(field: str, one: Entry, other: Entry) -> bool:
    """Whether two entries that share *field* are known to be of different works, or parts of one another."""
    both = one.fields.keys() & other.fields.keys() if field == "title" else ()
    if any(part in both and one.fields[part] != other.fields[part] for part in _PARTS):
        return True
    return _names(one, other) or _names(other, one)


def _names(one: Entry, other: Entry) -> bool:
    """Whether *one* inherits from or refers to *other*."""
    return any(other.key in named_keys(one, field) for field in RELATIONS)


def _marks(entry: Entry) -> Iterator[tuple[str, ...]]:
    """What no other work has: the name of a field first, then what is compared."""
    doi = _PREFIX.sub("", entry.fields.get("doi", ""), count=1).lower().removeprefix("doi.org/")
    if doi:
        yield "doi", doi
    eprint = entry.fields.get("eprint", "")
    if eprint and "arxiv" in (entry.fields.get("eprinttype", "") + entry.fields.get("archiveprefix", "")).lower():
        yield "eprint", _VERSION.sub("", eprint.lower().removeprefix("arxiv:"))
    host, _, path = _PREFIX.sub("", entry.fields.get("url", ""), count=1).partition("/")
    if host.lower() == "doi.org":
        yield "doi", path.lower()
    elif host:
        yield "url", host.lower(), (_TRACKING.sub("", path).rstrip("?&") if "?" in path else path).rstrip("/")


def _letters(entry: Entry) -> str:
    """The title without case, accents and punctuation."""
    title = decode(entry.fields.get("title", "")).casefold()
    if not title.isascii():
        title = "".join(letter for letter in unicodedata.normalize("NFKD", title) if not unicodedata.combining(letter))
    return _NO_LETTER.sub(" ", title).strip()
