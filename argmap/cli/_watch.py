"""What `argmap check` does with --watch."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path

import typer

from argmap.actions.watch import each_change
from argmap.cli._output import colour_wanted, notice
from argmap.workspace.errors import WorkspaceError
from argmap.workspace.workspace import Workspace


def keep_checking(start: Path, paths: Sequence[Path] | None, once: Callable[[Workspace], bool]) -> bool:
    """Check *once*, and again whenever a file changes that a check of *paths* depends on, until the user interrupts.

    What goes wrong in the first check is raised. Later it is only said, since a file may be away or half-written while
    it is saved. Returns what the last check said.
    """
    failed: bool | None = None

    def files() -> list[Path]:
        try:
            return Workspace(start).watched(paths)
        except WorkspaceError:  # settings that cannot be read: that they can again is a change
            return []

    with suppress(KeyboardInterrupt):
        for _ in each_change(files):
            if failed is not None:
                typer.echo("\x1b[2J\x1b[H" if colour_wanted() else "")
            try:
                failed = once(Workspace(start))
            except WorkspaceError as error:
                if failed is None:
                    raise
                notice(str(error))
    return bool(failed)
