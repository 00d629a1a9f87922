"""`argmap new`."""

from pathlib import Path
from typing import Annotated

import typer


def new(
    name: Annotated[str, typer.Argument(metavar="NAME", help="The id of the new map, in kebab-case.")],
    source: Annotated[
        str | None, typer.Option(metavar="KEY", help="The reference key of the article that the map is of.")
    ] = None,
    comparison: Annotated[
        tuple[str, str] | None,
        typer.Option("--comparison", metavar="MAP MAP", help="Write a comparison of these two maps instead."),
    ] = None,
) -> None:
    """Start a map: a small one that passes 'argmap check', with comments on how to go on.

    It is written to the maps folder, and never over another file.
    """
    from argmap.actions.new import new_comparison, new_map
    from argmap.workspace.workspace import Workspace

    if comparison is not None and source is not None:
        raise typer.BadParameter("a comparison has no source", param_hint="--source")
    workspace = Workspace(Path.cwd())
    path = new_map(workspace, name, source) if comparison is None else new_comparison(workspace, name, *comparison)
    typer.echo(f"wrote {workspace.shown(path)}")
