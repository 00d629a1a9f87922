"""Renaming a thing in every file of a workspace that speaks of it: in all of them, or in none."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from argmap.actions.names import find_named, refuse_unfit
from argmap.formats.native import Document, load
from argmap.formats.native.edit.rename import edits, is_renamed
from argmap.model import Comparison, Map
from argmap.model.rename import Rename
from argmap.text.edit import Edit, apply
from argmap.workspace import files
from argmap.workspace.errors import WorkspaceError
from argmap.workspace.workspace import Workspace

if TYPE_CHECKING:
    from argmap.bibliography import Bibliography
    from argmap.bibliography.merge import Merge

_BOM = "\ufeff"


class FileChange(NamedTuple):
    """A file to write: its text before and after, byte for byte, and how many places differ."""

    path: Path
    file: str
    before: str
    after: str
    places: int


class Plan(NamedTuple):
    """What a rename changes, and what it leaves for people to see to."""

    changes: tuple[FileChange, ...]
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
    kind, _, home = find_named(workspace, documents, old, kind, within)
    is_owned = kind not in ("map", "comparison")
    rename = Rename(kind, old, new, home.content.id if is_owned and home and home.content else None)
    refuse_unfit(workspace, documents, rename)
    changes = [_change(path, document, rename) for path, document in documents.items()]
    if kind == "reference":
        changes.append(
            _change_of_references(workspace, rename.names, *_renamed_keys(workspace.bibliography, rename.names))
        )
        changes.append(_change_of_lock(workspace, rename.names))
    notices = tuple(_notices(workspace, documents, rename))
    return Plan(tuple(change for change in changes if change is not None), notices)


def keys_in_use(workspace: Workspace) -> frozenset[str]:
    """The keys that maps cite or are of, in the letters of ``str.casefold``."""
    contents = (document.content for document in _documents(workspace, None).values())
    return frozenset(key.casefold() for content in contents if isinstance(content, Map) for key in content.cited)


def plan_keys(workspace: Workspace, keys: Mapping[str, str]) -> Plan:
    """What changes where several references get new keys at once, *keys*: new by old; nothing is written.

    The new keys must be such as can be keys, and free.

    Raises:
        WorkspaceError: A file that may speak of one of them has faults.
    """
    return _plan_references(workspace, keys, *_renamed_keys(workspace.bibliography, keys))


def plan_merges(workspace: Workspace, merges: Sequence[Merge]) -> Plan:
    """What changes where entries are merged, and their keys with them; nothing is written.

    Raises:
        WorkspaceError: A file that may speak of one of them has faults, or an entry cannot be edited.
    """
    from argmap.bibliography.merge import edits, is_merged

    bibliography = workspace.bibliography
    keys = {merge.drop: merge.keep for merge in merges}
    if bibliography is None:
        return Plan((), ())
    try:
        found = edits(bibliography, merges)
    except ValueError as error:
        raise WorkspaceError(f"{bibliography.file}: {error}") from None
    return _plan_references(workspace, keys, found, lambda after: is_merged(bibliography, after, merges))


def _plan_references(
    workspace: Workspace, keys: Mapping[str, str], found: Sequence[Edit], meant: Callable[[Bibliography], bool]
) -> Plan:
    if not keys:
        return Plan((), ())
    documents = _documents(workspace, None)
    (old, new), *others = keys.items()
    rename = Rename("reference", old, new, others=dict(others))
    changes = [_change(path, document, rename) for path, document in documents.items()]
    changes.append(_change_of_references(workspace, keys, found, meant))
    changes.append(_change_of_lock(workspace, keys))
    notices = tuple(_notices(workspace, documents, rename))
    return Plan(tuple(change for change in changes if change is not None), notices)


def write(changes: Sequence[FileChange]) -> None:
    """Write all *changes*; where one fails, put back the files written before it.

    Raises:
        WorkspaceError: A file could not be written; none has changed.
    """
    written: list[FileChange] = []
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


def _change(path: Path, document: Document, rename: Rename) -> FileChange | None:
    spoken = next((name for name in rename.names if name in document.text), None) if document.faults else None
    if spoken is not None and _may_speak_of(document.content, rename):
        raise WorkspaceError(
            f"{document.file}: may speak of '{spoken}' and has faults; 'argmap check {document.file}' lists them"
        )
    try:
        found = [] if document.faults else edits(document, rename)
    except ValueError as error:
        raise WorkspaceError(f"{document.file}: {error}") from None
    if not found:
        return None
    before, after = _applied(path, found)
    if not is_renamed(document, load(after.removeprefix(_BOM), document.file), rename):
        raise WorkspaceError(f"{document.file}: something there would change besides the name {_named(rename.names)}")
    return FileChange(path, document.file, before, after, len(found))


def _may_speak_of(content: Map | Comparison | None, rename: Rename) -> bool:
    """Whether a file that holds *content*, as far as it can be read, may name the thing."""
    if content is None or content.id == (rename.owner or rename.old):
        return True
    if rename.kind == "reference":
        return isinstance(content, Map)
    return rename.kind in ("node", "step", "map") and isinstance(content, Comparison)


def _renamed_keys(
    bibliography: Bibliography | None, keys: Mapping[str, str]
) -> tuple[Sequence[Edit], Callable[[Bibliography], bool]]:
    """The edits that give references new keys, and whether what they give is as it is meant."""
    from argmap.bibliography.rename import edits, is_renamed  # only references need it

    if bibliography is None:
        return (), lambda after: False
    return edits(bibliography, keys), lambda after: is_renamed(bibliography, after, keys)


def _change_of_references(
    workspace: Workspace, keys: Mapping[str, str], found: Sequence[Edit], meant: Callable[[Bibliography], bool]
) -> FileChange | None:
    from argmap.bibliography import read  # only references need it

    bibliography = workspace.bibliography
    if bibliography is None or not found:
        return None
    path = workspace.settings.references.resolve()
    before, after = _applied(path, found)
    if not meant(read(after.removeprefix(_BOM).replace("\r\n", "\n"), bibliography.file)):
        raise WorkspaceError(f"{bibliography.file}: something there would change besides the key {_named(keys)}")
    return FileChange(path, bibliography.file, before, after, len(found))


def _change_of_lock(workspace: Workspace, keys: Mapping[str, str]) -> FileChange | None:
    """The lock with its sources by their new keys; where two become one, what is locked of the one that stays."""
    from argmap.sources.lock import dump

    renamed = [key for key in workspace.locks if key in keys]
    if not renamed:
        return None
    path = workspace.settings.lock.resolve()
    after = {keys[key]: workspace.locks[key] for key in renamed}
    after |= {key: lock for key, lock in workspace.locks.items() if key not in keys}
    return FileChange(path, workspace.text(path).file, path.read_text(encoding="utf-8"), dump(after), len(renamed))


def _named(names: Mapping[str, str]) -> str:
    """The first of *names*, and whether there are more."""
    first = next(iter(names))
    return f"'{first}'" if len(names) == 1 else f"'{first}' and {len(names) - 1} others"


def _applied(path: Path, found: Sequence[Edit]) -> tuple[str, str]:
    """The text of the file, byte for byte, before and after the edits."""
    try:
        before = path.read_bytes().decode("utf-8")
        bom = _BOM if before.startswith(_BOM) else ""
        if "\r\n" in before:
            found = [Edit(edit.span, edit.text.replace("\n", "\r\n")) for edit in found]
        return before, bom + apply(before.removeprefix(_BOM), found)
    except (OSError, ValueError):
        raise WorkspaceError(f"{path}: it changed while it was read; try again") from None


def _notices(workspace: Workspace, documents: Mapping[Path, Document], rename: Rename) -> Iterator[str]:
    if rename.kind == "reference":
        for old, new in rename.names.items():
            if workspace.source(old) is not None:
                yield f"the text of the article keeps its name: rename {old}.txt to {new}.txt"
    if rename.kind in ("map", "comparison"):
        for path, document in documents.items():
            if document.content is not None and document.content.id == rename.old and path.stem == rename.old:
                yield f"the file {document.file} keeps its name"
