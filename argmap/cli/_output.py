"""Where output goes and how it looks; shared by the commands."""

from __future__ import annotations

import os
import sys
from enum import StrEnum
from pathlib import Path

import typer

from argmap.workspace import files


class Format(StrEnum):
    """How a command writes what it found: for people, or for programs."""

    TEXT = "text"
    JSON = "json"


def colour_wanted() -> bool:
    """Whether standard output is a terminal that wants colours (https://no-color.org)."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def deliver(content: str | bytes, output: str | None, err: bool = False) -> None:
    """Write to the file *output*, whole or not at all, or to standard output (with *err*: error) for None and ``-``."""
    if output is None or output == files.STDIN:
        typer.echo(content, nl=False, err=err)
    else:
        files.write(Path(output), content)


def notice(text: str | None) -> None:
    """Say *text*, if there is any, on standard error."""
    if text:
        typer.echo(f"argmap: {text}", err=True)


def format_of(to: str | None, output: str | None, default: str) -> str:
    """The format asked for by ``--to``, else by the ending of the output file, else *default*."""
    return to or (Path(output).suffix.removeprefix(".") if output else "") or default
