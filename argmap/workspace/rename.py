"""Renaming a thing in every file of a workspace that speaks of it: in all of them, or in none."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from argmap.formats.native import Document, load
from argmap.formats.native.rename import edits, is_renamed
from argmap.model import Comparison, Map
from argmap.model.rename import Rename
from argmap.text.edit import Edit, apply
from argmap.workspace import files
from argmap.workspace.errors import WorkspaceError
from argmap.workspace.meant import meant, refuse_unfit
from argmap.workspace.workspace import Workspace

_BOM = "\ufeff"


class Change(NamedTuple):
    """A file to write: its text before and after, byte for byte, and how many places differ."""

    path: Path
    file: str
    before: str
    after: str
    places: int


class Plan(NamedTuple):
    """What a rename changes, and what it leaves for people to see to."""

    changes: tuple[Change, ...]
    notices: tuple[str, ...]


def plan(workspace: Workspace, old: str, new: str, kind: str | None = None, within: Document | None = None) -> Plan:
    """What renaming *old* to *new* changes; nothing is written.

    Args:
        workspace: The files looked through.
        old: The id or key as it is.
        new: What it shall be.
        kind: Which kind of thing is meant (one of ``argmap.model.rename.KINDS``), where several are called *old*.
        within: The map or comparison that it is in, where several have one.

    Returns:
        The changes, one a file; each has been seen to load to the same graph under the new name.

    Raises:
        WorkspaceError: There is no such thing, or there are several; *new* is taken or can be no name; or a file that
            may speak of it has faults.
    """
    if within is not None and within.file == files.STDIN_NAME:
        raise WorkspaceError("standard input cannot be renamed in: name a file")
    documents = _documents(workspace, within)
    kind, _, home = meant(workspace, documents, old, kind, within)
    is_owned = kind not in ("map", "comparison")
    rename = Rename(kind, old, new, home.content.id if is_owned and home and home.content else None)
    refuse_unfit(workspace, documents, rename)
    changes = [_change(path, document, rename) for path, document in documents.items()]
    if kind == "reference":
        changes.append(_change_of_references(workspace, rename))
    notices = tuple(_notices(workspace, documents, rename))
    return Plan(tuple(change for change in changes if change is not None), notices)


def write(changes: Sequence[Change]) -> None:
    """Write all *changes*; where one fails, put back the files written before it.

    Raises:
        WorkspaceError: A file could not be written; none has changed.
    """
    written: list[Change] = []
    try:
        for change in changes:
            files.write(change.path, change.after)
            written.append(change)
    except BaseException:
        for change in written:
            files.write(change.path, change.before)
        raise


def _documents(workspace: Workspace, within: Document | None) -> Mapping[Path, Document]:
    """The files looked through, each once, by where it really is."""
    paths = [] if within is None else [Path(within.file), *workspace.map_files([Path(within.file).parent])]
    return {Path(workspace.place(path)): workspace.document(path) for path in (*paths, *workspace.map_files())}


def _change(path: Path, document: Document, rename: Rename) -> Change | None:
    if document.faults and rename.old in document.text and _may_speak_of(document.content, rename):
        raise WorkspaceError(
            f"{document.file}: may speak of '{rename.old}' and has faults; 'argmap check {document.file}' lists them"
        )
    try:
        found = [] if document.faults else edits(document, rename)
    except ValueError as error:
        raise WorkspaceError(f"{document.file}: {error}") from None
    if not found:
        return None
    before, after = _applied(path, found)
    if not is_renamed(document, load(after.removeprefix(_BOM), document.file), rename):
        raise WorkspaceError(f"{document.file}: something there would change besides the name '{rename.old}'")
    return Change(path, document.file, before, after, len(found))


def _may_speak_of(content: Map | Comparison | None, rename: Rename) -> bool:
    """Whether a file that holds *content*, as far as it can be read, may name the thing."""
    if content is None or content.id == (rename.owner or rename.old):
        return True
    if rename.kind == "reference":
        return isinstance(content, Map)
    return rename.kind in ("node", "step", "map") and isinstance(content, Comparison)


def _change_of_references(workspace: Workspace, rename: Rename) -> Change | None:
    from argmap.bibliography import read  # only references need it
    from argmap.bibliography.rename import edits, is_renamed

    bibliography = workspace.bibliography
    found = edits(bibliography, {rename.old: rename.new}) if bibliography else []
    if bibliography is None or not found:
        return None
    path = workspace.settings.references.resolve()
    before, after = _applied(path, found)
    edited = read(after.removeprefix(_BOM).replace("\r\n", "\n"), bibliography.file)
    if not is_renamed(bibliography, edited, {rename.old: rename.new}):
        raise WorkspaceError(f"{bibliography.file}: something there would change besides the key '{rename.old}'")
    return Change(path, bibliography.file, before, after, len(found))


def _applied(path: Path, found: Sequence[Edit]) -> tuple[str, str]:
    """The text of the file, byte for byte, before and after the edits."""
    try:
        before = path.read_bytes().decode("utf-8")
        bom = _BOM if before.startswith(_BOM) else ""
        return before, bom + apply(before.removeprefix(_BOM), found)
    except (OSError, ValueError):
        raise WorkspaceError(f"{path}: it changed while it was read; try again") from None


def _notices(workspace: Workspace, documents: Mapping[Path, Document], rename: Rename) -> Iterator[str]:
    if rename.kind == "reference" and workspace.source(rename.old) is not None:
        yield f"the text of the article keeps its name: rename {rename.old}.txt to {rename.new}.txt"
    if rename.kind in ("map", "comparison"):
        for path, document in documents.items():
            if document.content is not None and document.content.id == rename.old and path.stem == rename.old:
                yield f"the file {document.file} keeps its name"
