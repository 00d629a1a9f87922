"""Findings for programs that read line by line: one JSON object a line, of the shape that ``json`` has."""

from __future__ import annotations

from argmap.reporters._json import as_object
from argmap.reporters.report import Report
from argmap.text.printable import encode


def report(run: Report) -> str:
    """The findings, a line each; nothing where there are none."""
    return "".join(encode(as_object(finding, run), indent=None) for finding in run.findings)
