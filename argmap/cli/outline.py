"""`argmap outline`."""

import shutil
import sys
from typing import Annotated

import typer

from argmap.cli._output import Format, notice


def outline(
    map: Annotated[str, typer.Argument(metavar="MAP", help="A map's path or id, or '-'.")],
    format: Annotated[Format, typer.Option(help="How to write it.")] = Format.TEXT,
) -> None:
    """List a map's nodes in the order of the article, and the paragraphs that no node covers yet.

    That takes the text of the article (see the setting 'sources'); without it the nodes are in the order of the file.
    """
    from argmap.model import Comparison
    from argmap.text.printable import encode, visible
    from argmap.workspace.errors import WorkspaceError
    from argmap.workspace.workspace import loaded, opened
    from argmap.writers.outline import as_data, as_text
    from argmap.writers.outline import order_nodes as along_the_text

    workspace, document = opened(map)
    content = loaded(document)
    if isinstance(content, Comparison):
        raise WorkspaceError(f"'{map}' is a comparison: use 'argmap compare {map}'")
    source = workspace.source(content.source)
    if content.source is None:
        notice("the map names no source: the nodes are in the order of the file")
    elif source is None:
        notice(f"the text of '{visible(content.source)}' is not at hand: the nodes are in the order of the file")
    lines = along_the_text(content, source)
    width = shutil.get_terminal_size().columns if sys.stdout.isatty() else 100
    typer.echo(encode(as_data(lines)) if format is Format.JSON else as_text(lines, width), nl=False)
