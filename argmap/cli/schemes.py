"""`argmap schemes`."""

import shutil
import sys
from typing import Annotated

import typer

from argmap.cli._output import Format


def schemes(
    name: Annotated[str | None, typer.Argument(metavar="[NAME]", help="The scheme to say in full.")] = None,
    format: Annotated[Format, typer.Option(help="How to write it.")] = Format.TEXT,
) -> None:
    """List the argumentation schemes, or say one in full: its premises and its critical questions."""
    from argmap.schemes import names, scheme
    from argmap.schemes.describe import as_data, as_text, listed
    from argmap.text.printable import encode
    from argmap.text.suggest import did_you_mean

    width = shutil.get_terminal_size().columns if sys.stdout.isatty() else 100
    if name is not None:
        found = scheme(name)
        if found is None:
            help = did_you_mean(name, names()) or "'argmap schemes' lists them"
            raise typer.BadParameter(f"there is no scheme '{name}'; {help}", param_hint="NAME")
        typer.echo(encode(as_data(found)) if format is Format.JSON else as_text(found, width), nl=False)
        return
    every = [found for each in names() if (found := scheme(each))]
    typer.echo(encode([as_data(each) for each in every]) if format is Format.JSON else listed(every, width), nl=False)
