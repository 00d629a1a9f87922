"""`argmap show`."""

import shutil
import sys
from typing import Annotated

import typer


def show(map: Annotated[str, typer.Argument(metavar="MAP", help="A map's path or id, or '-'.")]) -> None:
    """Show a map as a tree in the terminal."""
    from argmap.model import Comparison
    from argmap.render.scene.references import reference_labels
    from argmap.workspace.errors import WorkspaceError
    from argmap.workspace.workspace import loaded, opened
    from argmap.writers.tree import show as as_tree

    workspace, document = opened(map)
    content = loaded(document)
    if isinstance(content, Comparison):
        raise WorkspaceError(f"'{map}' is a comparison: use 'argmap compare {map}'")
    width = shutil.get_terminal_size().columns if sys.stdout.isatty() else 100
    typer.echo(as_tree(content, reference_labels(workspace.bibliography), width), nl=False)
