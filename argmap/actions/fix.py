"""Fixing files: what `argmap check --fix` writes and `--diff` shows."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from argmap.actions.check import Choice, enabled_by
from argmap.actions.check_file import check_file
from argmap.actions.rewrite import Rewrite, opened
from argmap.checks.engine.fix import Checked
from argmap.checks.engine.fix import fix_text as mend_text
from argmap.checks.engine.rule import BibliographyContext
from argmap.checks.engine.run import check_bibliography
from argmap.formats.native import load
from argmap.model import Comparison, Finding
from argmap.workspace.workspace import Workspace


class FixedFile(NamedTuple):
    """What becomes of a file, the findings that are fixed in it, and those that are left."""

    rewrite: Rewrite
    fixed: Sequence[Finding]
    left: Sequence[Finding]


def fix(workspace: Workspace, paths: Iterable[Path], choice: Choice, unsafe: bool = False) -> Iterator[FixedFile]:
    """Fix the files of *paths*; nothing is written.

    Comparisons come after the maps that they speak of; the bibliography of the workspace is fixed with all its maps.

    Args:
        workspace: The workspace that they are in.
        paths: Files and folders.
        choice: Which rules run.
        unsafe: Whether fixes are applied too that may not be what was meant.

    Yields:
        Every file that is text.

    Raises:
        WorkspaceError: A path is not there.
    """
    enabled = enabled_by(workspace.settings, choice)
    chosen = {workspace.place(path): path for path in workspace.map_files(paths)}
    own = workspace.settings.references
    if workspace.has(own) and {workspace.place(path) for path in workspace.map_files()} <= chosen.keys():
        chosen.setdefault(workspace.place(own), own)
    texts = [path for path in chosen.values() if workspace.text(path).fault is None]
    maps = [path for path in texts if path.suffix != ".bib"]
    maps.sort(key=lambda path: isinstance(workspace.document(path).content, Comparison))
    for path in maps:
        fixed = _fix(workspace, path, enabled(path), unsafe)
        workspace.hold(path, load(fixed.rewrite.after, fixed.rewrite.file))
        yield fixed
    for path in texts:
        if path.suffix == ".bib":
            yield _fix(workspace, path, enabled(path), unsafe)


def fix_file(workspace: Workspace, path: Path, choice: Choice, unsafe: bool = False) -> FixedFile:
    """Fix one file, whatever else there is; nothing is written. The arguments are those of :func:`fix`.

    Raises:
        WorkspaceError: It is not there, or is no text.
    """
    return _fix(workspace, path, enabled_by(workspace.settings, choice)(path), unsafe)


def _fix(workspace: Workspace, path: Path, enabled: frozenset[str], unsafe: bool) -> FixedFile:
    checker = _references_checker if path.suffix == ".bib" else _map_checker
    return _mended(opened(workspace, path), checker(workspace, path, enabled), unsafe)


def _mended(original: Rewrite, check: Callable[[str], Checked], unsafe: bool) -> FixedFile:
    text, fixed, left = mend_text(original.before, check, unsafe)
    return FixedFile(original._replace(after=text), fixed, left)


def _map_checker(workspace: Workspace, path: Path, enabled: frozenset[str]) -> Callable[[str], Checked]:
    file = workspace.text(path).file

    def check(text: str) -> Checked:
        document = load(text, file)
        workspace.hold(path, document)
        return Checked(check_file(workspace, path, enabled, most=sys.maxsize).findings, document.unread)

    return check


def _references_checker(workspace: Workspace, path: Path, enabled: frozenset[str]) -> Callable[[str], Checked]:
    from argmap.bibliography import read

    file, context = workspace.shown(path), BibliographyContext(None, workspace.settings.bibliography)
    return lambda text: Checked(check_bibliography(read(text, file), context, enabled, most=sys.maxsize))
