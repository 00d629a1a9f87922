"""The command line: one module a command, thin (parse, call, print), imported when its command is called."""

from __future__ import annotations

import importlib
import os
import sys
from typing import Annotated, Any, NoReturn

import typer
from typer.core import TyperGroup

from argmap import __version__
from argmap.extras import MissingExtraError

COMMANDS = {
    "bib": "argmap.cli.bib",
    "build": "argmap.cli.build",
    "check": "argmap.cli.check",
    "cite": "argmap.cli.cite",
    "compare": "argmap.cli.compare",
    "explain": "argmap.cli.explain",
    "fmt": "argmap.cli.fmt",
    "new": "argmap.cli.new",
    "outline": "argmap.cli.outline",
    "questions": "argmap.cli.questions",
    "rename": "argmap.cli.rename",
    "render": "argmap.cli.render",
    "rules": "argmap.cli.rules",
    "schema": "argmap.cli.schema",
    "schemes": "argmap.cli.schemes",
    "show": "argmap.cli.show",
    "solve": "argmap.cli.solve",
    "sources": "argmap.cli.sources",
    "stats": "argmap.cli.stats",
    "themes": "argmap.cli.themes",
    "weigh": "argmap.cli.weigh",
}
"""The module of each command: it has a function of that name, or for a group of commands an ``app``."""


class _Commands(TyperGroup):
    """The commands, each imported when it is called."""

    def list_commands(self, ctx: Any) -> list[str]:
        """The names of the commands."""
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """The command of that name; None where there is none."""
        if cmd_name not in COMMANDS:
            return None
        module = importlib.import_module(COMMANDS[cmd_name])
        single = getattr(module, "app", None)
        if single is None:
            single = typer.Typer(add_completion=False, rich_markup_mode=None)
            single.command(cmd_name)(getattr(module, cmd_name))
        return typer.main.get_command(single)


app = typer.Typer(
    cls=_Commands,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"argmap {__version__}")
        raise typer.Exit


@app.callback()
def argmap(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version and exit.")
    ] = False,
) -> None:
    """Argument maps as code, with receipts: draw, compare, cite and check what a text argues.

    MAP is the path of a map file, the id of a map in the maps folder, or '-' for standard input.
    """


def run() -> NoReturn:
    """Run the command line and exit: 0, 1 for findings that fail a check, 2 for usage and file trouble."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        app(prog_name="argmap")  # which exits; a closed pipe is its business too
    except OSError as error:  # a file that cannot be used, a full disk
        typer.echo(f"argmap: {f'{error.filename}: ' if error.filename else ''}{error.strerror or error}", err=True)
    except MissingExtraError as error:
        typer.echo(f"argmap: {error}", err=True)
    try:
        sys.stdout.flush()
    except OSError:  # Python would try again at its end, and complain
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    sys.exit(2)
