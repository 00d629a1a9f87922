"""`argmap cite`."""

from pathlib import Path
from typing import Annotated

import typer

from argmap.cli._output import deliver, notice


def cite(
    map: Annotated[str | None, typer.Argument(metavar="[MAP]", help="A map's path or id, or '-'.")] = None,
    every: Annotated[bool, typer.Option("--all", help="Every reference, cited or not.")] = False,
    output: Annotated[str | None, typer.Option("-o", "--output", metavar="FILE", help="Default: stdout.")] = None,
) -> None:
    """Export references as BibLaTeX: those that a map cites, or those of all maps."""
    from argmap.citations.biblatex import export
    from argmap.model import Map
    from argmap.workspace.errors import WorkspaceError
    from argmap.workspace.workspace import Workspace, loaded, opened

    if map is None and every:
        workspace, maps = Workspace(Path.cwd()), []
    elif map is None:
        workspace = Workspace(Path.cwd())
        contents = [loaded(workspace.document(path)) for path in workspace.map_files()]
        maps = [content for content in contents if isinstance(content, Map)]
    else:
        workspace, document = opened(map)
        content = loaded(document)
        maps = [content] if isinstance(content, Map) else list(workspace.compared(content, document).values())
    bibliography = workspace.bibliography
    if bibliography is None:
        raise WorkspaceError(f"no references: {workspace.shown(workspace.settings.references)} is not there")
    keys = {key for each in maps for key in each.cited}
    missing = sorted(keys - set(bibliography.entries))
    notice(f"not in {bibliography.file}: {', '.join(missing)}" if missing and not every else None)
    deliver(export(bibliography, None if every else keys), output)
