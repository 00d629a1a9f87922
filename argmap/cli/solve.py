"""`argmap solve`."""

import time
from typing import Annotated

import typer

from argmap.logic.solve import TIMEOUT, Request


def solve(
    problem: Annotated[str | None, typer.Option("-p", metavar="PROBLEM", help="A task and a semantics.")] = None,
    file: Annotated[str | None, typer.Option("-f", metavar="FILE", help="The framework, or '-'.")] = None,
    format: Annotated[
        str | None, typer.Option("-fo", metavar="FORMAT", help="af, apx or tgf. Default: what FILE looks like.")
    ] = None,
    argument: Annotated[str | None, typer.Option("-a", metavar="ARGUMENT", help="Whom DC and DS ask about.")] = None,
    timeout: Annotated[float, typer.Option(metavar="SECONDS", min=0.0, help="When to give up, with code 3.")] = TIMEOUT,
    limit: Annotated[int | None, typer.Option(metavar="N", min=1, help="How many extensions EE gives at most.")] = None,
    witness: Annotated[bool, typer.Option("--witness/--no-witness", help="Show an extension with the verdict.")] = True,
    problems: Annotated[bool, typer.Option("--problems", help="List the problems.")] = False,
    formats: Annotated[bool, typer.Option("--formats", help="List the formats.")] = False,
) -> None:
    """Answer a question about an abstract argumentation framework, in the form of the ICCMA competitions.

    PROBLEM is SE (one extension), EE (all), CE (how many), DC (is ARGUMENT in some) or DS (is it in all), and after a
    hyphen CO (complete), GR (grounded), PR (preferred), ST (stable), SST (semi-stable), STG (stage) or ID (ideal).
    """
    from argmap.logic.files import FORMATS
    from argmap.logic.solve import PROBLEMS, run

    if problems or formats:
        typer.echo(f"[{','.join(PROBLEMS if problems else FORMATS)}]")
        return
    if problem is None or file is None:
        raise typer.BadParameter("say which problem, of which file", param_hint="-p and -f")
    request = Request(problem, file, format, argument, timeout, limit, witness)
    raise typer.Exit(run(request, time.monotonic()))
