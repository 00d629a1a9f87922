"""References as BibTeX of 1988, for journals and tools that know no BibLaTeX.

What BibTeX has no type or field for is put where its standard styles print it: an address in ``howpublished``, the day
on which a page was seen in ``note``, an organization as author of what has none. LaTeX in fields stays, and so do
letters beyond ASCII, as UTF-8.

References:
    Oren Patashnik, "BibTeXing", 1988, section 3; BibLaTeX manual, version 3.20, section 2.1.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping

from argmap.bibliography import Bibliography, Entry
from argmap.bibliography.inherit import entries
from argmap.citations.dates import when

_TYPES = {
    "article": "article",
    "book": "book",
    "bookinbook": "incollection",
    "booklet": "booklet",
    "collection": "book",
    "conference": "inproceedings",
    "inbook": "incollection",
    "incollection": "incollection",
    "inproceedings": "inproceedings",
    "inreference": "incollection",
    "manual": "manual",
    "mastersthesis": "mastersthesis",
    "mvbook": "book",
    "mvcollection": "book",
    "mvproceedings": "proceedings",
    "mvreference": "book",
    "phdthesis": "phdthesis",
    "proceedings": "proceedings",
    "reference": "book",
    "report": "techreport",
    "suppbook": "incollection",
    "suppcollection": "incollection",
    "suppperiodical": "article",
    "techreport": "techreport",
    "thesis": "phdthesis",
    "unpublished": "unpublished",
}
"""BibLaTeX's types, and those of BibTeX that come nearest; all others are ``misc``."""

_THESES = {"mathesis": ("mastersthesis", ""), "phdthesis": ("phdthesis", ""), "": ("phdthesis", "")}
_KINDS = {
    "bathesis": "Bachelor's thesis",
    "candthesis": "Candidate thesis",
    "techreport": "",
    "resreport": "Research report",
}
_EDITIONS = ("First", "Second", "Third", "Fourth", "Fifth", "Sixth", "Seventh", "Eighth", "Ninth", "Tenth")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_KEPT = ("volume", "number", "series", "pages", "eid", "chapter", "publisher", "isbn", "issn", "doi")


def export(bibliography: Bibliography, keys: Container[str] | None = None) -> str:
    """The references of *keys*, all of them for None, in the order of the file."""
    return write(entries(bibliography, keys))


def write(entries: Iterable[Entry]) -> str:
    """*entries* one after another, with a blank line between two and a newline at the end; empty for none."""
    return "\n\n".join(map(_entry, entries)) + "\n" if (entries := list(entries)) else ""


def _entry(entry: Entry) -> str:
    fields = {name: _balanced(value) for name, value in entry.fields.items()}
    type, kind = _type(entry, fields)
    lines = [f"  {name} = {value},\n" for name, value in _fields(type, kind, fields)]
    return f"@{type}{{{entry.key},\n{''.join(lines)}}}"


def _type(entry: Entry, fields: Mapping[str, str]) -> tuple[str, str]:
    """BibTeX's type, and what its field ``type`` should say."""
    type, kind = _TYPES.get(entry.type, "misc"), fields.get("type", "")
    if entry.type == "thesis":
        return _THESES.get(kind.lower(), ("mastersthesis" if "thesis" in kind else "phdthesis", _KINDS.get(kind, kind)))
    if type == "incollection" and not (fields.get("booktitle") or fields.get("maintitle")):
        type = "inbook"
    return type, _KINDS.get(kind.lower(), kind)


def _fields(type: str, kind: str, fields: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Names and values of BibTeX's fields, the values in braces; a month is its macro."""
    body = fields.get("organization") or fields.get("institution", "")
    notes = [fields.get("titleaddon", ""), fields.get("note", "")]
    found = {
        "author": fields.get("author") or ("" if fields.get("editor") or type != "misc" else body),
        "editor": fields.get("editor", ""),
        "title": _titled(fields, "title", "subtitle"),
        "booktitle": _titled(fields, "booktitle", "booksubtitle") or fields.get("maintitle", ""),
        "journal": fields.get("journaltitle") or fields.get("journal", ""),
        "school" if type.endswith("thesis") else "institution": fields.get("institution") or fields.get("school", ""),
        "organization": fields.get("organization", ""),
        "address": fields.get("location") or fields.get("address", ""),
        "edition": _edition(fields.get("edition", "")),
        **{name: fields.get(name, "") for name in _KEPT},
        "eprint": fields.get("eprint", ""),
        "archiveprefix": fields.get("eprinttype") or fields.get("archiveprefix", ""),
        "primaryclass": fields.get("eprintclass") or fields.get("primaryclass", ""),
    }
    if type == "techreport" and not found["institution"]:
        found["institution"] = found["organization"] or found["publisher"]
    if type == "misc":
        # No standard style prints these three; a body or a publisher goes where it is printed.
        published = [] if found["author"] == body else [body]
        published += [found["publisher"], _url(fields)]
        found["howpublished"] = fields.get("howpublished") or ", ".join(part for part in published if part)
        notes.insert(0, " ".join(part for part in (kind, found["number"]) if part))
        found |= {"institution": "", "organization": "", "publisher": "", "number": ""}
    else:
        found["url"] = fields.get("url", "")
        found["howpublished"] = fields.get("howpublished", "")
        found["type"] = kind if type in ("techreport", "phdthesis", "mastersthesis", "incollection", "inbook") else ""
    if fields.get("urldate"):
        notes.append(f"Accessed {fields['urldate']}")
    found["note"] = ". ".join(note.rstrip(".") for note in notes if note)
    yield from ((name, f"{{{value}}}") for name, value in found.items() if value)
    yield from _date(fields)


def _date(fields: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    date = when(fields)
    if date.years:
        yield "year", f"{{{_balanced(date.years.replace('–', '--'))}}}"
    if date.start and 1 <= date.start.month <= 12 and not date.end and not date.open:
        yield "month", _MONTHS[date.start.month - 1]


def _titled(fields: Mapping[str, str], title: str, subtitle: str) -> str:
    return ": ".join(part for name in (title, subtitle) if (part := fields.get(name, "")))


def _edition(value: str) -> str:
    """``Third`` of ``3``, as BibTeX's styles want it."""
    if value.isascii() and value.isdigit() and len(value) <= 2 and 1 <= int(value) <= len(_EDITIONS):
        return _EDITIONS[int(value) - 1]
    return value


def _url(fields: Mapping[str, str]) -> str:
    return rf"\url{{{fields['url']}}}" if fields.get("url") else ""


def _balanced(value: str) -> str:
    """*value*, without its braces where these are not in pairs: they would end the field or swallow what follows."""
    depth = 0
    for position, letter in enumerate(value):
        if letter in "{}" and not (position and value[position - 1] == "\\"):
            depth += 1 if letter == "{" else -1
            if depth < 0:
                break
    return value if depth == 0 else value.replace("{", "").replace("}", "")
