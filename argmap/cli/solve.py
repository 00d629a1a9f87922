"""`argmap solve`."""

import sys
import time
from pathlib import Path
from typing import Annotated

import typer

_LARGEST = 128 * 2**20  # bytes of a file
_STDIN = "-"
_UNDECIDED = 3  # the exit code where the time ran out


def solve(
    problem: Annotated[str | None, typer.Option("-p", metavar="PROBLEM", help="A task and a semantics.")] = None,
    file: Annotated[str | None, typer.Option("-f", metavar="FILE", help="The framework, or '-'.")] = None,
    format: Annotated[
        str | None, typer.Option("-fo", metavar="FORMAT", help="af, apx or tgf. Default: what FILE looks like.")
    ] = None,
    argument: Annotated[
        str | None, typer.Option("-a", metavar="ARGUMENT", help="The argument that DC and DS ask about.")
    ] = None,
    timeout: Annotated[float, typer.Option(metavar="SECONDS", min=0.0, help="When to give up, with code 3.")] = 60.0,
    limit: Annotated[int | None, typer.Option(metavar="N", min=1, help="How many extensions EE gives at most.")] = None,
    witness: Annotated[bool, typer.Option("--witness/--no-witness", help="Show an extension with the verdict.")] = True,
    problems: Annotated[bool, typer.Option("--problems", help="List the problems.")] = False,
    formats: Annotated[bool, typer.Option("--formats", help="List the formats.")] = False,
) -> None:
    """Answer a question about an abstract argumentation framework, in the form of the ICCMA competitions.

    PROBLEM is SE (one extension), EE (all), CE (how many), DC (is ARGUMENT in some) or DS (is it in all), and after a
    hyphen CO (complete), GR (grounded), PR (preferred), ST (stable), SST (semi-stable), STG (stage) or ID (ideal).
    """
    from argmap.logic.files import FORMATS, FormatError, read
    from argmap.logic.sat import UndecidedError
    from argmap.logic.solve import PROBLEMS, QueryError, answers, query
    from argmap.workspace.errors import WorkspaceError

    until = time.monotonic() + timeout
    if problems or formats:
        typer.echo(f"[{','.join(PROBLEMS if problems else FORMATS)}]")
        return
    if problem is None or file is None:
        raise typer.BadParameter("say which problem, of which file", param_hint="-p and -f")
    name = "<stdin>" if file == _STDIN else file
    try:
        asked = query(problem, argument)
        framework = read(_bytes(file, name), format)
        for line in answers(asked, framework, until=until, limit=limit, witness=witness):
            print(line)
    except FormatError as error:
        raise WorkspaceError(f"{name}: {error}") from None
    except QueryError as error:
        raise WorkspaceError(str(error)) from None
    except UndecidedError:
        sys.stdout.flush()
        typer.echo(f"argmap: undecided within {timeout:g} s", err=True)
        raise typer.Exit(_UNDECIDED) from None
    sys.stdout.flush()


def _bytes(file: str, name: str) -> bytes:
    """The bytes of the file. Raises WorkspaceError where it cannot be read, or is too large."""
    from argmap.workspace.errors import WorkspaceError

    if file == _STDIN:
        data = sys.stdin.buffer.read(_LARGEST + 1)
    else:
        try:
            with Path(file).open("rb") as stream:
                data = stream.read(_LARGEST + 1)
        except (OSError, ValueError) as error:  # ValueError: a name with a null character
            raise WorkspaceError(f"{name}: {getattr(error, 'strerror', None) or error}") from None
    if len(data) > _LARGEST:
        raise WorkspaceError(f"{name}: more than {_LARGEST:,} bytes")
    return data
