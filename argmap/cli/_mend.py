"""What `argmap check` does with --fix and --diff."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import typer

from argmap.actions.check import Choice
from argmap.actions.fix import Mended, mend
from argmap.cli._output import notice
from argmap.workspace import files
from argmap.workspace.workspace import Workspace


def write_fixes(workspace: Workspace, paths: Sequence[Path], choice: Choice, unsafe: bool) -> Workspace:
    """Mend the files, and say on standard error what was mended; standard input goes mended to standard output.

    Returns the workspace as it is now.
    """
    done = list(mend(workspace, paths, choice, unsafe))
    for each in done:
        if str(each.rewrite.path) == files.STDIN:
            typer.echo(each.rewrite.after, nl=False)
        elif each.rewrite.changed:
            each.rewrite.write()
    notice(_summary(done, "fixed"))
    from_stdin = any(str(each.rewrite.path) == files.STDIN for each in done)
    return workspace if from_stdin else Workspace(workspace.start)


def show_diff(workspace: Workspace, paths: Sequence[Path], choice: Choice, unsafe: bool) -> bool:
    """Show as a unified diff what mending would change; whether there is anything."""
    done = list(mend(workspace, paths, choice, unsafe))
    for each in done:
        typer.echo(each.rewrite.diff(), nl=False)
    notice(_summary(done, "would fix"))
    return any(each.rewrite.changed for each in done)


def _summary(done: Sequence[Mended], verb: str) -> str | None:
    """``fixed 3 findings (2 more with --unsafe-fixes)``; None where nothing can be mended."""
    fixed = sum(len(each.fixed) for each in done)
    offered = sum(finding.fix is not None and not finding.fix.safe for each in done for finding in each.left)
    if not fixed and not offered:
        return None
    more = f" ({offered} more with --unsafe-fixes)" if offered else ""
    return f"{verb} {fixed} finding{'' if fixed == 1 else 's'}{more}"
