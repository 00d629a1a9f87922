"""References as CSL-JSON, which Zotero, pandoc and citeproc processors read.

References:
    Citation Style Language, csl-data.json of version 1.0.2.
"""

from __future__ import annotations

from collections.abc import Container, Iterable
from typing import Any

from argmap.bibliography import Bibliography
from argmap.bibliography.inherit import entries
from argmap.citations.dates import Day, When
from argmap.citations.item import Item, People, Person, item
from argmap.citations.rich import Rich, TextRun, plain
from argmap.citations.types import PERIODICALS, SHORT
from argmap.text.printable import encode


def export(bibliography: Bibliography, keys: Container[str] | None = None) -> str:
    """The references of *keys*, all of them for None, as a JSON array; ends with a newline."""
    return write(map(item, entries(bibliography, keys)))


def write(items: Iterable[Item]) -> str:
    """The items as a JSON array; ends with a newline."""
    return encode([as_data(item) for item in items])


def as_data(item: Item) -> dict[str, Any]:
    """The item as CSL's data model has it, without what is empty."""
    data = {
        "id": item.key,
        "type": item.type,
        "title": _marked(item.in_sentence_case(item.title)),
        "author": _people(item.authors),
        "editor": _people(item.editors),
        "translator": _people(item.translators),
        "issued": _date(item.issued),
        "accessed": _date(item.accessed),
        "container-title": _marked(
            item.container if item.type in PERIODICALS else item.in_sentence_case(item.container)
        ),
        "collection-title": _marked(item.in_sentence_case(item.collection)),
        "collection-number": item.collection_number,
        "publisher": item.publisher,
        "publisher-place": item.place,
        "volume": item.volume,
        "issue": item.issue,
        "page": item.pages.replace("–", "-") or item.eid,
        "number-of-volumes": item.volumes,
        "number": item.number,
        "genre": item.genre,
        "edition": item.edition,
        "version": item.version,
        "event-title": item.event if item.type in SHORT else "",
        "note": item.note,
        "ISBN": item.isbn,
        "ISSN": item.issn,
        "DOI": item.doi,
        "URL": item.url,
        "language": item.language,
    }
    return {name: value for name, value in data.items() if value}


def _marked(text: Rich) -> str:
    """A title with CSL's markup: italics, and what is to keep its case where a style would change that."""
    return "".join(_run(run) for run in text)


def _run(run: TextRun) -> str:
    shown = f"<i>{run.text}</i>" if run.italic else run.text
    return f'<span class="nocase">{shown}</span>' if run.nocase and plain((run,))[:1].islower() else shown


def _people(people: People) -> list[dict[str, str]]:
    found = [_person(person) for person in people.names]
    return [*found, {"literal": "others"}] if people.others else found


def _person(person: Person) -> dict[str, str]:
    if person.body:
        return {"literal": person.family}
    parts = {
        "family": person.family,
        "given": person.given,
        "non-dropping-particle": person.particle,
        "suffix": person.suffix,
    }
    return {name: value for name, value in parts.items() if value}


def _date(when: When) -> dict[str, Any]:
    if when.start is None:
        return {"literal": when.words} if when.words else {}
    found: dict[str, Any] = {"date-parts": [_parts(day) for day in (when.start, when.end) if day]}
    if when.open:
        # CSL's parts know no interval that has not ended.
        found = {"literal": when.years}
    elif when.start.month > 12:
        found["season"] = when.start.month - 20
    if when.circa:
        found["circa"] = True
    return found


def _parts(day: Day) -> list[int]:
    month = day.month if day.month <= 12 else 0
    return [part for part in (day.year, month, day.day) if part]
