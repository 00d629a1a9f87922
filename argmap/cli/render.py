"""`argmap render`."""

from typing import Annotated

import typer

from argmap.cli._drawing import DPI, LANG, LEAST_DPI, MOST_DPI, MOST_WIDE, THEME
from argmap.cli._output import deliver, format_of, notice


def render(
    map: Annotated[str, typer.Argument(metavar="MAP", help="A map's path or id, or '-'.")],
    output: Annotated[str | None, typer.Option("-o", "--output", metavar="FILE", help="Default: stdout.")] = None,
    to: Annotated[str | None, typer.Option(help="svg, dot, png or pdf. Default: the ending of FILE, else svg.")] = None,
    focus: Annotated[str | None, typer.Option(metavar="NODE", help="Only what is near this node.")] = None,
    depth: Annotated[int | None, typer.Option(min=0, help="How many steps from the focus, or from the thesis.")] = None,
    only: Annotated[
        list[str] | None, typer.Option(metavar="WHAT", help="Only nodes of a type, a tag or an actor; may be repeated.")
    ] = None,
    fold: Annotated[
        str | None, typer.Option(metavar="HOW", help="Put nodes behind one card: 'tag', 'depth' or 'depth:N'.")
    ] = None,
    all: Annotated[bool, typer.Option("--all", help="Do not fold a map of more than 150 nodes.")] = False,
    findings: Annotated[bool, typer.Option("--findings", help="Show on the cards what a check finds.")] = False,
    status: Annotated[
        bool,
        typer.Option("--status", help="Show on the cards what can be accepted, and how strong it is."),
    ] = False,
    theme: Annotated[str, typer.Option(help=THEME)] = "auto",
    lang: Annotated[str | None, typer.Option(help=LANG)] = None,
    width: Annotated[float | None, typer.Option(min=1, max=MOST_WIDE, help="How wide the picture is, in px.")] = None,
    dpi: Annotated[float, typer.Option(min=LEAST_DPI, max=MOST_DPI, help=DPI)] = 96,
) -> None:
    """Draw a map."""
    from argmap.api.checking import check
    from argmap.api.document import load
    from argmap.api.drawing import picture
    from argmap.cli._drawing import drawing
    from argmap.model import Comparison
    from argmap.workspace.errors import WorkspaceError

    document = load(map)
    if isinstance(document.checked, Comparison):
        raise WorkspaceError(f"'{map}' is a comparison: use 'argmap compare {map}'")
    with drawing():
        drawn = picture(
            document,
            format_of(to, output, "svg"),
            focus=focus,
            depth=depth,
            only=tuple(only or ()),
            fold=fold,
            all=all,
            findings=check(document) if findings else (),
            status=status,
            theme=theme,
            lang=lang,
            width=width,
            dpi=dpi,
        )
    notice(drawn.notice)
    deliver(drawn.content, output)
