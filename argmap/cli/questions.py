"""`argmap questions`."""

import shutil
import sys
from typing import Annotated

import typer

from argmap.cli._output import Format


def questions(
    map: Annotated[str, typer.Argument(metavar="MAP", help="A map's path or id, or '-'.")],
    everything: Annotated[bool, typer.Option("--all", help="The answered ones too, with what answers them.")] = False,
    step: Annotated[
        str | None, typer.Option(metavar="ID", help="Only those of this step, or of the steps to this node.")
    ] = None,
    format: Annotated[Format, typer.Option(help="How to write it.")] = Format.TEXT,
) -> None:
    """List the critical questions of a map's steps that nothing in the map answers yet.

    They are those of the scheme that a step names. A step that supports, attacks or undercuts answers the one that it
    names with 'question'.
    """
    from argmap.model import Comparison
    from argmap.schemes.questions import examine
    from argmap.schemes.report import as_data, as_text, of_steps
    from argmap.text.printable import encode
    from argmap.text.suggest import did_you_mean
    from argmap.workspace.errors import WorkspaceError
    from argmap.workspace.workspace import loaded, opened

    content = loaded(opened(map)[1])
    if isinstance(content, Comparison):
        raise WorkspaceError(f"'{map}' is a comparison: name one of its maps")
    if step is not None and step not in content.steps and step not in content.nodes:
        help = did_you_mean(step, [*content.steps, *content.nodes]) or "it is a step's id, or a node's"
        raise typer.BadParameter(f"the map has no step or node '{step}'; {help}", param_hint="--step")
    examined = examine(content)
    if step is not None:
        examined = of_steps(step, examined)
    width = shutil.get_terminal_size().columns if sys.stdout.isatty() else 100
    text = encode(as_data(content, examined, everything)) if format is Format.JSON else None
    typer.echo(text or as_text(content, examined, everything, width), nl=False)
