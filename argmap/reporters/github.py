"""Findings as annotations of a GitHub workflow run.

References:
    GitHub Docs, "Workflow commands for GitHub Actions": setting an error, warning or notice message.
"""

from __future__ import annotations

from argmap.model import Finding, Severity
from argmap.reporters._text import sentence, slashed
from argmap.reporters.report import Report
from argmap.text.printable import visible

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def report(run: Report) -> str:
    """A workflow command for each finding; nothing where there are none."""
    return "".join(_command(finding, run.title(finding.code)) + "\n" for finding in run.findings)


def _command(finding: Finding, title: str) -> str:
    properties = {"file": slashed(finding.file)}
    if finding.span:
        line, column, end_line, end_column = map(str, finding.span)
        properties |= {"line": line, "endLine": end_line}
        if line == end_line:  # columns of a stretch of several lines are refused
            properties |= {"col": column, "endColumn": end_column}
    properties["title"] = title
    said = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    return f"::{_COMMANDS[finding.severity]} {said}::{_data(sentence(finding))}"


def _data(text: str) -> str:
    return visible(text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A"))


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
