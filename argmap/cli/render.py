"""`argmap render`."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from argmap.cli._drawing import DPI, LANG, LEAST_DPI, MOST_DPI, MOST_WIDE, THEME
from argmap.cli._output import deliver, format_of, notice

if TYPE_CHECKING:
    from argmap.weigh.weight import Weight

_MOST = 150  # nodes in one picture


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
    all: Annotated[bool, typer.Option("--all", help=f"Do not fold a map of more than {_MOST} nodes.")] = False,
    findings: Annotated[bool, typer.Option("--findings", help="Say on the cards what a check finds.")] = False,
    status: Annotated[
        bool,
        typer.Option("--status", help="Say on the cards what can be accepted, and how strong it is."),
    ] = False,
    theme: Annotated[str, typer.Option(help=THEME)] = "auto",
    lang: Annotated[str | None, typer.Option(help=LANG)] = None,
    width: Annotated[float | None, typer.Option(min=1, max=MOST_WIDE, help="How wide the picture is, in px.")] = None,
    dpi: Annotated[float, typer.Option(min=LEAST_DPI, max=MOST_DPI, help=DPI)] = 96,
) -> None:
    """Draw a map."""
    from argmap.cli._drawing import look, painting
    from argmap.model import Comparison, Finding
    from argmap.render import Sheet, render_map
    from argmap.render.scene.references import reference_labels
    from argmap.views import Options, UnknownViewError, fitted, view
    from argmap.workspace.errors import WorkspaceError
    from argmap.workspace.layouts import layouts
    from argmap.workspace.workspace import loaded, opened

    workspace, document = opened(map)
    content = loaded(document)
    if isinstance(content, Comparison):
        raise WorkspaceError(f"'{map}' is a comparison: use 'argmap compare {map}'")
    try:
        shown = view(content, Options(focus, depth, tuple(only or ()), fold))
    except UnknownViewError as error:
        raise typer.BadParameter(str(error), param_hint="--focus, --only or --fold") from None
    if fold is None and not all and len(shown.map.nodes) > _MOST:
        shown = fitted(shown.map, _MOST)._replace(left_out=shown.left_out)
        notice(f"folded into {len(shown.map.nodes)} cards; --all draws every node")
    remarks: Mapping[str, Sequence[Finding]] = {}
    if findings:
        from argmap.actions.by_node import by_node
        from argmap.actions.check import check

        remarks = by_node(document, check(workspace, [Path(map if map == "-" else document.file)]).findings)
    weighed: Mapping[str, Weight] = {}
    if status:
        from argmap.weigh import standing
        from argmap.weigh.weight import weights

        weighed = {weight.node: weight for weight in weights(content, standing(content))}
    looks = look(content, theme, lang)
    with painting():
        picture = render_map(
            shown.map,
            reference_labels(workspace.bibliography),
            format_of(to, output, "svg"),
            look=looks,
            sheet=Sheet(width, dpi),
            layouts=layouts(workspace.settings),
            engine=workspace.settings.engine,
            folded=shown.folded,
            findings=remarks,
            weights=weighed,
            statements=len(content.nodes) - shown.left_out,
            whole=content,
        )
    notice(picture.notice)
    deliver(picture.content, output)
