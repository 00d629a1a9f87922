"""`argmap check`."""

from pathlib import Path
from typing import Annotated

import typer

from argmap.cli._output import colour_wanted


def check(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(
            help="Map files, folders of them, .bib files, or '-'. Default: the maps folder.", metavar="PATHS"
        ),
    ] = None,
) -> None:
    """Check maps, comparisons and references as a compiler checks code.

    Exit code 1 where there are errors, 2 for usage and file trouble.
    """
    from argmap.model import Severity
    from argmap.reporters.full import report
    from argmap.workspace.check import check as run_checks
    from argmap.workspace.errors import WorkspaceError
    from argmap.workspace.workspace import Workspace

    workspace = Workspace(paths[0] if paths else Path.cwd())
    if not paths and not workspace.settings.maps.is_dir():
        raise WorkspaceError(f"no maps folder ({workspace.shown(workspace.settings.maps)}): say which files to check")
    run = run_checks(workspace, paths or [workspace.settings.maps])
    typer.echo(report(run.findings, run.texts, colour=colour_wanted()), nl=False)
    if any(finding.severity is Severity.ERROR for finding in run.findings):
        raise typer.Exit(1)
