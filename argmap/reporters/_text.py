"""What the reporters share that write text: how a place, a head and a sum are said."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from pathlib import PurePath

from argmap.model import Finding, Severity, Span
from argmap.reporters.report import Report
from argmap.text.printable import visible

COLOURS = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.NOTE: "36"}


def summary(findings: Iterable[Finding]) -> str:
    """``2 errors, 1 warning, 12 notes``."""
    counts = Counter(finding.severity for finding in findings)
    parts = [f"{counts[s]} {s}{'s' if counts[s] != 1 else ''}" for s in Severity if counts[s]]
    return ", ".join(parts) if parts else "nothing found"


def head(finding: Finding) -> str:
    """``error[AM201]``."""
    return f"{finding.severity}[{finding.code}]"


def place(file: str, span: Span | None) -> str:
    """``maps/city.yaml:12:5``, as terminals and editors make a link of it."""
    return f"{visible(file)}:{span.line}:{span.column}" if span else visible(file)


def sentence(finding: Finding) -> str:
    """The message, and how to fix it, in one."""
    return f"{finding.message}; {finding.help}" if finding.help else finding.message


def source_lines(run: Report) -> dict[str, list[str]]:
    """The lines of each file that a finding is in; one empty line of a file whose text is not known."""
    return {file: run.texts.get(file, "").split("\n") for file in {finding.file for finding in run.findings}}


def slashed(file: str) -> str:
    """The path *file* with forward slashes, whatever the system."""
    return PurePath(file).as_posix()


def paint(text: str, style: str, colour: bool) -> str:
    """*text* in the style of an ANSI escape sequence, if colours are wanted."""
    return f"\x1b[{style}m{text}\x1b[0m" if colour else text
