"""`argmap fmt`."""

from pathlib import Path
from typing import Annotated

import typer


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
            help="Write the text of each node that a line names beside its id, or remove these comments.",
        ),
    ] = None,
) -> None:
    """Lay out map files in one canonical way; content and comments are kept.

    Exit code 1 where --check or --diff find something to change, 2 for files that cannot be laid out.
    """
    from argmap.actions.fmt import styled
    from argmap.cli._styled import deliver_styled
    from argmap.workspace.workspace import Workspace

    workspace = Workspace(paths[0] if paths else Path.cwd())
    deliver_styled(styled(workspace, paths or [workspace.maps_folder()], comments), check, diff)
