"""`argmap check`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from argmap.cli._output import colour_wanted, deliver, notice

if TYPE_CHECKING:
    from argmap.model import Severity

_RULES = "codes, prefixes or names, with commas or repeated"


def check(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(
            help="Map files, folders of them, .bib files, or '-'. Default: the maps folder.", metavar="PATHS"
        ),
    ] = None,
    select: Annotated[list[str] | None, typer.Option(metavar="RULES", help=f"Only these: {_RULES}.")] = None,
    ignore: Annotated[list[str] | None, typer.Option(metavar="RULES", help="All but these.")] = None,
    extend_select: Annotated[list[str] | None, typer.Option(metavar="RULES", help="These too.")] = None,
    output_format: Annotated[
        str | None,
        typer.Option(
            metavar="FORMAT",
            help="full (the default), concise, grouped, json, jsonl, sarif, github, gitlab or junit.",
        ),
    ] = None,
    output: Annotated[str | None, typer.Option("-o", "--output", metavar="FILE", help="Default: stdout.")] = None,
    fail_on: Annotated[
        str | None, typer.Option(metavar="SEVERITY", help="Exit 1 for this or worse: error, warning or note.")
    ] = None,
    exit_zero: Annotated[bool, typer.Option("--exit-zero", help="Exit 0 whatever is found.")] = False,
    statistics: Annotated[bool, typer.Option("--statistics", help="Count the findings of each rule.")] = False,
    add_baseline: Annotated[
        bool, typer.Option("--add-baseline", help="Accept the present findings, and report only new ones.")
    ] = False,
    fix: Annotated[bool, typer.Option("--fix", help="Fix what can be fixed safely.")] = False,
    unsafe_fixes: Annotated[
        bool, typer.Option("--unsafe-fixes", help="With --fix or --diff: also fixes that may not be what was meant.")
    ] = False,
    diff: Annotated[bool, typer.Option("--diff", help="Show what --fix would change, and write nothing.")] = False,
    no_cache: Annotated[bool, typer.Option("--no-cache", help="Check every file, changed or not.")] = False,
    watch: Annotated[bool, typer.Option("--watch", help="Check again whenever a file changes.")] = False,
    show_settings: Annotated[
        bool, typer.Option("--show-settings", help="Show the settings in force, and stop.")
    ] = False,
) -> None:
    """Check maps, comparisons and references as a compiler checks code.

    Exit code 1 where there are errors, 2 for usage and file trouble. Of one rule at most 1,000 findings in a file are
    said, and how many more there are.
    """
    from argmap.actions.baseline import check_with_baseline
    from argmap.actions.check import Choice
    from argmap.actions.receipts import said as receipts_notice
    from argmap.checks.engine.describe import Catalogue
    from argmap.reporters import reporter
    from argmap.reporters.report import Report
    from argmap.workspace.settings import described
    from argmap.workspace.workspace import Workspace

    if fix or diff:
        from argmap.cli._fixes import show_diff, write_fixes
    if statistics and output_format is not None:
        raise typer.BadParameter("goes without --output-format", param_hint="--statistics")
    try:
        report = reporter("statistics" if statistics else output_format or "full")
    except ValueError as error:
        raise typer.BadParameter(str(error), param_hint="--output-format") from None
    threshold = None if fail_on is None else _severity(fail_on)
    if unsafe_fixes and not (fix or diff):
        raise typer.BadParameter("goes with --fix or --diff", param_hint="--unsafe-fixes")
    if watch and Path("-") in (paths or ()):
        raise typer.BadParameter("standard input does not change", param_hint="--watch")
    start = paths[0] if paths else Path.cwd()
    choice = Choice(
        _rules("--select", select), _rules("--ignore", ignore), _rules("--extend-select", extend_select) or ()
    )
    if choice.select == ():
        raise typer.BadParameter("names no rule", param_hint="--select")

    def once(workspace: Workspace) -> bool:
        chosen = paths or [workspace.maps_folder()]
        if diff:
            return show_diff(workspace, chosen, choice, unsafe_fixes)
        if fix:
            workspace = write_fixes(workspace, chosen, choice, unsafe_fixes)
        run, baseline_notice = check_with_baseline(workspace, chosen, choice, add=add_baseline, cached=not no_cache)
        text = report(Report(run.findings, run.texts, Catalogue(), colour=output is None and colour_wanted()))
        # What stands on standard output then is the fixed text.
        deliver(text, output, err=fix and Path("-") in chosen)
        notice(baseline_notice)
        notice(receipts_notice(run.looked.values()))
        worst = max((finding.severity.rank for finding in run.findings), default=-1)
        return worst >= (threshold or workspace.settings.fail_on).rank

    if show_settings:
        settings = Workspace(start).settings
        typer.echo(described(choice.over(settings)._replace(fail_on=threshold or settings.fail_on)), nl=False)
        return
    if watch:
        from argmap.cli._watch import keep_checking

        failed = keep_checking(start, paths, once)
    else:
        failed = once(Workspace(start))
    if failed and not exit_zero:
        raise typer.Exit(1)


def _rules(option: str, values: list[str] | None) -> tuple[str, ...] | None:
    """The selectors of an option that may be repeated and may hold several, None where it was not given."""
    from argmap.checks.engine.select import UnknownSelectorError, matching

    if values is None:
        return None
    selectors = tuple(part.strip() for value in values for part in value.split(",") if part.strip())
    for selector in selectors:
        try:
            matching(selector)
        except UnknownSelectorError as error:
            raise typer.BadParameter(str(error), param_hint=option) from None
    return selectors


def _severity(name: str) -> Severity:
    """The severity of that name."""
    from argmap.model import Severity
    from argmap.text.suggest import did_you_mean

    if name not in tuple(Severity):
        help = did_you_mean(name, Severity) or f"choose one of {', '.join(Severity)}"
        raise typer.BadParameter(f"there is no severity '{name}'; {help}", param_hint="--fail-on")
    return Severity(name)
