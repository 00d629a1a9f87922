"""Findings as text, one format a module.

A reporter is a module of this package with a function ``report`` from a :class:`~argmap.reporters.report.Report` to
text that ends with a newline, or to nothing. The same report gives the same text on every machine. What reporters share
is in ``report.py`` and in the modules with an underscore.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING

from argmap.text.suggest import did_you_mean

if TYPE_CHECKING:
    from argmap.reporters.report import Report


REPORTERS = {
    "concise": "argmap.reporters.concise",
    "full": "argmap.reporters.full",
    "github": "argmap.reporters.github",
    "gitlab": "argmap.reporters.gitlab",
    "grouped": "argmap.reporters.grouped",
    "json": "argmap.reporters.json",
    "jsonl": "argmap.reporters.jsonl",
    "junit": "argmap.reporters.junit",
    "sarif": "argmap.reporters.sarif",
    "statistics": "argmap.reporters.statistics",
}
"""The module of each reporter."""


def reporter(name: str) -> Callable[[Report], str]:
    """The reporter of that name; no other is imported.

    Raises:
        ValueError: There is no such reporter.
    """
    if name not in REPORTERS:
        near = did_you_mean(name, REPORTERS)
        choices = f"choose one of {', '.join(REPORTERS)}"
        raise ValueError(f"there is no output format '{name}'; {f'{near} ' if near else ''}{choices}")
    report: Callable[[Report], str] = import_module(REPORTERS[name]).report
    return report
