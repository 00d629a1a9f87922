"""What `argmap check` does with --fix and --diff."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import typer

from argmap.actions.check import Choice
from argmap.actions.fix import FixedFile, fix
from argmap.cli._output import notice
from argmap.text.printable import counted
from argmap.workspace import files
from argmap.workspace.workspace import Workspace


def write_fixes(workspace: Workspace, paths: Sequence[Path], choice: Choice, unsafe: bool) -> Workspace:
    """Fix the files, and say on standard error what was fixed; standard input goes fixed to standard output.

    Returns the workspace as it is now.
    """
    fixes = list(fix(workspace, paths, choice, unsafe))
    for file_fixes in fixes:
        if str(file_fixes.rewrite.path) == files.STDIN:
            typer.echo(file_fixes.rewrite.after, nl=False)
        elif file_fixes.rewrite.changed:
            file_fixes.rewrite.write()
    notice(_summary(fixes, "fixed"))
    from_stdin = any(str(file_fixes.rewrite.path) == files.STDIN for file_fixes in fixes)
    return workspace if from_stdin else Workspace(workspace.start)


def show_diff(workspace: Workspace, paths: Sequence[Path], choice: Choice, unsafe: bool) -> bool:
    """Show as a unified diff what fixing would change; whether there is anything."""
    fixes = list(fix(workspace, paths, choice, unsafe))
    for file_fixes in fixes:
        typer.echo(file_fixes.rewrite.diff(), nl=False)
    notice(_summary(fixes, "would fix"))
    return any(file_fixes.rewrite.changed for file_fixes in fixes)


def _summary(fixes: Sequence[FixedFile], verb: str) -> str | None:
    """``fixed 3 findings (2 more with --unsafe-fixes)``; None where nothing can be fixed."""
    fixed = sum(len(file_fixes.fixed) for file_fixes in fixes)
    offered = sum(
        finding.fix is not None and not finding.fix.safe for file_fixes in fixes for finding in file_fixes.left
    )
    if not fixed and not offered:
        return None
    more = f" ({offered} more with --unsafe-fixes)" if offered else ""
    return f"{verb} {counted(fixed, 'finding')}{more}"
