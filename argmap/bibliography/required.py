"""Which fields an entry needs, by its type."""

from __future__ import annotations

from argmap.bibliography.model import Entry
from argmap.model import Dialect

Alternatives = tuple[str, ...]
"""Names of fields of which one is enough; the first is the usual one."""

_AUTHOR = ("author",)
_EDITOR = ("editor",)
_AUTHOR_OR_EDITOR = ("author", "editor", "translator")
# What an institution publishes in its own name has no other author.
_AUTHOR_OR_BODY = ("author", "editor", "organization", "institution", "publisher")
_TITLE = ("title",)
_BOOK_TITLE = ("booktitle", "maintitle")
_JOURNAL = ("journaltitle", "journal")
_INSTITUTION = ("institution", "school")
_ADDRESS = ("url", "doi", "eprint")
_DATE = ("date", "year")

_BOOK = (_AUTHOR_OR_EDITOR, _TITLE, _DATE)
_COLLECTION = (_EDITOR, _TITLE, _DATE)
_PART = (_AUTHOR, _TITLE, _BOOK_TITLE, _DATE)
_ARTICLE = (_AUTHOR, _TITLE, _JOURNAL, _DATE)
_THESIS = (_AUTHOR, _TITLE, ("type",), _INSTITUTION, _DATE)
_REPORT = (("author", "editor", "institution", "organization"), _TITLE, ("type",), _INSTITUTION, _DATE)
_ONLINE = (_AUTHOR_OR_BODY, _TITLE, _DATE, _ADDRESS)
_OTHER = (_AUTHOR_OR_BODY, _TITLE, _DATE)

_BIBLATEX: dict[str, tuple[Alternatives, ...]] = {
    "article": _ARTICLE,
    "suppperiodical": _ARTICLE,
    "book": _BOOK,
    "mvbook": _BOOK,
    "booklet": _OTHER,
    "collection": _COLLECTION,
    "mvcollection": _COLLECTION,
    "reference": _COLLECTION,
    "mvreference": _COLLECTION,
    "periodical": _COLLECTION,
    "inbook": _PART,
    "bookinbook": _PART,
    "suppbook": _PART,
    "incollection": _PART,
    "suppcollection": _PART,
    "inreference": _PART,
    "inproceedings": _PART,
    "conference": _PART,
    "proceedings": (_TITLE, _DATE),
    "mvproceedings": (_TITLE, _DATE),
    "dataset": _OTHER,
    "manual": _OTHER,
    "misc": _OTHER,
    "software": _OTHER,
    "online": _ONLINE,
    "electronic": _ONLINE,
    "www": _ONLINE,
    "patent": (_AUTHOR, _TITLE, ("number",), _DATE),
    "report": _REPORT,
    "thesis": _THESIS,
    # These three are aliases that bring the type along.
    "techreport": tuple(field for field in _REPORT if field != ("type",)),
    "mastersthesis": tuple(field for field in _THESIS if field != ("type",)),
    "phdthesis": tuple(field for field in _THESIS if field != ("type",)),
    "unpublished": (_AUTHOR, _TITLE, _DATE),
    "set": (("entryset",),),
}


_JOURNAL_OF_BIBTEX = ("journal",)
_YEAR = ("year",)
_PUBLISHER = ("publisher",)
_PART_OF_BIBTEX = (_AUTHOR, _TITLE, ("booktitle",), _YEAR)
_THESIS_OF_BIBTEX = (_AUTHOR, _TITLE, ("school",), _YEAR)

_BIBTEX: dict[str, tuple[Alternatives, ...]] = {
    "article": (_AUTHOR, _TITLE, _JOURNAL_OF_BIBTEX, _YEAR),
    "book": (("author", "editor"), _TITLE, _PUBLISHER, _YEAR),
    "booklet": (_TITLE,),
    "conference": _PART_OF_BIBTEX,
    "inbook": (("author", "editor"), _TITLE, ("chapter", "pages"), _PUBLISHER, _YEAR),
    "incollection": (_AUTHOR, _TITLE, ("booktitle",), _PUBLISHER, _YEAR),
    "inproceedings": _PART_OF_BIBTEX,
    "manual": (_TITLE,),
    "mastersthesis": _THESIS_OF_BIBTEX,
    "phdthesis": _THESIS_OF_BIBTEX,
    "proceedings": (_TITLE, _YEAR),
    "techreport": (_AUTHOR, _TITLE, ("institution",), _YEAR),
    "unpublished": (_AUTHOR, _TITLE, ("note",)),
}
_REQUIRED = {Dialect.BIBLATEX: _BIBLATEX, Dialect.BIBTEX: _BIBTEX}


def missing(entry: Entry, dialect: Dialect = Dialect.BIBLATEX) -> list[Alternatives]:
    """The required fields that *entry* lacks; none for a type that is not a standard one of the *dialect*.

    What its parents lend it is wanted among its fields (:func:`argmap.bibliography.inherit.inherited`). Nothing is
    said of an entry that is not complete.

    References:
        BibLaTeX manual, version 3.20, section 2.1.1 (required fields) and 2.1.2 (aliases). It is followed except that
        an institution counts as the author of what it publishes, that ``@book`` may have an editor or translator alone,
        and that BibTeX's names of fields are taken too. Oren Patashnik, "BibTeXing", 1988, section 3.1.
    """
    if not entry.complete:
        return []
    required = _REQUIRED[dialect].get(entry.type, ())
    return [names for names in required if not any(entry.fields.get(name) for name in names)]
