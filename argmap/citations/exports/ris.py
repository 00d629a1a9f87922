"""References as RIS, which EndNote, Mendeley, RefWorks and Zotero read.

References:
    "RIS Format Specifications", Research Information Systems, as of 2001 and 2011.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator

from argmap.bibliography import Bibliography
from argmap.bibliography.inherit import entries
from argmap.citations.dates import Day, When
from argmap.citations.item import Item, Person, item
from argmap.citations.rich import plain
from argmap.citations.types import PERIODICALS, SHORT
from argmap.text.printable import visible

_TYPES = {
    "article-journal": "JOUR",
    "article-magazine": "MGZN",
    "article-newspaper": "NEWS",
    "book": "BOOK",
    "chapter": "CHAP",
    "dataset": "DATA",
    "entry-encyclopedia": "ENCYC",
    "graphic": "ART",
    "legal_case": "CASE",
    "legislation": "STAT",
    "manuscript": "UNPB",
    "motion_picture": "MPCT",
    "pamphlet": "PAMP",
    "paper-conference": "CONF",
    "patent": "PAT",
    "periodical": "JFULL",
    "personal_communication": "PCOMM",
    "report": "RPRT",
    "software": "COMP",
    "song": "SOUND",
    "standard": "STAND",
    "thesis": "THES",
    "webpage": "ELEC",
}


def export(bibliography: Bibliography, keys: Container[str] | None = None) -> str:
    """The references of *keys*, all of them for None, in the order of the file."""
    return write(map(item, entries(bibliography, keys)))


def write(items: Iterable[Item]) -> str:
    """The items one after another, with a blank line between them, in lines that end with a newline."""
    return "\n".join("".join(f"{tag}  - {value}\n" for tag, value in _lines(item)) for item in items)


def _lines(item: Item) -> Iterator[tuple[str, str]]:
    yield "TY", _TYPES.get(item.type, "GEN")
    for tag, people in (("AU", item.authors), ("A2", item.editors), ("A4", item.translators)):
        for person in people.names:
            yield tag, _person(person)
    first, _, last = item.pages.partition("–")
    fields = [
        ("ID", visible(item.key)),
        ("TI", plain(item.title)),
        ("T2", plain(item.container)),
        ("T3", plain(item.collection)),
        ("PY", f"{item.issued.start.year:04}" if item.issued.start and item.issued.start.year > 0 else ""),
        ("DA", _date(item.issued)),
        ("VL", item.volume),
        ("IS", item.issue or item.number),
        ("SP", first),
        ("EP", last),
        ("C7", item.eid),
        ("ET", item.edition),
        ("M3", item.genre),
        ("PB", item.publisher),
        ("CY", item.place),
        ("SN", item.issn if item.type in PERIODICALS else item.isbn or item.issn),
        ("DO", item.doi),
        ("UR", item.url),
        ("Y2", _date(item.accessed)),
        ("C3", item.event if item.type in SHORT else ""),
        ("LA", item.language),
        ("N1", item.note),
    ]
    # A value is in one line: a break would let it begin a tag of its own.
    yield from ((tag, " ".join(value.split())) for tag, value in fields if value)
    yield "ER", ""


def _person(person: Person) -> str:
    """``van der Walt, Stéfan J., Jr.``; a body with no comma of its own, which would part it."""
    if person.body:
        return person.family.replace(",", "")
    return ", ".join(part for part in (person.surname, person.given, person.suffix) if part)


def _date(when: When) -> str:
    """``YYYY/MM/DD/`` with what is not known empty, and words after the last slash."""
    if when.start is None:
        return f"///{when.words}" if when.words else ""
    day: Day = when.start
    month = f"{day.month:02}" if 0 < day.month <= 12 else ""
    year = f"{day.year:04}" if day.year > 0 else ""
    return f"{year}/{month}/{f'{day.day:02}' if day.day else ''}/{day.month_name if day.month > 12 else ''}"
