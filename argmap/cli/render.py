"""`argmap render`."""

from typing import Annotated

import typer

from argmap.cli._output import deliver, format_of, notice


def render(
    map: Annotated[str, typer.Argument(metavar="MAP", help="A map's path or id, or '-'.")],
    output: Annotated[str | None, typer.Option("-o", "--output", metavar="FILE", help="Default: stdout.")] = None,
    to: Annotated[str | None, typer.Option(help="svg or dot. Default: the ending of FILE, else svg.")] = None,
) -> None:
    """Draw a map."""
    from argmap.model import Comparison
    from argmap.render import render_map
    from argmap.render.references import reference_labels
    from argmap.workspace.errors import WorkspaceError
    from argmap.workspace.workspace import loaded, opened

    workspace, document = opened(map)
    content = loaded(document)
    if isinstance(content, Comparison):
        raise WorkspaceError(f"'{map}' is a comparison: use 'argmap compare {map}'")
    try:
        picture = render_map(content, reference_labels(workspace.bibliography), format_of(to, output, "svg"))
    except ValueError as error:
        raise typer.BadParameter(str(error), param_hint="--to") from None
    notice(picture.notice)
    deliver(picture.text, output)
