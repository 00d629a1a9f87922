"""Findings for people and editors that read compilers: one a line, and a closing count."""

from __future__ import annotations

from argmap.reporters._text import COLOURS, head, paint, place, summary
from argmap.reporters.report import Report
from argmap.text.printable import visible


def report(run: Report) -> str:
    """``maps/city.yaml:12:5: error[AM201] no node has the id 'survy'`` for each finding; then how many there are."""
    lines = [
        f"{place(finding.file, finding.span)}: {paint(head(finding), COLOURS[finding.severity], run.colour)} "
        f"{visible(finding.message)}"
        for finding in run.findings
    ]
    return "\n".join([*lines, summary(run.findings)]) + "\n"
