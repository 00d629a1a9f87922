"""Settings: `argmap.toml`, or `[tool.argmap]` in `pyproject.toml`; the nearest upward wins."""

from __future__ import annotations

import os
import tomllib
from pathlib import Path
from typing import Any, NamedTuple

from argmap.text.suggest import did_you_mean
from argmap.workspace.errors import WorkspaceError


class Settings(NamedTuple):
    """Where a workspace keeps its things; all paths are absolute.

    *sources* holds the texts of articles as ``KEY.txt``; None where they are not at hand.
    """

    root: Path
    maps: Path
    references: Path
    build: Path
    sources: Path | None


_KEYS = ("maps", "references", "build", "sources")


def find(start: Path) -> Settings:
    """The settings for work on *start*, a file or folder; ``ARGMAP_SOURCES`` names the folder of sources over them.

    Without a settings file the root is the nearest folder upward that holds a ``references.bib``, else *start*'s own.
    Raises WorkspaceError for a settings file that cannot be used.
    """
    start = start.absolute()
    folder = start if start.is_dir() else start.parent
    root, given = folder, {}
    for each in (folder, *folder.parents):
        table = _table(each)
        if table is not None or (each / "references.bib").is_file():
            root, given = each, table or {}
            break
    sources = os.environ.get("ARGMAP_SOURCES") or given.get("sources")
    return Settings(
        root=root,
        maps=root / given.get("maps", "maps"),
        references=root / given.get("references", "references.bib"),
        build=root / given.get("build", "build"),
        sources=root / sources if sources else None,
    )


def _table(folder: Path) -> dict[str, str] | None:
    own, project = folder / "argmap.toml", folder / "pyproject.toml"
    if own.is_file():
        return _checked(_read(own), own)
    if project.is_file():
        table = _read(project).get("tool", {}).get("argmap")
        return None if table is None else _checked(table, project)
    return None


def _read(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, OSError) as error:
        raise WorkspaceError(f"{path}: {error}") from None


def _checked(table: Any, path: Path) -> dict[str, str]:
    if not isinstance(table, dict):
        raise WorkspaceError(f"{path}: [tool.argmap] is a table of settings")
    for key, value in table.items():
        if key not in _KEYS:
            help = did_you_mean(key, _KEYS) or f"known: {', '.join(_KEYS)}"
            raise WorkspaceError(f"{path}: unknown setting '{key}'; {help}")
        if not isinstance(value, str):
            raise WorkspaceError(f"{path}: the setting '{key}' takes a path as text")
    return table
