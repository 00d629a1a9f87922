"""What `argmap fmt` and `argmap bib fmt` do with files that are laid out anew."""

from __future__ import annotations

from collections.abc import Iterable

import typer

from argmap.actions.fmt import Styled
from argmap.cli._output import notice
from argmap.workspace import files


def deliver_styled(styled: Iterable[Styled], check: bool, diff: bool) -> None:
    """Write the files, or with *check* or *diff* say what would change.

    Raises typer.Exit: 1 where --check or --diff find something to change, 2 for files that cannot be laid out.
    """
    changed = failed = seen = 0
    for each in styled:
        seen += 1
        notice(each.problem)
        failed += each.problem is not None
        changed += each.rewrite.changed
        if diff:
            typer.echo(each.rewrite.diff(), nl=False)
        elif check:
            typer.echo(f"would lay out {each.rewrite.file}\n" if each.rewrite.changed else "", nl=False)
        elif str(each.rewrite.path) == files.STDIN:
            typer.echo(each.rewrite.after, nl=False)
        elif each.rewrite.changed:
            each.rewrite.write()
            typer.echo(f"laid out {each.rewrite.file}")
    notice(f"{seen} file{'' if seen == 1 else 's'}, {changed} {'to change' if check or diff else 'changed'}")
    if failed:
        raise typer.Exit(2)
    if changed and (check or diff):
        raise typer.Exit(1)
