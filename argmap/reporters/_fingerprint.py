"""What a finding is known by from run to run."""

from __future__ import annotations

import hashlib
import json
from collections import Counter

from argmap.model import Finding
from argmap.reporters._text import slashed, source_lines
from argmap.reporters.report import Report


def fingerprints(run: Report) -> list[str]:
    """A fingerprint for each finding, unlike that of any other, and the same where lines have moved.

    It is made of the code, the file, the text of the line without its white space at the ends and doubled, and how many
    such findings came before.
    """
    lines = source_lines(run)
    seen: Counter[tuple[str, str, str]] = Counter()
    found = []
    for finding in run.findings:
        kind = (finding.code, slashed(finding.file), _line(finding, lines[finding.file]))
        found.append(hashlib.sha256(json.dumps([*kind, seen[kind]]).encode("ascii")).hexdigest()[:32])
        seen[kind] += 1
    return found


def _line(finding: Finding, lines: list[str]) -> str:
    if finding.span is None or not 1 <= finding.span.line <= len(lines):
        return ""
    return " ".join(lines[finding.span.line - 1].split())
