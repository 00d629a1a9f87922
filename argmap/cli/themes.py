"""`argmap themes`."""

from typing import Annotated

import typer

from argmap.cli._output import deliver


def themes(
    theme: Annotated[str | None, typer.Argument(metavar="[THEME]", help="The theme to print.")] = None,
    output: Annotated[str | None, typer.Option("-o", "--output", metavar="FILE", help="Default: stdout.")] = None,
) -> None:
    """List the themes, or print one, to be copied and changed and used with '--theme FILE'."""
    from argmap.render.scene.theme import NAMES, ThemeError, source

    if theme is None:
        deliver("".join(f"{name}\n" for name in NAMES), output)
        return
    try:
        deliver(source(theme), output)
    except ThemeError as error:
        raise typer.BadParameter(str(error), param_hint="THEME") from None
