"""Settings: `argmap.toml`, or `[tool.argmap]` in `pyproject.toml`; the nearest upward wins."""

from __future__ import annotations

import json
import os
import tomllib
from collections.abc import Mapping
from fnmatch import fnmatch
from pathlib import Path
from typing import Any, NamedTuple

from argmap.model import Dialect, Engine, Severity
from argmap.text.suggest import did_you_mean
from argmap.workspace.errors import WorkspaceError


class Settings(NamedTuple):
    """Where a workspace keeps its things, and which rules hold there; all paths are absolute.

    *sources* holds the texts of articles as ``KEY.txt``, and *lock* is what is attested of them; neither need be there.
    *origin* is the file that the settings come from, None without one. Selectors are codes, prefixes of codes, or names
    of rules. *bibliography* is what the references are written for, *engine* the Graphviz that lays out maps.
    """

    root: Path
    maps: Path
    references: Path
    build: Path
    baseline: Path
    lock: Path
    sources: Path
    select: tuple[str, ...] = ("ALL",)
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    per_file_ignores: Mapping[str, tuple[str, ...]] = {}
    fail_on: Severity = Severity.ERROR
    bibliography: Dialect = Dialect.BIBLATEX
    engine: Engine = Engine.WHEEL
    origin: Path | None = None

    @property
    def cache(self) -> Path | None:
        """Where checks are kept; None outside a workspace, where nobody expects a folder to appear."""
        return self.root / ".argmap_cache" / "check.json" if self.origin or self.references.is_file() else None

    def source_file(self, key: str) -> Path | None:
        """Where the text of the article *key* is kept; None for a key that can be no file's name."""
        return self.sources / f"{key}.txt" if Path(key).name == key else None

    def seen_from_root(self, path: Path) -> str | None:
        """The name of *path* as seen from the root, None for what lies outside of it."""
        whole = _plain(path)
        return whole.relative_to(self.root).as_posix() if whole.is_relative_to(self.root) else None

    def ignored_in(self, path: Path) -> tuple[str, ...]:
        """The selectors that ``per-file-ignores`` ignores in the file *path*; patterns are relative to the root."""
        name = self.seen_from_root(path) if self.per_file_ignores else None
        if name is None:
            return ()
        return tuple(
            selector
            for pattern, selectors in self.per_file_ignores.items()
            if fnmatch(name, pattern) or fnmatch(path.name, pattern)
            for selector in selectors
        )


_PATHS = {
    "maps": "maps",
    "references": "references.bib",
    "build": "build",
    "baseline": "argmap-baseline.json",
    "lock": "sources.lock",
    "sources": "sources",
}
_SELECTORS = ("select", "extend-select", "ignore")
_CHOICES = {"fail-on": Severity, "bibliography": Dialect, "engine": Engine}
KEYS = (*_PATHS, *_SELECTORS, "per-file-ignores", *_CHOICES)


def find(start: Path) -> Settings:
    """The settings for work on *start*, a file or folder; ``ARGMAP_SOURCES`` names the folder of sources over them.

    Without a settings file the root is the nearest folder upward that holds a ``references.bib``, else *start*'s own.
    Raises WorkspaceError for a settings file that cannot be used.
    """
    start = _plain(start)
    folder = start if start.is_dir() else start.parent
    for each in (folder, *folder.parents):
        origin, table = _table(each)
        if table is not None:
            return _settings(each, table, origin)
        if (each / "references.bib").is_file():
            return _settings(each, {}, None)
    return _settings(folder, {}, None)


def _plain(path: Path) -> Path:
    """The absolute path without ``..``, by its letters: a link stays one."""
    return Path(os.path.normpath(path.absolute()))


def _settings(root: Path, table: Mapping[str, Any], origin: Path | None) -> Settings:
    paths = {key: root / table.get(key, usual) for key, usual in _PATHS.items()}
    if os.environ.get("ARGMAP_SOURCES"):
        paths["sources"] = root / os.environ["ARGMAP_SOURCES"]
    return Settings(
        root=root,
        **paths,
        select=tuple(table.get("select", ("ALL",))),
        extend_select=tuple(table.get("extend-select", ())),
        ignore=tuple(table.get("ignore", ())),
        per_file_ignores={pattern: tuple(each) for pattern, each in table.get("per-file-ignores", {}).items()},
        fail_on=Severity(table.get("fail-on", Severity.ERROR)),
        bibliography=Dialect(table.get("bibliography", Dialect.BIBLATEX)),
        engine=Engine(table.get("engine", Engine.WHEEL)),
        origin=origin,
    )


def _table(folder: Path) -> tuple[Path | None, Mapping[str, Any] | None]:
    own, project = folder / "argmap.toml", folder / "pyproject.toml"
    if own.is_file():
        return own, _checked(_read(own), own)
    if project.is_file():
        tools = _read(project).get("tool")
        table = tools.get("argmap") if isinstance(tools, dict) else None
        return project, None if table is None else _checked(table, project)
    return None, None


def _read(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, OSError) as error:
        raise WorkspaceError(f"{path}: {error}") from None


def _checked(table: Any, path: Path) -> Mapping[str, Any]:
    if not isinstance(table, dict):
        raise WorkspaceError(f"{path}: [tool.argmap] is a table of settings")
    for key, value in table.items():
        problem = _problem(key, value, path.parent)
        if problem:
            raise WorkspaceError(f"{path}: {problem}")
    return table


def _problem(key: str, value: Any, root: Path) -> str | None:
    if key not in KEYS:
        return f"unknown setting '{key}'; {did_you_mean(key, KEYS) or 'known: ' + ', '.join(KEYS)}"
    if key in _SELECTORS:
        return None if _is_texts(value) else f"the setting '{key}' takes a list of rules"
    if key == "per-file-ignores":
        fits = isinstance(value, dict) and all(map(_is_texts, value.values()))
        return None if fits else f"the setting '{key}' takes lists of rules by file pattern"
    if key in _CHOICES:
        choices = tuple(_CHOICES[key])
        return None if value in choices else f"the setting '{key}' is one of {', '.join(choices)}"
    if not isinstance(value, str):
        return f"the setting '{key}' takes a path as text"
    # What is written must stay below the settings file; the texts of articles may lie anywhere.
    if key in ("build", "baseline", "lock") and not (root / value).resolve().is_relative_to(root.resolve()):
        return f"the setting '{key}' leads out of {root}"
    return None


def _is_texts(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(each, str) for each in value)


def described(settings: Settings) -> str:
    """The settings as TOML, and where they come from."""
    origin = f"from {settings.origin}" if settings.origin else "no settings file: the usual ones"
    keys = (*_PATHS, *_SELECTORS, *_CHOICES)
    values = {key: getattr(settings, key.replace("-", "_")) for key in keys}
    lines = [f"# {origin}", f"# root: {settings.root}"]
    lines += [f"{key} = {_toml(value)}" for key, value in values.items()]
    if settings.per_file_ignores:
        lines += ["", "[per-file-ignores]"]
        lines += [f"{_toml(pattern)} = {_toml(rules)}" for pattern, rules in settings.per_file_ignores.items()]
    return "\n".join(lines) + "\n"


def _toml(value: Path | str | tuple[str, ...]) -> str:
    if isinstance(value, tuple):
        return f"[{', '.join(map(_toml, value))}]"
    return json.dumps(str(value), ensure_ascii=False)  # what JSON writes as a string TOML reads as one
