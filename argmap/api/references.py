"""Bibliographies, and references exported or formatted."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from argmap.errors import ArgmapError, UnknownFormatError
from argmap.text.suggest import did_you_mean

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


class EntryError(ArgmapError):
    """A field that cannot be set, or an entry that cannot be edited."""


def edit_entry(bibliography: Bibliography, key: str, **fields: str | None) -> Bibliography:
    """Sets or removes fields of a reference, as edits to the text of the bibliography; all else stays byte for byte.

    Args:
        bibliography: Where the reference is; it stays as it is.
        key: The key of the reference.
        **fields: The fields by name, each with its value in LaTeX; None removes it.

    Returns:
        The bibliography after that; ``bibliography.text`` is what to write.

    Raises:
        EntryError: No reference has the key, it cannot be read whole, or a name or value is not valid there.
    """
    from argmap.bibliography import read
    from argmap.bibliography.edit import delete_field, set_field
    from argmap.text.edit import apply

    if key not in bibliography.entries:
        help = did_you_mean(key, bibliography.entries)
        raise EntryError(f"no reference has the key '{key}'{f'; {help}' if help else ''}")
    for name, value in fields.items():
        try:
            edits = (
                delete_field(bibliography, key, name) if value is None else set_field(bibliography, key, name, value)
            )
        except ValueError as error:
            raise EntryError(f"'{key}': {error}") from None
        bibliography = read(apply(bibliography.text, edits), bibliography.file)
    return bibliography


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
