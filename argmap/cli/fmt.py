"""`argmap fmt`."""

from pathlib import Path
from typing import Annotated

import typer

from argmap.cli._output import notice


def fmt(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(help="Map files, folders of them, or '-'. Default: the maps folder.", metavar="PATHS"),
    ] = None,
    check: Annotated[bool, typer.Option("--check", help="Write nothing; exit 1 if a file would change.")] = False,
    diff: Annotated[bool, typer.Option("--diff", help="The same, and show the changes.")] = False,
    comments: Annotated[
        bool | None,
        typer.Option(
            "--comments/--no-comments",
            help="Write the text of each node that a line names beside its id, or take these comments away.",
        ),
    ] = None,
) -> None:
    """Lay out map files in one canonical way; what they say and every comment stays.

    Exit code 1 where --check or --diff find something to change, 2 for files that cannot be laid out.
    """
    from argmap.workspace import files
    from argmap.workspace.fmt import styled
    from argmap.workspace.workspace import Workspace

    workspace = Workspace(paths[0] if paths else Path.cwd())
    changed = failed = seen = 0
    for each in styled(workspace, paths or [workspace.maps_folder()], comments):
        seen += 1
        notice(each.problem)
        failed += each.problem is not None
        changed += each.rewrite.changed
        if diff:
            typer.echo(each.rewrite.diff(), nl=False)
        elif check:
            typer.echo(f"would lay out {each.rewrite.file}\n" if each.rewrite.changed else "", nl=False)
        elif str(each.rewrite.path) == files.STDIN:
            typer.echo(each.rewrite.after, nl=False)
        elif each.rewrite.changed:
            each.rewrite.write()
            typer.echo(f"laid out {each.rewrite.file}")
    notice(f"{seen} file{'' if seen == 1 else 's'}, {changed} {'to change' if check or diff else 'changed'}")
    if failed:
        raise typer.Exit(2)
    if changed and (check or diff):
        raise typer.Exit(1)
