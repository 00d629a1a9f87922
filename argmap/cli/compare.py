"""`argmap compare`."""

import shutil
import sys
from typing import Annotated

import typer

from argmap.cli._output import deliver, format_of, notice


def compare(
    comparison: Annotated[str, typer.Argument(metavar="COMPARISON", help="A comparison's path or id, or '-'.")],
    output: Annotated[str | None, typer.Option("-o", "--output", metavar="FILE", help="Default: stdout.")] = None,
    to: Annotated[
        str | None, typer.Option(help="svg, dot, md or text. Default: the ending of FILE, else text.")
    ] = None,
) -> None:
    """Lay maps side by side, topic by topic."""
    from argmap.model import Map
    from argmap.render import render_comparison
    from argmap.render.references import reference_labels
    from argmap.workspace.errors import WorkspaceError
    from argmap.workspace.workspace import loaded, opened

    workspace, document = opened(comparison)
    content = loaded(document)
    if isinstance(content, Map):
        raise WorkspaceError(f"'{comparison}' is a map: use 'argmap render {comparison}'")
    maps = workspace.compared(content, document)
    width = shutil.get_terminal_size().columns if output is None and sys.stdout.isatty() else 100
    format = {"txt": "text"}.get(wanted := format_of(to, output, "text"), wanted)
    try:
        picture = render_comparison(content, maps, reference_labels(workspace.bibliography), format, width)
    except ValueError as error:
        raise typer.BadParameter(str(error), param_hint="--to") from None
    notice(picture.notice)
    deliver(picture.text, output)
