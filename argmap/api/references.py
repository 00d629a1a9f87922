"""Bibliographies, and references exported or formatted."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from argmap.errors import UnknownFormatError

if TYPE_CHECKING:
    from argmap.bibliography import Bibliography
    from argmap.model import Map


def read_bibliography(path_or_text: str | Path) -> Bibliography:
    """Reads a ``.bib`` file. What does not parse is in its findings, and everything around it is read.

    Args:
        path_or_text: A path; or the text of a file, a ``str`` of several lines or one that begins with ``@``.

    Raises:
        WorkspaceError: There is no such file, or it is not text.
    """
    from argmap.bibliography import read
    from argmap.workspace import files
    from argmap.workspace.errors import WorkspaceError

    if isinstance(path_or_text, str) and ("\n" in path_or_text or path_or_text.lstrip().startswith("@")):
        return read(path_or_text, "<text>")
    text = files.read(path_or_text)
    if text.fault:
        raise WorkspaceError(f"{text.file}: {text.fault}")
    return read(text.text, text.file)


def cite(
    bibliography: Bibliography,
    what: Map | Iterable[str] | None = None,
    *,
    to: str = "apa",
    markup: str = "text",
) -> str:
    """Exports references, or formats them in a citation style.

    Args:
        bibliography: Where they are.
        what: The map whose references are wanted, or their keys; None: all. Keys that no entry has are passed over.
        to: ``apa``, ``chicago`` or ``mla``; or ``biblatex``, ``bibtex``, ``csl-json`` or ``ris``.
        markup: How a style is written: ``text``, ``md`` or ``html``.

    Returns:
        The references, sorted as the style has it; an export in the order of the bibliography.

    Raises:
        UnknownFormatError: There is no such style, format or markup.
    """
    from argmap.citations.export import FORMATS, export
    from argmap.citations.formatted import Markup
    from argmap.model import Map

    if to not in FORMATS:
        raise UnknownFormatError(f"there is no style or format '{to}'; choose one of {', '.join(FORMATS)}")
    if markup not in list(Markup):
        raise UnknownFormatError(f"there is no markup '{markup}'; choose one of {', '.join(Markup)}")
    keys = what.cited if isinstance(what, Map) else None if what is None else frozenset(what)
    return export(bibliography, keys, to, Markup(markup))
