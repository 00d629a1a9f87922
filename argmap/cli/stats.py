"""`argmap stats`."""

import shutil
import sys
from pathlib import Path
from typing import Annotated

import typer

from argmap.cli._output import Format


def stats(
    maps: Annotated[
        list[str] | None,
        typer.Argument(metavar="[MAPS]", help="Maps by path or id, or '-'. Default: all maps of the maps folder."),
    ] = None,
    format: Annotated[Format, typer.Option(help="How to write it.")] = Format.TEXT,
) -> None:
    """Count what maps hold: nodes, steps, receipts, chains and tags, map by map and in all."""
    from argmap.model import Map
    from argmap.text.printable import encode
    from argmap.workspace.errors import WorkspaceError
    from argmap.workspace.workspace import Workspace, loaded, opened
    from argmap.writers.stats import as_data, as_text

    if maps:
        named_documents = [opened(name)[1] for name in dict.fromkeys(maps)]
        documents = list({document.file: document for document in named_documents}.values())
    else:
        workspace = Workspace(Path.cwd())
        documents = [workspace.document(path) for path in workspace.map_files()]
    contents = [loaded(document) for document in documents]
    all_maps = [content for content in contents if isinstance(content, Map)]
    if maps and len(all_maps) < len(contents):
        comparison = next(content.id for content in contents if not isinstance(content, Map))
        raise WorkspaceError(f"'{comparison}' is a comparison: name its maps")
    if not all_maps:
        raise WorkspaceError(f"no maps in {workspace.shown(workspace.settings.maps)}")
    width = shutil.get_terminal_size().columns if sys.stdout.isatty() else 100
    typer.echo(encode(as_data(all_maps)) if format is Format.JSON else as_text(all_maps, width), nl=False)
