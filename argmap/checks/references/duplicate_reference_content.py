"""Two entries for one work.

Why it matters: the work is listed twice, and looks like two witnesses where there is one.

Example::

    @article{eliasson2014, author = {Eliasson, Jonas}, title = {Congestion charges}, date = {2014}}
    @article{stockholm, author = {J. Eliasson}, title = {Congestion Charges}, year = 2014}      # AM413

Two entries are taken for one work that share the DOI, the identifier of arXiv, or the address (without what trackers
add to it), or whose titles are alike (case, accents and punctuation apart) with the same authors' family names and
year. That both lack an author or a year is no likeness: of two that give neither, the title alone ("Annual report") is
not enough. Nor is it where both tell a volume, a number, an edition or pages, and not the same. Entries that name one
another, as `crossref`, `xref`, `xdata`, `related` or `entryset` do, may share what they like.

How to mend: keep one, and cite its key.
"""

import re
import unicodedata
from collections.abc import Iterator

from argmap.bibliography import Bibliography, Entry
from argmap.bibliography.latex import decode
from argmap.bibliography.model import RELATIONS
from argmap.checks.rule import BibliographyContext, Problem, on_bibliography
from argmap.citations.label import label
from argmap.model import Severity

_PREFIX = re.compile(r"(?:https?://)?(?:www\.|dx\.)?(?:doi:\s*)?", re.IGNORECASE)
_VERSION = re.compile(r"v\d+$")
_NO_LETTER = re.compile(r"[\W_]+")
_TELLING = frozenset(("author", "editor", "date", "year"))
_PARTS = ("volume", "number", "part", "chapter", "edition", "pages", "eid", "eventdate")
_TRACKING = re.compile(r"(?<=[?&])(?:utm_[a-z]+|fbclid|gclid)=[^&#]*&?")


@on_bibliography("AM413", Severity.WARNING)
def duplicate_reference_content(bibliography: Bibliography, context: BibliographyContext) -> Iterator[Problem]:
    """Every entry that shares with one before it what tells works apart."""
    first: dict[tuple[str, ...], Entry] = {}
    for entry in bibliography.entries.values():
        marks = list(_marks(entry))
        shared = next((mark for mark in marks if mark in first and not _are_apart(mark[0], entry, first[mark])), None)
        if shared is not None:
            field, twin = shared[0], first[shared]
            related = ((f"the {field} of '{twin.key}'", (twin.key, field)),)
            message = f"'{entry.key}' and '{twin.key}' have the same {field}"
            yield Problem((entry.key, field), message, "keep one of the two", related)
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
    related = (one.fields.get(relation, "") for relation in RELATIONS)
    return any(other.key in map(str.strip, keys.split(",")) for keys in related if keys)


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
    title = decode(entry.fields.get("title", "")).casefold()
    if not title.isascii():
        title = "".join(letter for letter in unicodedata.normalize("NFKD", title) if not unicodedata.combining(letter))
    letters = _NO_LETTER.sub(" ", title).strip()
    if letters and not _TELLING.isdisjoint(entry.fields):
        yield "title", letters, label(entry)
