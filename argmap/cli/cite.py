"""`argmap cite`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from argmap.cli._output import deliver, notice

if TYPE_CHECKING:
    from collections.abc import Sequence

    from argmap.model import Map
    from argmap.workspace.workspace import Workspace


def cite(
    map: Annotated[str | None, typer.Argument(metavar="[MAP]", help="A map's path or id, or '-'.")] = None,
    to: Annotated[
        str | None,
        typer.Option(
            metavar="FORMAT",
            help="biblatex, bibtex, csl-json, ris, apa, chicago or mla. Default: the ending of FILE, else biblatex.",
        ),
    ] = None,
    markup: Annotated[
        str | None,
        typer.Option(
            "--as", metavar="MARKUP", help="How a style is written: text, md or html. Default: by FILE, else text."
        ),
    ] = None,
    csl: Annotated[
        Path | None, typer.Option(metavar="STYLE", help="Format in the style of a CSL file; takes pandoc.")
    ] = None,
    only_cited: Annotated[
        bool, typer.Option("--only-cited", help="Only what MAP, or any map, cites. This is the default.")
    ] = False,
    every: Annotated[bool, typer.Option("--all", help="Every reference, cited or not.")] = False,
    by_node: Annotated[
        bool, typer.Option("--by-node", help="MAP's nodes, each with its references and locators, in apa or --to.")
    ] = False,
    markdown: Annotated[
        bool, typer.Option("--markdown", help="MAP as an outline in Markdown, with [@key, p. 3] for pandoc.")
    ] = False,
    output: Annotated[str | None, typer.Option("-o", "--output", metavar="FILE", help="Default: stdout.")] = None,
) -> None:
    """Export references, or format them: those that a map cites, or those of all maps."""
    from argmap.citations.export import FORMATS, export, format_of, formatted
    from argmap.citations.formatted import Markup
    from argmap.citations.styles import STYLES, style
    from argmap.workspace.errors import WorkspaceError

    if every and (only_cited or by_node or markdown):
        raise typer.BadParameter("it excludes --only-cited, --by-node and --markdown", param_hint="--all")
    if markdown and (by_node or to or csl or markup):
        raise typer.BadParameter("it excludes --by-node, --to, --as and --csl", param_hint="--markdown")
    if csl and (by_node or to):
        raise typer.BadParameter("it excludes --by-node and --to", param_hint="--csl")
    ending = Path(output).suffix.removeprefix(".") if output else ""
    format = to or ("apa" if by_node else format_of(ending))
    if format not in FORMATS or (by_node and format not in STYLES):
        raise typer.BadParameter(f"use one of {', '.join(STYLES if by_node else FORMATS)}", param_hint="--to")
    if markup is not None and (markup not in list(Markup) or not (csl or format in STYLES)):
        raise typer.BadParameter(f"use one of {', '.join(Markup)}, with a style", param_hint="--as")
    chosen_markup = Markup(markup or (ending if ending in list(Markup) else Markup.TEXT))

    workspace, maps = _maps(map, every)
    if by_node or markdown:
        single_map = _single(map, maps)
    if markdown:
        from argmap.writers.prose import prose

        return deliver(prose(single_map), output)
    bibliography = workspace.bibliography
    if bibliography is None:
        raise WorkspaceError(f"no references: {workspace.shown(workspace.settings.references)} does not exist")
    keys = None if every else {key for each in maps for key in each.cited}
    missing = sorted((keys or set()) - set(bibliography.entries))
    notice(f"not in {bibliography.file}: {', '.join(missing)}" if missing else None)
    if csl:
        from argmap.actions import pandoc

        text = pandoc.formatted(export(bibliography, keys, "csl-json"), csl, chosen_markup)
    elif by_node:
        from argmap.citations.by_node import references_by_node as node_by_node

        text = node_by_node(single_map, formatted(bibliography, keys, style(format)), style(format), chosen_markup)
    else:
        text = export(bibliography, keys, format, chosen_markup)
    return deliver(text, output)


def _maps(name: str | None, every: bool) -> tuple[Workspace, Sequence[Map]]:
    """The workspace, and the maps whose references are wanted; of a comparison those that it compares."""
    from argmap.model import Map
    from argmap.workspace.workspace import Workspace, loaded, opened

    if name is not None:
        workspace, document = opened(name)
        content = loaded(document)
        return workspace, [content] if isinstance(content, Map) else list(
            workspace.compared(content, document).values()
        )
    workspace = Workspace(Path.cwd())
    contents = [] if every else [loaded(workspace.document(path)) for path in workspace.map_files()]
    return workspace, [content for content in contents if isinstance(content, Map)]


def _single(name: str | None, maps: Sequence[Map]) -> Map:
    """The one map that is meant."""
    if name is None or len(maps) != 1:
        raise typer.BadParameter("say which map, and only one", param_hint="MAP")
    return maps[0]
