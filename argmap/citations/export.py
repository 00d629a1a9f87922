"""The references of a bibliography in the format or style that is asked for."""

from __future__ import annotations

from collections.abc import Callable, Container
from importlib import import_module

from argmap.bibliography import Bibliography
from argmap.bibliography.inherit import entries
from argmap.citations.formatted import Markup, Reference, references, write
from argmap.citations.item import item
from argmap.citations.styles import STYLES, style
from argmap.citations.styles.model import Style

EXPORTS = {
    "biblatex": "argmap.citations.exports.biblatex",
    "bibtex": "argmap.citations.exports.bibtex",
    "csl-json": "argmap.citations.exports.csl_json",
    "ris": "argmap.citations.exports.ris",
}
"""The module of each format that programs read: its function ``export``."""

FORMATS = (*EXPORTS, *STYLES)
_ENDINGS = {"json": "csl-json", "ris": "ris"}


def format_of(ending: str) -> str:
    """The format that the ending of a file's name stands for, without its full stop: BibLaTeX where it says nothing."""
    return _ENDINGS.get(ending.lower(), "biblatex")


def export(bibliography: Bibliography, keys: Container[str] | None, to: str, markup: Markup = Markup.TEXT) -> str:
    """The entries of *keys*, all of them for None, in one of :data:`FORMATS`; *markup* is that of the styles.

    Keys that no entry has are passed over. Raises KeyError for another format.
    """
    if to in STYLES:
        return write(formatted(bibliography, keys, style(to)), markup)
    exporter: Callable[[Bibliography, Container[str] | None], str] = import_module(EXPORTS[to]).export
    return exporter(bibliography, keys)


def formatted(bibliography: Bibliography, keys: Container[str] | None, style: Style) -> list[Reference]:
    """The entries of *keys*, all of them for None, as references of *style*."""
    return references(map(item, entries(bibliography, keys)), style)
