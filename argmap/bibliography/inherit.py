"""What the parents of an entry lend it: ``crossref`` and ``xdata``."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence

from argmap.bibliography.model import Bibliography, Entry
from argmap.bibliography.parents import Parents

MOST_LENT = 1_000_000
"""How many fields the parents of a file may lend: one with many fields may have many children."""

_ALIASES = {
    "year": "date",
    "month": "date",
    "day": "date",
    "journal": "journaltitle",
    "address": "location",
    "school": "institution",
    "annote": "annotation",
    "archiveprefix": "eprinttype",
    "primaryclass": "eprintclass",
    "hyphenation": "langid",
    "key": "sortkey",
    "pdf": "file",
}
_TYPE_ALIASES = {"conference": "inproceedings"}
# Those of the first sort stay with any parent, those of the second with one of a crossref only.
_NEVER = frozenset(("ids", "crossref", "xref", "xdata", "entryset", "related"))
_NOT_BY_CROSSREF = _NEVER | {
    "entrysubtype",
    "execute",
    "label",
    "options",
    "presort",
    "relatedoptions",
    "relatedstring",
    "relatedtype",
    "shorthand",
    "shorthandintro",
    "sortkey",
}
_PARTS_OF_BOOKS = ("inbook", "bookinbook", "suppbook")
_PARTS_OF_COLLECTIONS = ("incollection", "inreference", "suppcollection")
_PARTS: dict[str, dict[str, tuple[str, ...]]] = {
    "main": {
        "mvbook": ("book", *_PARTS_OF_BOOKS),
        "mvcollection": ("collection", "reference", *_PARTS_OF_COLLECTIONS),
        "mvreference": ("collection", "reference", *_PARTS_OF_COLLECTIONS),
        "mvproceedings": ("proceedings", "inproceedings"),
    },
    "book": {
        "book": _PARTS_OF_BOOKS,
        "collection": _PARTS_OF_COLLECTIONS,
        "reference": _PARTS_OF_COLLECTIONS,
        "proceedings": ("inproceedings",),
    },
    "journal": {"periodical": ("article", "suppperiodical")},
}
# What the title of a parent is called in its parts, by the types of the two: 'main', 'book' or 'journal' and 'title'.
_TITLES = {
    (parent, child): prefix
    for prefix, parents in _PARTS.items()
    for parent, children in parents.items()
    for child in children
}
_TITLE_FIELDS = frozenset(("title", "subtitle", "titleaddon"))
_OTHER_TITLES = frozenset(("shorttitle", "sorttitle", "indextitle", "indexsorttitle"))


def inherited(bibliography: Bibliography, parents: Parents | None = None) -> Mapping[str, Entry]:
    """All entries by key, each with the fields that its parents lend it.

    What an entry says itself stands, also under another name of the field (``year`` for ``date``). Then the parents of
    ``xdata`` lend theirs, the first named before the next, and then the parent of ``crossref``, whose title becomes the
    ``booktitle``, ``maintitle`` or ``journaltitle`` of a part of it. Parents have parents of their own. A field that is
    lent has no place in the file (:meth:`Entry.place` gives the key). An entry with a parent that does not exist, or
    that descends from itself, is not *complete*: it gets what can be had.

    Args:
        bibliography: The entries.
        parents: Its :class:`Parents`, where they are at hand.

    Returns:
        The entries in the order of the file; those without parents are the same objects.

    References:
        BibLaTeX manual, version 3.20, sections 2.4.1 and 3.13.6, and appendix B (which field becomes which).
    """
    parents = parents or Parents(bibliography)
    if not parents.lenders:
        return bibliography.entries
    return {**bibliography.entries, **_resolve(bibliography.entries, parents, parents.lenders)}


def entries(bibliography: Bibliography, keys: Container[str] | None) -> list[Entry]:
    """The entries of *keys*, all of them for None, in the order of the file, with what their parents lend them.

    Those that only lend fields are left out.
    """
    whole = inherited(bibliography)
    return [entry for key, entry in whole.items() if (keys is None or key in keys) and entry.type != "xdata"]


def _resolve(entries: Mapping[str, Entry], parents: Parents, keys: Iterable[str]) -> dict[str, Entry]:
    """Those of *keys* that have parents, with what these lend; *keys* holds the ancestors too."""
    done: dict[str, Entry] = {}
    left = MOST_LENT
    order, stuck = parents.eldest_first(keys)
    for key in order:
        entry = entries[key]
        lenders = [(done.get(parent, entries[parent]), relation) for parent, relation in parents.lenders[key]]
        left -= sum(len(parent.fields) for parent, _ in lenders)
        complete = entry.complete and key not in parents.orphans and all(parent.complete for parent, _ in lenders)
        fields = _with_lent(entry, lenders) if left >= 0 else entry.fields
        done[key] = entry._replace(fields=fields, complete=complete and left >= 0)
    return done | {key: entries[key]._replace(complete=False) for key in stuck}


def _with_lent(entry: Entry, lenders: Sequence[tuple[Entry, str]]) -> Mapping[str, str]:
    fields = dict(entry.fields)
    for parent, relation in lenders:
        filled = {_ALIASES.get(name, name) for name, value in fields.items() if value}
        for field, value in parent.fields.items():
            for name in _lent(parent.type, entry.type, field, relation) if value else ():
                if _ALIASES.get(name, name) not in filled:
                    fields[name] = value
    return fields


def _lent(parent: str, child: str, field: str, relation: str) -> Iterator[str]:
    """The fields of a *child* that the *field* of a *parent* fills; types are those of the entries."""
    if relation == "xdata":
        if field not in _NEVER:
            yield field
        return
    prefix = _TITLES.get((_TYPE_ALIASES.get(parent, parent), _TYPE_ALIASES.get(child, child)))
    if prefix and field in _TITLE_FIELDS:
        yield prefix + field
    elif field not in _NOT_BY_CROSSREF and not (prefix and field in _OTHER_TITLES):
        yield field
        if field == "author" and parent in ("book", "mvbook") and child in _PARTS_OF_BOOKS:
            yield "bookauthor"
