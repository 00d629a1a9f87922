"""Findings as JSON has them."""

from __future__ import annotations

from typing import Any

from argmap.model import Finding, Fix, Span
from argmap.reporters._text import slashed
from argmap.reporters.report import Report


def as_object(finding: Finding, run: Report) -> dict[str, Any]:
    """A finding as an object."""
    return {
        "code": finding.code,
        "name": run.rules[finding.code].name,
        "severity": finding.severity,
        "message": finding.message,
        "help": finding.help,
        "file": slashed(finding.file),
        "span": _span(finding.span),
        "related": [
            {"message": related.message, "file": slashed(related.file), "span": _span(related.span)}
            for related in finding.related
        ],
        "fix": _fix(finding.fix),
    }


def _span(span: Span | None) -> dict[str, int] | None:
    return None if span is None else span._asdict()


def _fix(fix: Fix | None) -> dict[str, Any] | None:
    if fix is None:
        return None
    edits = [{"span": _span(edit.span), "text": edit.text} for edit in fix.edits]
    return {"message": fix.message, "safe": fix.safe, "edits": edits}
