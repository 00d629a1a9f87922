"""`argmap compare`."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from argmap.cli._drawing import DPI, LANG, LEAST_DPI, MOST_DPI, MOST_WIDE, THEME
from argmap.cli._output import deliver, format_of, notice

if TYPE_CHECKING:
    from argmap.model import Comparison, Map

_MOST_MAPS = 4
_NAMES = "MAP"


def compare(
    names: Annotated[
        list[str],
        typer.Argument(
            metavar="COMPARISON|MAP MAP...",
            help="A comparison, or two to four maps: paths or ids, or '-'.",
        ),
    ],
    output: Annotated[str | None, typer.Option("-o", "--output", metavar="FILE", help="Default: stdout.")] = None,
    to: Annotated[
        str | None, typer.Option(help="svg, dot, png, pdf, md, text or csv. Default: the ending of FILE, else text.")
    ] = None,
    write: Annotated[
        str | None, typer.Option("--write", metavar="FILE", help="Save the proposed comparison, to be edited.")
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="With --write: write over a file that is there.")] = False,
    theme: Annotated[str, typer.Option(help=THEME)] = "auto",
    lang: Annotated[str | None, typer.Option(help=LANG)] = None,
    width: Annotated[
        float | None, typer.Option(min=1, max=MOST_WIDE, help="How wide: a figure in px, text in columns.")
    ] = None,
    dpi: Annotated[float, typer.Option(min=LEAST_DPI, max=MOST_DPI, help=DPI)] = 96,
) -> None:
    """Lay maps side by side, topic by topic.

    Of maps that nobody has compared yet, a comparison is proposed: by wording, tags, shared references and actors. Its
    topics are marked as proposed, with a confidence; verdicts are for a person to give.
    """
    from argmap.actions.propose import proposed, save
    from argmap.api.document import load
    from argmap.api.drawing import picture
    from argmap.cli._drawing import drawing
    from argmap.compare.proposal import Proposal
    from argmap.model import Comparison
    from argmap.workspace.workspace import loaded

    if force and write is None:
        raise typer.BadParameter("goes with --write", param_hint="--force")
    document = load(names[0])
    workspace = document.workspace
    assert workspace is not None  # noqa: S101
    contents = [document.checked, *(loaded(workspace.find(name)) for name in names[1:])]
    if isinstance(contents[0], Comparison) and len(names) == 1:
        if write is not None:
            raise typer.BadParameter(f"'{names[0]}' is a comparison already", param_hint="--write")
        shown, maps = Proposal(contents[0], {}), workspace.compared(contents[0], document.native)
    else:
        maps = _maps(names, contents)
        shown = proposed(list(maps.values()))
        if not shown.comparison.topics:
            notice("the maps have nothing in common that a comparison could be made of")
    format = {"txt": "text"}.get(wanted := format_of(to, output, "text"), wanted)
    if format == "text" and width is None and output is None and sys.stdout.isatty():
        width = shutil.get_terminal_size().columns
    with drawing():
        drawn = picture(
            shown, format, maps=maps, bibliography=workspace.bibliography, theme=theme, lang=lang, width=width, dpi=dpi
        )
    notice(drawn.notice)
    if write is not None:
        save(workspace, Path(write), shown, list(maps.values()), force)
        notice(f"wrote {workspace.shown(Path(write))}: judge its topics, and fix what is wrong")
    deliver(drawn.content, output)


def _maps(names: Sequence[str], contents: Sequence[Map | Comparison]) -> dict[str, Map]:
    """The maps to compare, by id. Raises BadParameter where *contents*, so called by the user, cannot be compared."""
    from argmap.model import Map

    maps: dict[str, Map] = {}
    for name, content in zip(names, contents, strict=True):
        if not isinstance(content, Map):
            raise typer.BadParameter(f"'{name}' is a comparison: name it alone, or name maps only", param_hint=_NAMES)
        if content.id in maps:
            raise typer.BadParameter(f"'{content.id}' can be compared with other maps only", param_hint=_NAMES)
        maps[content.id] = content
    if len(maps) == 1:
        raise typer.BadParameter(
            f"'{names[0]}' is a map: use 'argmap render {names[0]}', or name a second map", param_hint=_NAMES
        )
    if len(maps) > _MOST_MAPS:
        raise typer.BadParameter(f"{len(maps)} maps, where at most {_MOST_MAPS} can be compared", param_hint=_NAMES)
    return maps
