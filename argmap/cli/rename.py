"""`argmap rename`."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from argmap.cli._output import notice


class Kind(StrEnum):
    """What has a name."""

    NODE = "node"
    STEP = "step"
    ACTOR = "actor"
    TOPIC = "topic"
    MAP = "map"
    COMPARISON = "comparison"
    REFERENCE = "reference"


def rename(
    old: Annotated[str, typer.Argument(metavar="OLD", help="The id, or the reference key, as it is.")],
    new: Annotated[str, typer.Argument(metavar="NEW", help="What it shall be.")],
    map: Annotated[
        str | None, typer.Option("--map", metavar="MAP", help="The map or comparison that it is in, by path or id.")
    ] = None,
    kind: Annotated[Kind | None, typer.Option(help="What it is, where several things are called OLD.")] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would change, and change nothing.")] = False,
) -> None:
    """Rename a node, step, actor, topic, map, comparison or reference in all files that speak of it.

    Comments and layout stay. All files are written, or none.
    """
    from argmap.actions.rename import plan, write
    from argmap.text.printable import visible
    from argmap.workspace.workspace import Workspace, opened

    workspace, within = (Workspace(Path.cwd()), None) if map is None else opened(map)
    planned = plan(workspace, old, new, kind, within)
    if not dry_run:
        write(planned.changes)
    for change in planned.changes:
        typer.echo(f"{visible(change.file)}: {change.places} {'place' if change.places == 1 else 'places'}")
    for said in planned.notices:
        notice(said)
