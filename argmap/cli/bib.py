"""`argmap bib`: its commands."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from argmap.cli._output import notice

if TYPE_CHECKING:
    from argmap.actions.rename import Plan
    from argmap.bibliography import Bibliography
    from argmap.workspace.workspace import Workspace

DEFAULT_PATTERN = "{author}-{year}-{title}"

app = typer.Typer(
    add_completion=False,
    rich_markup_mode=None,
    no_args_is_help=True,
    help="Keep the bibliography in order: its layout, its duplicates, its keys.",
)


@app.command()
def fmt(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(help="Files, or '-'. Default: the references of the workspace.", metavar="PATHS"),
    ] = None,
    check: Annotated[bool, typer.Option("--check", help="Write nothing; exit 1 if a file would change.")] = False,
    diff: Annotated[bool, typer.Option("--diff", help="The same, and show the changes.")] = False,
) -> None:
    """Lay out bibliographies: a field a line, entries sorted by their keys.

    Values and comments are kept as they are. Exit code 1 where --check or --diff find something to change, 2 for
    files that cannot be laid out.
    """
    from argmap.actions.fmt import styled_references
    from argmap.cli._styled import deliver_styled
    from argmap.workspace.workspace import Workspace

    workspace = Workspace(paths[0] if paths else Path.cwd())
    deliver_styled(styled_references(workspace, paths or [workspace.settings.references]), check, diff)


@app.command()
def dedupe(
    write: Annotated[bool, typer.Option("--write", help="Merge those that do not contradict each other.")] = False,
) -> None:
    """Show entries for the same work: those with one DOI or address, or one title, authors and year.

    With --write the second of two is merged into the first, which gets the fields that it lacks, and all maps cite the
    first. A node that cited both then names it twice, which `argmap check --fix` corrects. Where the two contradict
    each other both are kept, for you to settle.
    """
    from argmap.actions.rename import plan_merges
    from argmap.bibliography.merge import merges
    from argmap.citations.duplicates import twins

    workspace, bibliography = _references()
    pairs = [(entry.key, twin.key, field) for entry, twin, field in twins(bibliography)]
    planned = merges(bibliography, [(key, twin) for key, twin, _ in pairs])
    for (key, twin, field), merge in zip(pairs, planned, strict=True):
        ending = f"; they differ in {', '.join(merge.conflicts)}" if merge.conflicts else ""
        _echo(f"{key}: the same {field} as {twin}{ending}")
    mergeable = [merge for merge in planned if not merge.conflicts]
    if write:
        _write(plan_merges(workspace, mergeable))
    unsettled = len(planned) - len(mergeable)
    notice(f"{len(mergeable)} {'merged' if write else 'to merge'}, {unsettled} to settle by hand")


@app.command()
def keys(
    pattern: Annotated[
        str, typer.Option(help="What keys are made of: {author}, {year}, {title}, {type}; {title:3} is three words.")
    ] = DEFAULT_PATTERN,
    write: Annotated[bool, typer.Option("--write", help="Rename them, in the bibliography and in all maps.")] = False,
) -> None:
    """Show which keys a pattern would change, old and new.

    A key that fits already is kept. Where several entries would get the same key, they get letters: a, b, c.
    """
    from argmap.actions.rename import keys_in_use, plan_keys
    from argmap.citations.keys import Pattern, proposed

    try:
        new_pattern = Pattern(pattern)
    except ValueError as error:
        raise typer.BadParameter(str(error), param_hint="--pattern") from None
    workspace, bibliography = _references()
    renames = proposed(bibliography, new_pattern, keys_in_use(workspace))
    for old, new in renames.items():
        _echo(f"{old} -> {new}")
    if write:
        _write(plan_keys(workspace, renames))
    notice(f"{len(renames)} of {len(bibliography.entries)} keys {'changed' if write else 'to change'}")


def _references() -> tuple[Workspace, Bibliography]:
    from argmap.workspace.errors import WorkspaceError
    from argmap.workspace.workspace import Workspace

    workspace = Workspace(Path.cwd())
    if workspace.bibliography is None:
        raise WorkspaceError(f"no references: {workspace.shown(workspace.settings.references)} does not exist")
    return workspace, workspace.bibliography


def _write(plan: Plan) -> None:
    from argmap.actions.rename import write
    from argmap.text.printable import counted

    write(plan.changes)
    for change in plan.changes:
        _echo(f"{change.file}: {counted(change.places, 'place')}")
    for message in plan.notices:
        notice(message)


def _echo(text: str) -> None:
    from argmap.text.printable import visible

    typer.echo(visible(text))
