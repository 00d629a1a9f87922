"""`argmap weigh`."""

from typing import Annotated

import typer

from argmap.cli._output import Format


def weigh(
    map: Annotated[str, typer.Argument(metavar="MAP", help="A map's path or id, or '-'.")],
    semantics: Annotated[
        str,
        typer.Option(help="grounded, complete, preferred, stable, semi-stable, stage or ideal."),
    ] = "grounded",
    credulous: Annotated[
        bool, typer.Option("--credulous", help="Accept what one extension holds, not only what all hold.")
    ] = False,
    support: Annotated[
        str, typer.Option(help="What a support does to acceptance: none, deductive, necessary or evidential.")
    ] = "none",
    format: Annotated[Format, typer.Option(help="How to write it.")] = Format.TEXT,
    timeout: Annotated[float, typer.Option(min=0.1, help="Seconds after which to give up.")] = 10,
) -> None:
    """Show which statements of a map can be accepted together, why, and what would change the thesis.

    What would change its status is sought under the grounded semantics. For its strength, the statements that move it
    most are listed, and the bounds between which it stays. Exit code 3 where the time runs out.
    """
    import time

    from argmap.logic import Semantics
    from argmap.logic.sat import UndecidedError
    from argmap.model import Comparison
    from argmap.text.printable import encode
    from argmap.weigh import Support
    from argmap.weigh.report import as_data, as_text
    from argmap.weigh.report import weigh as weighed
    from argmap.workspace.errors import WorkspaceError
    from argmap.workspace.workspace import loaded, opened

    by_name = {item.name.lower().replace("_", "-"): item for item in Semantics}
    if semantics not in by_name:
        raise typer.BadParameter(f"choose one of {', '.join(by_name)}", param_hint="--semantics")
    if support not in list(Support):
        raise typer.BadParameter(f"choose one of {', '.join(Support)}", param_hint="--support")
    content = loaded(opened(map)[1])
    if isinstance(content, Comparison):
        raise WorkspaceError(f"'{map}' is a comparison: weigh its maps one by one")
    until = time.monotonic() + timeout
    try:
        result = weighed(content, by_name[semantics], Support(support), credulous=credulous, until=until)
    except UndecidedError:
        typer.echo(f"argmap: undecided within {timeout:g} s", err=True)
        raise typer.Exit(3) from None
    except ValueError as error:
        raise WorkspaceError(str(error)) from None
    typer.echo(encode(as_data(result)) if format is Format.JSON else as_text(result), nl=False)
