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

    Values stay to the letter, and comments stay. Exit code 1 where --check or --diff find something to change, 2 for
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
    """Show entries that are for one work: the same DOI or address, or title, authors and year.

    With --write the second of two goes into the first, which gets the fields that it lacks, and all maps cite that.
    A node that cited both then names it twice, which `argmap check --fix` mends. Where the two contradict each other
    both stay, for people to settle.
    """
    from argmap.actions.rename import plan_merges
    from argmap.bibliography.merge import merges
    from argmap.citations.duplicates import twins

    workspace, bibliography = _references()
    found = [(entry.key, twin.key, field) for entry, twin, field in twins(bibliography)]
    planned = merges(bibliography, [(key, twin) for key, twin, _ in found])
    for (key, twin, field), merge in zip(found, planned, strict=True):
        ending = f"; they differ in {', '.join(merge.conflicts)}" if merge.conflicts else ""
        _say(f"{key}: the same {field} as {twin}{ending}")
    possible = [merge for merge in planned if not merge.conflicts]
    if write:
        _write(plan_merges(workspace, possible))
    left = len(planned) - len(possible)
    notice(f"{len(possible)} {'merged' if write else 'to merge'}, {left} to settle by hand")


@app.command()
def keys(
    pattern: Annotated[
        str, typer.Option(help="What keys are made of: {author}, {year}, {title}, {type}; {title:3} is three words.")
    ] = "{author}-{year}-{title}",
    write: Annotated[bool, typer.Option("--write", help="Rename them, in the bibliography and in all maps.")] = False,
) -> None:
    """Show which keys a pattern would change, old and new.

    A key that fits already stays. Where several entries would get the same key, they get letters: a, b, c.
    """
    from argmap.actions.rename import keys_in_use, plan_keys
    from argmap.citations.keys import Pattern, proposed

    try:
        wanted = Pattern(pattern)
    except ValueError as error:
        raise typer.BadParameter(str(error), param_hint="--pattern") from None
    workspace, bibliography = _references()
    found = proposed(bibliography, wanted, keys_in_use(workspace))
    for old, new in found.items():
        _say(f"{old} -> {new}")
    if write:
        _write(plan_keys(workspace, found))
    notice(f"{len(found)} of {len(bibliography.entries)} keys {'changed' if write else 'to change'}")


def _references() -> tuple[Workspace, Bibliography]:
    from argmap.workspace.errors import WorkspaceError
    from argmap.workspace.workspace import Workspace

    workspace = Workspace(Path.cwd())
    if workspace.bibliography is None:
        raise WorkspaceError(f"no references: {workspace.shown(workspace.settings.references)} is not there")
    return workspace, workspace.bibliography


def _write(plan: Plan) -> None:
    from argmap.actions.rename import write

    write(plan.changes)
    for change in plan.changes:
        _say(f"{change.file}: {change.places} {'place' if change.places == 1 else 'places'}")
    for said in plan.notices:
        notice(said)


def _say(text: str) -> None:
    from argmap.text.printable import visible

    typer.echo(visible(text))
