"""`argmap schemes`."""

import shutil
import sys
from typing import Annotated

import typer

from argmap.cli._output import Format


def schemes(
    name: Annotated[str | None, typer.Argument(metavar="[NAME]", help="The scheme to show in full.")] = None,
    format: Annotated[Format, typer.Option(help="How to write it.")] = Format.TEXT,
) -> None:
    """List the argumentation schemes, or show one in full: its premises and its critical questions."""
    from argmap.schemes import names, scheme
    from argmap.schemes.describe import as_data, as_text, listed
    from argmap.text.printable import encode
    from argmap.text.suggest import did_you_mean

    width = shutil.get_terminal_size().columns if sys.stdout.isatty() else 100
    if name is not None:
        chosen = scheme(name)
        if chosen is None:
            help = did_you_mean(name, names()) or "'argmap schemes' lists them"
            raise typer.BadParameter(f"there is no scheme '{name}'; {help}", param_hint="NAME")
        typer.echo(encode(as_data(chosen)) if format is Format.JSON else as_text(chosen, width), nl=False)
        return
    schemes = [known for name in names() if (known := scheme(name))]
    typer.echo(encode(list(map(as_data, schemes))) if format is Format.JSON else listed(schemes, width), nl=False)
