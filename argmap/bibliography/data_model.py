"""The entry types and fields of BibLaTeX and of BibTeX."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from argmap.model import Dialect
from argmap.text.suggest import slip


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


NAMES = _words(
    "author editor editora editorb editorc translator annotator commentator introduction foreword afterword "
    "bookauthor holder shortauthor shorteditor sortname namea nameb namec"
)
"""The fields that hold lists of names."""

VERBATIM = _words("doi eprint file pdf url urlraw verba verbb verbc")
"""The fields whose text is no LaTeX."""

PRINTED = _words(
    "title subtitle titleaddon booktitle booksubtitle booktitleaddon maintitle mainsubtitle maintitleaddon "
    "journaltitle journal journalsubtitle journaltitleaddon issuetitle issuesubtitle issuetitleaddon eventtitle "
    "eventtitleaddon origtitle reprinttitle shorttitle shortjournal shortseries series publisher origpublisher "
    "location origlocation address organization institution school venue howpublished note addendum edition type "
    "version"
)
"""The literal fields that stand in a printed reference."""

# What programs that manage references keep there, and what catalogues give.
_OF_PROGRAMS = _words(
    "abstract acmid adsnote adsurl affiliation archive archivelocation articleno arxivid author_keywords biburl "
    "bibsource citation-key citationkey citeulike-article-id coden collection comment comments copyright creationdate "
    "cites citedby date-added date-modified day_published document_type entrytype fjournal funding googlebooks groups "
    "impactfactor internal-note intype issue_date journal-iso keyword keywords keywords-plus lccn local-url loc "
    "mendeley-groups mendeley-tags modificationdate mrclass mrnumber mrreviewer nihms notes numpages oclc opt-note "
    "owner pii pmc pmcid pmid posted-at price printed priority qualityassured quality ranking readstatus refid "
    "relevance research-areas review rights source timestamp times-cited unique-id unpublishednotes web_url "
    "web-of-science-categories zbl zblnumber references_cited"
)
_FREE_PREFIXES = ("bdsk-", "citeulike-", "mendeley-", "opt", "x-", "zotero")

_EVERYWHERE = _words(
    # what stands for the whole entry, and what helps to sort, cite and relate it
    "annotation annote authortype crossref editoratype editorbtype editorctype editortype entryset entrysubtype "
    "execute file gender hyphenation ids indexsorttitle indextitle key label langid langidopts library lista listb "
    "listc listd liste listf namea nameatype nameaddon nameb namebtype namec namectype options pdf presort related "
    "relatedoptions relatedstring relatedtype shortauthor shorteditor shorthand shorthandintro shortjournal "
    "shortseries shorttitle sortkey sortname sortshorthand sorttitle sortyear usera userb userc userd usere userf "
    "verba verbb verbc xdata xref "
    # what every type may have
    "addendum archiveprefix author date doi eprint eprintclass eprinttype language month note primaryclass pubstate "
    "subtitle title titleaddon type url urldate urlraw year "
    # what exports give for every type, and no harm comes of it
    "address isan isbn ismn isrn issn iswc location origdate origlanguage origlocation origpublisher origtitle "
    "publisher reprinttitle version"
)
_EDITORS = "editor editora editorb editorc translator annotator commentator"
_MAIN = "maintitle mainsubtitle maintitleaddon"
_BOOK_TITLE = "booktitle booksubtitle booktitleaddon"
_SERIES = "series number"
_EXTENT = "chapter pages pagetotal pagination bookpagination"
_EVENT = "eventtitle eventtitleaddon eventdate venue"
_ISSUE = "issue issuetitle issuesubtitle issuetitleaddon"
_JOURNAL = f"journaltitle journal journalsubtitle journaltitleaddon {_ISSUE} {_EDITORS} {_SERIES} volume eid pages"
_BOOK = f"{_EDITORS} introduction foreword afterword {_MAIN} {_SERIES} {_EXTENT} volume volumes part edition eid"
_PART = f"{_BOOK} {_BOOK_TITLE} bookauthor"
_PROCEEDINGS = f"{_EDITORS} {_MAIN} {_SERIES} {_EXTENT} {_EVENT} volume volumes part organization eid"
_MISC = "editor howpublished organization"
_BODY = f"institution school organization {_EXTENT} {_SERIES} editor translator"

_BIBLATEX = {
    "article": _JOURNAL,
    "suppperiodical": _JOURNAL,
    "book": _BOOK,
    "mvbook": _BOOK,
    "collection": _BOOK,
    "mvcollection": _BOOK,
    "reference": f"{_BOOK} organization",
    "mvreference": f"{_BOOK} organization",
    "booklet": f"{_EXTENT} {_EDITORS} howpublished",
    "inbook": _PART,
    "bookinbook": _PART,
    "suppbook": _PART,
    "incollection": _PART,
    "suppcollection": _PART,
    "inreference": f"{_PART} organization",
    "dataset": f"{_MISC} {_SERIES} edition",
    "manual": f"{_MISC} {_SERIES} {_EXTENT} edition",
    "misc": _MISC,
    "software": f"{_MISC} {_SERIES} edition",
    "online": f"{_MISC} translator",
    "patent": "holder number",
    "periodical": f"{_EDITORS} {_ISSUE} {_SERIES} volume",
    "proceedings": _PROCEEDINGS,
    "mvproceedings": _PROCEEDINGS,
    "inproceedings": f"{_PROCEEDINGS} {_BOOK_TITLE} bookauthor",
    "report": _BODY,
    "thesis": _BODY,
    "unpublished": f"howpublished {_EVENT}",
}
# Types for which BibLaTeX leaves all to the style.
_FREE_TYPES = _words(
    "artwork audio bibnote commentary customa customb customc customd custome customf image jurisdiction legal "
    "legislation letter movie music performance review set standard video xdata"
)
_ALIASES = {
    "conference": "inproceedings",
    "electronic": "online",
    "mastersthesis": "thesis",
    "phdthesis": "thesis",
    "techreport": "report",
    "www": "online",
}

_BIBTEX = {
    "article": "journal volume number pages eid",
    "book": "editor publisher volume number series edition",
    "booklet": "howpublished",
    "conference": "booktitle editor volume number series pages organization publisher",
    "inbook": "editor chapter pages publisher volume number series edition",
    "incollection": "booktitle editor volume number series chapter pages edition publisher",
    "inproceedings": "booktitle editor volume number series pages organization publisher",
    "manual": "organization edition",
    "mastersthesis": "school",
    "misc": "howpublished",
    "phdthesis": "school",
    "proceedings": "editor volume number series organization publisher",
    "techreport": "institution number",
    "unpublished": "",
}
_BIBTEX_EVERYWHERE = _words(
    "address annotation annote archiveprefix author crossref doi eprint file isbn issn key language langid month note "
    "pdf primaryclass publisher title type url urldate year lastchecked"
)


class DataModel(NamedTuple):
    """The types and fields that a program knows.

    Attributes:
        name: What the program is called.
        types: The fields of each type, as far as they are not those of every type; None where all are allowed.
        everywhere: The fields of every type.
        known: All fields, and what programs keep in entries for themselves.
        other_types: What types of the other program, and common names, are called here.
        other_fields: The same for fields.
    """

    name: str
    types: Mapping[str, frozenset[str] | None]
    everywhere: frozenset[str]
    known: frozenset[str]
    other_types: Mapping[str, str]
    other_fields: Mapping[str, str]

    def is_private(self, field: str) -> bool:
        """Whether *field* is one that programs keep for themselves, or remarks on another (``author+an``)."""
        return field in _OF_PROGRAMS or "+an" in field or field.startswith(_FREE_PREFIXES)

    def meant_by(self, field: str) -> str | None:
        """The field that *field* can only be a slip of the keyboard for; None for those that some program knows."""
        foreign = any(field in model.known for model in MODELS.values())
        return None if foreign or self.is_private(field) else slip(field, self.known)


def _model(
    name: str,
    types: dict[str, frozenset[str] | None],
    everywhere: frozenset[str],
    other_types: dict[str, str],
    other_fields: dict[str, str],
) -> DataModel:
    known = everywhere.union(_OF_PROGRAMS, *(fields for fields in types.values() if fields))
    return DataModel(name, types, everywhere, known, other_types, other_fields)


_BIBLATEX_TYPES: dict[str, frozenset[str] | None] = {
    **{type: _words(fields) for type, fields in _BIBLATEX.items()},
    **dict.fromkeys(_FREE_TYPES),
}
_BIBLATEX_TYPES |= {alias: _BIBLATEX_TYPES[type] for alias, type in _ALIASES.items()}

_ACCESS = (
    "accessdate",
    "accessed",
    "lastaccessed",
    "lastchecked",
    "lastvisited",
    "retrieved",
    "urlaccessdate",
    "visited",
)
_COMMON_NAMES = {"authors": "author", "editors": "editor", "link": "url", "isbn13": "isbn", "isbn-13": "isbn"}

MODELS = {
    Dialect.BIBLATEX: _model(
        "BibLaTeX",
        _BIBLATEX_TYPES,
        _EVERYWHERE,
        {"webpage": "online", "website": "online", "internet": "online", "techrep": "report", "paper": "article"},
        {
            **_COMMON_NAMES,
            **dict.fromkeys(_ACCESS, "urldate"),
            "city": "location",
            "journalname": "journaltitle",
            "conference": "eventtitle",
        },
    ),
    Dialect.BIBTEX: _model(
        "BibTeX",
        {type: _words(fields) for type, fields in _BIBTEX.items()},
        _BIBTEX_EVERYWHERE,
        {
            **dict.fromkeys(("online", "electronic", "www", "webpage", "website", "dataset", "software"), "misc"),
            "collection": "book",
            "inreference": "incollection",
            "mvbook": "book",
            "patent": "misc",
            "periodical": "misc",
            "reference": "book",
            "report": "techreport",
            "thesis": "phdthesis",
        },
        {
            **_COMMON_NAMES,
            "city": "address",
            "date": "year",
            "eprintclass": "primaryclass",
            "eprinttype": "archiveprefix",
            "hyphenation": "language",
            "journaltitle": "journal",
            "location": "address",
        },
    ),
}
"""The data models by dialect.

References:
    BibLaTeX manual, version 3.20, sections 2.1 and 2.2; Oren Patashnik, "BibTeXing", 1988, sections 3.1 and 3.2. Both
    are taken generously: what exports give for every type is none of their faults.
"""
