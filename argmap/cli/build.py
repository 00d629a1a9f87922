"""`argmap build`."""

from pathlib import Path

import typer

from argmap.cli._output import notice


def build() -> None:
    """Draw all maps and comparisons, export the references they cite, and write a check report.

    Only what has changed is made anew. Exit code 1 where the check finds errors.
    """
    from argmap.actions.build import Build
    from argmap.model import Severity
    from argmap.reporters.full import summary
    from argmap.workspace.workspace import Workspace

    workspace = Workspace(Path.cwd())
    making = Build(workspace)
    fresh = total = 0
    for built in making.run():
        total += 1
        if built.fresh:
            fresh += 1
            typer.echo(f"wrote {workspace.shown(built.path)}")
        notice(built.notice)
    for file in making.left_out:
        notice(f"{file}: cannot be read whole, so it is not drawn")
    if not fresh:
        typer.echo(f"nothing to do: all {total} files in {workspace.shown(workspace.settings.build)} are up to date")
    typer.echo(f"check: {summary(making.findings)}")
    if any(finding.severity is Severity.ERROR for finding in making.findings):
        raise typer.Exit(1)
