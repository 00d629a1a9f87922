"""Findings for people, file by file, in columns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from argmap.model import Finding
from argmap.reporters._text import COLOURS, head, paint, summary
from argmap.reporters.report import Report
from argmap.text.printable import visible


def report(run: Report) -> str:
    """Each file with its findings, place, severity, code and message below one another; then how many there are."""
    files: dict[str, list[Finding]] = {}
    for finding in run.findings:
        files.setdefault(finding.file, []).append(finding)
    blocks = ["\n".join(_block(file, findings, run.colour)) + "\n" for file, findings in files.items()]
    return "\n".join([*blocks, summary(run.findings)]) + "\n"


def _block(file: str, findings: Sequence[Finding], colour: bool) -> Iterator[str]:
    places = [f"{finding.span.line}:{finding.span.column}" if finding.span else "-" for finding in findings]
    heads = [head(finding) for finding in findings]
    widest_place, widest_head = max(map(len, places)), max(map(len, heads))
    yield paint(visible(file), "1", colour)
    for place, said, finding in zip(places, heads, findings, strict=True):
        column = paint(said.ljust(widest_head), COLOURS[finding.severity], colour)
        yield f"  {place.ljust(widest_place)}  {column}  {visible(finding.message)}"
