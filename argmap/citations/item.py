"""A reference as styles and other formats see it: the data model of the Citation Style Language, made from an entry.

References:
    Citation Style Language 1.0.2, appendices III (types) and IV (variables); BibLaTeX manual, version 3.20, sections
    2.1 (entry types) and 2.2 (fields).
"""

from __future__ import annotations

import re
from typing import NamedTuple

from argmap.bibliography import Entry
from argmap.bibliography.names import parse, split
from argmap.citations.casing import is_english, sentence_case, title_case, typeset
from argmap.citations.dates import When, when
from argmap.citations.label import address, published_at
from argmap.citations.rich import Rich, TextRun, plain
from argmap.citations.types import GENRES, LANGUAGES, LEGAL, PERIODICALS, SHORT, TYPES
from argmap.text.address import safe_href

_BODIES = ("school", "institution", "organization", "publisher")
_PAGES = re.compile(r"\s*(?:-{1,3}|[–—])\s*")
_IDEOGRAPHS = re.compile("[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff·]+")


class Person(NamedTuple):
    """A name by its parts, as BibLaTeX splits it; one of a body is all *family*, and *body* says so."""

    family: str
    given: str = ""
    particle: str = ""
    suffix: str = ""
    body: bool = False

    @property
    def surname(self) -> str:
        """``van der Walt``."""
        return f"{self.particle} {self.family}".strip()

    @property
    def family_first(self) -> bool:
        """Whether it is written in one with the family name first, as in Chinese, Japanese and Korean."""
        return bool(_IDEOGRAPHS.fullmatch(self.family + self.given))


class People(NamedTuple):
    """Names in their order, and whether there are more (``and others``)."""

    names: tuple[Person, ...] = ()
    others: bool = False


class Item(NamedTuple):
    """A reference.

    Texts are plain and fit for display; titles are formatted, and cased as the file has them. *address* is the one of
    the DOI, else of the URL; None where it is none to link to. *pages* has an en dash in a range, *eid* is the number
    of an article without pages, *volumes* how many there are. *body* is the organization or institution that a work
    without names is by.
    """

    key: str
    type: str
    title: Rich = ()
    authors: People = People()
    editors: People = People()
    translators: People = People()
    issued: When = When()
    accessed: When = When()
    container: Rich = ()
    collection: Rich = ()
    collection_number: str = ""
    publisher: str = ""
    body: str = ""
    place: str = ""
    volume: str = ""
    volumes: str = ""
    issue: str = ""
    pages: str = ""
    eid: str = ""
    number: str = ""
    genre: str = ""
    edition: str = ""
    version: str = ""
    event: str = ""
    note: str = ""
    isbn: str = ""
    issn: str = ""
    doi: str = ""
    url: str = ""
    address: str | None = None
    language: str = ""

    @property
    def credited(self) -> People:
        """Whom a reference begins with: authors, else editors, else nobody."""
        return self.authors if self.authors.names else self.editors

    @property
    def corporate_author(self) -> str:
        """The body that a work of its own without names is by; empty where it is none, or has names."""
        by_nobody = self.type in (*SHORT, *LEGAL, "thesis") or self.credited.names
        return "" if by_nobody else self.body

    def in_sentence_case(self, title: Rich) -> Rich:
        """*title* in sentence case, if it is an English one, and none of an act or a case."""
        return sentence_case(title) if self._is_cased else title

    def in_title_case(self, title: Rich) -> Rich:
        """*title* in title case, if it is an English one, and none of an act or a case."""
        return title_case(sentence_case(title)) if self._is_cased else title

    @property
    def _is_cased(self) -> bool:
        return self.type not in LEGAL and is_english(self.language)


def item(entry: Entry) -> Item:
    """What *entry* says, by CSL's variables. Never raises: what is no date stays words, what is no name a body."""
    language = _text(entry, "langid") or _text(entry, "language")
    type = _type(entry)
    periodical = type in PERIODICALS or type in LEGAL
    where = address(entry)
    doi = where.removeprefix("https://doi.org/") if where and where.startswith("https://doi.org/") else ""
    number = _text(entry, "number")
    return Item(
        key=entry.key,
        type=type,
        title=_title(entry),
        authors=_people(entry, "author"),
        editors=_people(entry, "editor"),
        translators=_people(entry, "translator"),
        issued=when(entry.fields),
        accessed=when(entry.fields, "urldate"),
        container=_container(entry),
        collection=typeset(_first(entry, "series")),
        collection_number="" if periodical or not entry.fields.get("series") else number,
        publisher=_publisher(entry),
        body=_literals(entry, "organization") or _literals(entry, "institution"),
        place=_literals(entry, "location") or _literals(entry, "address"),
        volume=_text(entry, "volume"),
        volumes=_text(entry, "volumes"),
        issue=(number or _text(entry, "issue")) if type in PERIODICALS else "",
        pages=_PAGES.sub("–", _text(entry, "pages")),
        eid=_text(entry, "eid"),
        number=number if type not in PERIODICALS and not entry.fields.get("series") else "",
        genre=_genre(entry),
        edition=_text(entry, "edition"),
        version=_text(entry, "version"),
        event=_text(entry, "eventtitle"),
        note=_text(entry, "note"),
        isbn=_text(entry, "isbn"),
        issn=_text(entry, "issn"),
        doi=doi,
        url=safe_href(entry.fields.get("url") or published_at(entry)) or "",
        address=safe_href(where),
        language=LANGUAGES.get(language.lower(), language),
    )


def _type(entry: Entry) -> str:
    kind = entry.fields.get("entrysubtype", "").lower()
    if entry.type == "article" and kind in ("magazine", "newspaper"):
        return f"article-{kind}"
    return TYPES.get(entry.type, "document")


def _text(entry: Entry, field: str) -> str:
    return plain(typeset(entry.fields.get(field, ""))).strip()


def _publisher(entry: Entry) -> str:
    fields = _BODIES if published_at(entry) else (*_BODIES, "howpublished")
    return next((text for field in fields if (text := _literals(entry, field))), "")


def _literals(entry: Entry, field: str) -> str:
    """The items of a literal list, which ``and`` separates."""
    return "; ".join(plain(typeset(part)).strip() for part in split(entry.fields.get(field, "")))


def _first(entry: Entry, *fields: str) -> str:
    return next((value for field in fields if (value := entry.fields.get(field, ""))), "")


def _title(entry: Entry) -> Rich:
    """Title, subtitle and addition."""
    title = typeset(_first(entry, "title"))
    for field, between in (("subtitle", ":"), ("titleaddon", ".")):
        if more := typeset(_first(entry, field)):
            ended = plain(title).endswith((".", "?", "!", ":"))
            title = (*title, TextRun(" " if ended else f"{between} "), *more) if title else more
    return title


def _container(entry: Entry) -> Rich:
    title = typeset(_first(entry, "journaltitle", "journal", "booktitle", "maintitle"))
    more = typeset(_first(entry, "booksubtitle", "journalsubtitle"))
    return (*title, TextRun(": "), *more) if title and more else title


def _genre(entry: Entry) -> str:
    kind = _text(entry, "type")
    return GENRES.get(kind.lower()) or kind or GENRES.get(entry.type, "")


def _people(entry: Entry, field: str) -> People:
    names = parse(entry.fields.get(field, ""))
    found = []
    for name in names.names:
        family, given, particle, suffix = (plain(typeset(part)).strip() for part in name)
        if family or given:
            body = name.family.startswith("{") and not name.given
            found.append(Person(family or given, given if family else "", particle, suffix, body))
    return People(tuple(found), names.others)
