"""The page on what argmap and BibTeX read, made from the cases that the tests hold argmap to."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path
from textwrap import fill

CASES = Path(__file__).parents[1] / "tests" / "bibliography" / "bibtex_cases.toml"
_ABOUT = """\
Bibliographies are read as BibTeX reads them, wherever BibLaTeX does not want it otherwise. What BibTeX itself (0.99d,
of Debian's TeX Live) makes of {count} cases is kept in `tests/bibliography/golden/bibtex.json`, and the tests hold
argmap to it: the values of the fields, the parts of names, and whether there is anything to complain of. They need no
BibTeX. `make oracles` asks it again; the cases are in `tests/bibliography/bibtex_cases.toml`, and this page is made
from them.

A month is a number here, as BibLaTeX wants it; which word BibTeX puts there is a matter of its style."""


def page() -> str:
    """The text of the page."""
    return "\n".join(_page()) + "\n"


def _page() -> Iterator[str]:
    groups = tomllib.loads(CASES.read_text(encoding="utf-8"))
    reasons = groups.pop("reasons")
    yield "# What BibTeX reads, and argmap"
    yield ""
    yield _ABOUT.format(count=sum(map(len, groups.values())))
    yield from ("", "## Where they agree", "")
    for group, cases in groups.items():
        agreed = [name for name in cases if name not in reasons]
        yield fill(f"- {group.capitalize()} ({len(agreed)}): {'; '.join(agreed)}.", 120, subsequent_indent="  ")
    yield from ("", "## Where they differ, and why", "", "| case | reason |", "| --- | --- |")
    yield from (f"| {name} | {reason} |" for name, reason in reasons.items())
