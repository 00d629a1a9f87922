"""Writes what is made from the program: rules, schemes, commands, pictures, and what the tutorial's commands say.

Run it with `make docs`; a test fails where a page is not what this would write.
"""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import typer
from api_page import api_page
from bibtex_page import page as bibtex_page
from example_page import example_page
from rule_pages import rule_pages, table
from scheme_page import scheme_page

from argmap.cli import app

DOCS = Path(__file__).parent
_ENVIRONMENT = {key: value for key, value in os.environ.items() if key != "ARGMAP_SOURCES"}


def pages() -> dict[str, str]:
    """The generated files, by their path below this folder."""
    tutorial, picture = _tutorial()
    return {
        "tutorial.md": tutorial,
        "pictures/sundays.svg": picture,
        "rules.md": table(),
        **rule_pages(),
        "api.md": api_page(),
        "bibtex.md": bibtex_page(),
        "example.md": example_page(),
        "schemes.md": scheme_page(),
        "commands.md": "\n".join(_commands()) + "\n",
        **gallery(),
    }


def gallery() -> dict[str, str]:
    """The pictures of the gallery, made by the commands that stand above them there."""
    page = (DOCS / "gallery.md").read_text(encoding="utf-8")
    return {
        f"pictures/{command.split()[-1]}": _drawn(command) for command in re.findall(r"^argmap .*$", page, re.MULTILINE)
    }


def _commands() -> Iterator[str]:
    yield "# The commands"
    yield ""
    yield "Data goes to standard output and messages to standard error. Exit codes: 0; 1 where a check finds errors;"
    yield "2 for wrong usage and trouble with files."
    os.environ["COLUMNS"] = "100"
    for path, command in _with_parts("argmap", typer.main.get_command(app)):
        context = command.context_class(command, info_name=path)
        yield from ("", f"## {path}", "", "```text", command.get_help(context).strip(), "```")


def _with_parts(path: str, command: Any) -> Iterator[tuple[str, Any]]:
    """A command, and where it is a group all commands in it, by what is typed for them."""
    yield path, command
    if hasattr(command, "list_commands"):
        for name in command.list_commands(None):
            yield from _with_parts(f"{path} {name}", command.get_command(None, name))


def _tutorial() -> tuple[str, str]:
    """The tutorial with what its commands say, and the picture that it draws."""
    page = (DOCS / "tutorial.md").read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory() as folder:

        def run(block: re.Match[str]) -> str:
            kind, name, body = block.groups()
            if name:
                Path(folder, name).parent.mkdir(exist_ok=True)
                Path(folder, name).write_text(body, encoding="utf-8")
            if kind != "console":
                return block[0]
            commands = re.findall(r"^\$ (.*)$", body, re.MULTILINE)
            return f"```console\n{''.join(_said(command, folder) for command in commands)}```\n"

        page = re.sub(r"^```(\w+) ?(\S*)\n(.*?)^```\n", run, page, flags=re.MULTILINE | re.DOTALL)
        return page, Path(folder, "sundays.svg").read_text(encoding="utf-8")


def _said(command: str, folder: str) -> str:
    words = [sys.executable, "-m", *shlex.split(command)]
    # Standard error stands where a terminal would show it, after what a command prints.
    done = subprocess.run(words, cwd=folder, capture_output=True, text=True, check=False, env=_ENVIRONMENT)  # noqa: S603
    return f"$ {command}\n{done.stdout}{done.stderr}"


def _drawn(command: str) -> str:
    with tempfile.TemporaryDirectory() as folder:
        *words, name = shlex.split(command)
        picture = Path(folder, name)
        subprocess.run(  # noqa: S603
            [sys.executable, "-m", *words, str(picture)], cwd=DOCS.parent, check=True, env=_ENVIRONMENT
        )
        return picture.read_text(encoding="utf-8")


if __name__ == "__main__":
    pictures_only = "--gallery" in sys.argv[1:]
    made = gallery() if pictures_only else pages()
    for page in (DOCS / "rules").glob("*.md"):
        if f"rules/{page.name}" not in made and not pictures_only:
            page.unlink()
            print(f"removed docs/rules/{page.name}")
    for name, text in made.items():
        (DOCS / name).parent.mkdir(exist_ok=True)
        (DOCS / name).write_text(text, encoding="utf-8")
        print(f"wrote docs/{name}")
