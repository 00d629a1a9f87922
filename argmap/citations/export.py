"""The references of a bibliography in the format or style that is asked for."""

from __future__ import annotations

from collections.abc import Container

from argmap.bibliography import Bibliography, Entry
from argmap.bibliography.inherit import inherited
from argmap.citations.exports import biblatex
from argmap.citations.formatted import STYLES, Markup, Reference, Style, references, write
from argmap.citations.item import item

FORMATS = ("biblatex", "bibtex", "csl-json", "ris", *STYLES)
_ENDINGS = {"json": "csl-json", "ris": "ris"}


def format_of(ending: str) -> str:
    """The format that the ending of a file's name stands for, without its full stop: BibLaTeX where it says nothing."""
    return _ENDINGS.get(ending.lower(), "biblatex")


def export(bibliography: Bibliography, keys: Container[str] | None, to: str, markup: Markup = Markup.TEXT) -> str:
    """The entries of *keys*, all of them for None, in one of :data:`FORMATS`; *markup* is that of the styles.

    Keys that no entry has are passed over. Raises KeyError for another format.
    """
    if to == "biblatex":
        return biblatex.export(
            bibliography, None if keys is None else [key for key in bibliography.entries if key in keys]
        )
    if to in STYLES:
        return write(formatted(bibliography, keys, STYLES[to]), markup)
    chosen = entries(bibliography, keys)
    if to == "bibtex":
        from argmap.citations.exports import bibtex

        return bibtex.export(chosen)
    if to == "ris":
        from argmap.citations.exports import ris

        return ris.export(map(item, chosen))
    if to == "csl-json":
        from argmap.citations.exports import csl_json

        return csl_json.export(map(item, chosen))
    raise KeyError(to)


def entries(bibliography: Bibliography, keys: Container[str] | None) -> list[Entry]:
    """The entries of *keys*, all of them for None, in the order of the file, with what their parents lend them.

    Those that only lend fields are left out.
    """
    whole = inherited(bibliography)
    return [entry for key, entry in whole.items() if (keys is None or key in keys) and entry.type != "xdata"]


def formatted(bibliography: Bibliography, keys: Container[str] | None, style: Style) -> list[Reference]:
    """The entries of *keys*, all of them for None, as references of *style*."""
    return references(map(item, entries(bibliography, keys)), style)
