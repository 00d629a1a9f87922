"""How often each rule found something, the most frequent first."""

from __future__ import annotations

from collections import Counter

from argmap.reporters.full import summary
from argmap.reporters.report import Report


def report(run: Report) -> str:
    """Count, code and name a line, and the closing count."""
    counts = Counter(finding.code for finding in run.findings)
    ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    lines = [f"{count:>5}  {run.title(code)}" for code, count in ordered]
    return "\n".join([*lines, summary(run.findings)]) + "\n"
