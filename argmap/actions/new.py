"""New files in a workspace."""

from __future__ import annotations

from pathlib import Path

from argmap.actions.names import is_kebab, not_kebab
from argmap.formats.native.write.skeleton import comparison_skeleton, map_skeleton
from argmap.model import Map
from argmap.text.printable import shorten
from argmap.text.suggest import did_you_mean
from argmap.workspace import files
from argmap.workspace.errors import WorkspaceError
from argmap.workspace.workspace import Workspace, loaded


def new_map(workspace: Workspace, name: str, source: str | None = None) -> Path:
    """Write the skeleton of the map *name*, of the article with the reference key *source*.

    Raises:
        WorkspaceError: *name* is no id or is taken, or the bibliography has no such reference.
    """
    path = _free(workspace, name)
    bibliography = workspace.bibliography
    if source is not None and (bibliography is None or source not in bibliography.entries):
        where = workspace.shown(workspace.settings.references)
        help = did_you_mean(source, bibliography.entries) if bibliography else "the file is not there"
        raise WorkspaceError(f"{where} has no reference '{shorten(source, 80)}'; {help or 'write its entry first'}")
    return _created(path, map_skeleton(name, source))


def new_comparison(workspace: Workspace, name: str, first: str, second: str) -> Path:
    """Write the skeleton of the comparison *name* of two maps, each named by its id or path.

    Raises:
        WorkspaceError: *name* is no id or is taken; a map is not there, is no map, or cannot be found from where the
            comparison will stand; or the two are one.
    """
    path = _free(workspace, name)
    maps = [_map(workspace, each) for each in (first, second)]
    if maps[0].id == maps[1].id:
        raise WorkspaceError(f"'{maps[0].id}' can be compared with another map only")
    return _created(path, comparison_skeleton(name, *maps))


def _free(workspace: Workspace, name: str) -> Path:
    """The path of the new file *name*."""
    if not is_kebab(name):
        stem = Path(name).stem if name.endswith((".yaml", ".yml", ".json")) else name
        raise WorkspaceError(f"{name}: write the name alone: '{stem}'" if is_kebab(stem) else not_kebab(stem))
    path = workspace.settings.maps / f"{name}.yaml"
    if path.exists() or path.is_symlink():
        raise WorkspaceError(f"{workspace.shown(path)}: already exists")
    for file in workspace.map_files():
        content = workspace.document(file).content
        if content is not None and content.id == name:
            raise WorkspaceError(f"the id '{name}' is already used by {workspace.shown(file)}")
    return path


def _map(workspace: Workspace, name: str) -> Map:
    content = loaded(workspace.find(name))
    if not isinstance(content, Map):
        raise WorkspaceError(f"'{shorten(name, 80)}' is a comparison: name two maps")
    files_of_maps = (workspace.document(path).content for path in workspace.map_files())
    if not any(isinstance(each, Map) and each.id == content.id for each in files_of_maps):
        folder = workspace.shown(workspace.settings.maps)
        raise WorkspaceError(f"'{shorten(name, 80)}' is not in {folder}, so a comparison there would not find it")
    return content


def _created(path: Path, text: str) -> Path:
    """Write a file that was not there; a file that comes in between is not overwritten."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.open("x").close()
    except OSError as error:
        raise WorkspaceError(f"{path}: cannot be written: {error.strerror or error}") from None
    try:
        files.write(path, text)
    except BaseException:
        path.unlink(missing_ok=True)
        raise
    return path
