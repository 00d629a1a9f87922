"""The site is built without a warning, leads to every page, and loads nothing from another host."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from html.parser import HTMLParser
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
import typer
from needs import REPOSITORY
from rule_pages import path

from argmap.checks.engine.registry import rules
from argmap.cli import app

DOCS = REPOSITORY / "docs"


class Page(HTMLParser):
    """What a page links to and what it loads."""

    def __init__(self, file: Path) -> None:
        super().__init__()
        self.links: list[str] = []
        self.loads: list[str] = []
        self.feed(file.read_text(encoding="utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if tag == "a" and name == "href":
                self.links.append(value or "")
            elif name in ("src", "srcset", "data", "poster") or (tag == "link" and name == "href"):
                self.loads.append(value or "")


# Sphinx's own theme writes the pages in a third of the time.
@pytest.mark.parametrize("theme", ["basic", pytest.param("furo", marks=pytest.mark.deep)])
def test_the_site(theme: str, tmp_path: Path) -> None:
    # One test, because its parts would each build the site where tests run in several processes.
    for package in ("sphinx", "myst_parser", "furo"):
        if find_spec(package) is None:
            pytest.skip(f"needs the package {package}: pip install 'argmap[site]'")
    site = tmp_path.resolve() / "site"
    options = ["-W", "--keep-going", "-n", "-q", "-d", str(tmp_path / "doctrees"), "-D", f"html_theme={theme}"]
    command = [sys.executable, "-m", "sphinx", *options, str(DOCS), str(site)]
    built = subprocess.run(command, check=False, capture_output=True, text=True)
    assert (built.returncode, built.stdout, built.stderr) == (0, "", "")

    reached = {file.relative_to(site).with_suffix("").as_posix() for file in _reached(site / "index.html")}
    documents = {file.relative_to(DOCS).with_suffix("").as_posix() for file in DOCS.rglob("*.md")}
    assert len(documents) > 60
    assert documents - reached == set()

    texts = {rule: site / Path(path(rule)).with_suffix(".html") for rule in rules().values()}
    assert [
        rule.code for rule, file in texts.items() if f"{rule.code} {rule.name}" not in file.read_text("utf-8")
    ] == []
    commands = (site / "commands.html").read_text(encoding="utf-8")
    names = typer.main.get_command(app).list_commands(None)
    assert len(names) >= 7
    assert [name for name in names if f'id="argmap-{name}"' not in commands] == []

    assert [load for load in _loads(site) if urlsplit(load).netloc] == []


def _reached(index: Path) -> set[Path]:
    """The pages that links lead to from *index*."""
    reached, waiting = {index}, [index]
    while waiting:
        page = waiting.pop()
        for link in map(urlsplit, Page(page).links):
            file = (page.parent / unquote(link.path)).resolve()
            if not link.netloc and file.suffix == ".html" and file not in reached:
                reached.add(file)
                waiting.append(file)
    return reached


def _loads(site: Path) -> Iterator[str]:
    """The addresses of what pages and style sheets load."""
    for file in site.rglob("*.html"):
        yield from Page(file).loads
    for file in site.rglob("*.css"):
        yield from re.findall(r"(?:url\(|@import)\s*['\"]?([^'\")\s]+)", file.read_text(encoding="utf-8"))
