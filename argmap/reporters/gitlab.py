"""Findings as a Code Quality report of GitLab.

References:
    GitLab Docs, "Code Quality": code quality report format.
"""

from __future__ import annotations

from typing import Any

from argmap.model import Finding, Severity
from argmap.reporters._fingerprint import fingerprints
from argmap.reporters._text import sentence, slashed
from argmap.reporters.report import Report
from argmap.text.printable import encode

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.NOTE: "info"}


def report(run: Report) -> str:
    """The findings as one array."""
    known = zip(run.findings, fingerprints(run), strict=True)
    return encode([_issue(finding, run.title(finding.code), fingerprint) for finding, fingerprint in known])


def _issue(finding: Finding, title: str, fingerprint: str) -> dict[str, Any]:
    # GitLab wants a line: the first, where a finding is about the whole file.
    begin, end = (finding.span.line, finding.span.end_line) if finding.span else (1, 1)
    return {
        "description": sentence(finding),
        "check_name": title,
        "fingerprint": fingerprint,
        "severity": _SEVERITIES[finding.severity],
        "location": {"path": slashed(finding.file), "lines": {"begin": begin, "end": end}},
    }
