"""What `argmap fmt` and `argmap bib fmt` do with files that are laid out anew."""

from __future__ import annotations

from collections.abc import Iterable

import typer

from argmap.actions.fmt import Styled
from argmap.cli._output import notice
from argmap.text.printable import counted
from argmap.workspace import files


def deliver_styled(styled: Iterable[Styled], check: bool, diff: bool) -> None:
    """Write the files, or with *check* or *diff* say what would change.

    Raises typer.Exit: 1 where --check or --diff find something to change, 2 for files that cannot be laid out.
    """
    changed = failed = count = 0
    for file in styled:
        count += 1
        notice(file.problem)
        failed += file.problem is not None
        changed += file.rewrite.changed
        if diff:
            typer.echo(file.rewrite.diff(), nl=False)
        elif check:
            typer.echo(f"would lay out {file.rewrite.file}\n" if file.rewrite.changed else "", nl=False)
        elif str(file.rewrite.path) == files.STDIN:
            typer.echo(file.rewrite.after, nl=False)
        elif file.rewrite.changed:
            file.rewrite.write()
            typer.echo(f"laid out {file.rewrite.file}")
    notice(f"{counted(count, 'file')}, {changed} {'to change' if check or diff else 'changed'}")
    if failed:
        raise typer.Exit(2)
    if changed and (check or diff):
        raise typer.Exit(1)
