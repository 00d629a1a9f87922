"""`argmap rename`."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from argmap.cli._output import notice


class NameKind(StrEnum):
    """What can be renamed."""

    NODE = "node"
    STEP = "step"
    ACTOR = "actor"
    TOPIC = "topic"
    MAP = "map"
    COMPARISON = "comparison"
    REFERENCE = "reference"


def rename(
    old: Annotated[str, typer.Argument(metavar="OLD", help="The id or reference key to change.")],
    new: Annotated[str, typer.Argument(metavar="NEW", help="The new id or key.")],
    map: Annotated[
        str | None, typer.Option("--map", metavar="MAP", help="The map or comparison that has it, by path or id.")
    ] = None,
    kind: Annotated[NameKind | None, typer.Option(help="What it is, where several things are called OLD.")] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Show what would change, and write nothing.")] = False,
) -> None:
    """Rename a node, step, actor, topic, map, comparison or reference in all files that name it.

    Comments and layout are kept. All files are written, or none.
    """
    from argmap.actions.rename import plan, write
    from argmap.text.printable import counted, visible
    from argmap.workspace.workspace import Workspace, opened

    workspace, document = (Workspace(Path.cwd()), None) if map is None else opened(map)
    renaming = plan(workspace, old, new, kind, document)
    if not dry_run:
        write(renaming.changes)
    for change in renaming.changes:
        typer.echo(f"{visible(change.file)}: {counted(change.places, 'place')}")
    for message in renaming.notices:
        notice(message)
