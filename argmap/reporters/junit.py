"""Findings as the test report that build servers read: a suite for each file, a case for each finding.

An error or a warning is a failed case, a note a passed one that says something, and a clean file has one passed case.

References:
    The JUnit XML of Apache Ant and Maven Surefire, in the parts that all readers agree on.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from argmap.model import Finding, Severity
from argmap.reporters._text import sentence, slashed
from argmap.reporters.report import Report

_MARKUP = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"}
_SPECIAL = re.compile(r'[^ -~]|[&<>"]')
# Extensible Markup Language (XML) 1.0, production 2: the letters that a document can hold, be they escaped or not.
_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def report(run: Report) -> str:
    """One document."""
    suites: dict[str, list[Finding]] = {file: [] for file in sorted({*run.texts, *(f.file for f in run.findings)})}
    for finding in run.findings:
        suites[finding.file].append(finding)
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<testsuites name="argmap" {_counts(sum(map(_cases, suites.values())), run.findings)}>',
        *(line for file, findings in suites.items() for line in _suite(file, findings, run)),
        "</testsuites>",
    ]
    return "\n".join(lines) + "\n"


def _suite(file: str, findings: Sequence[Finding], run: Report) -> Iterator[str]:
    name = _escaped(slashed(file))
    yield f'  <testsuite name="{name}" {_counts(_cases(findings), findings)}>'
    if not findings:
        yield f'    <testcase name="nothing found" classname="{name}"/>'
    for finding in findings:
        title, said = run.title(finding.code), _escaped(sentence(finding))
        at = f' line="{finding.span.line}"' if finding.span else ""
        place = f" at {finding.span.line}:{finding.span.column}" if finding.span else ""
        yield f'    <testcase name="{_escaped(title + place)}" classname="{name}" file="{name}"{at}>'
        if _fails(finding):
            yield f'      <failure type="{finding.severity}" message="{_escaped(finding.message)}">{said}</failure>'
        else:
            yield f"      <system-out>{said}</system-out>"
        yield "    </testcase>"
    yield "  </testsuite>"


def _cases(findings: Sequence[Finding]) -> int:
    return max(1, len(findings))


def _counts(cases: int, findings: Sequence[Finding]) -> str:
    return f'tests="{cases}" failures="{sum(map(_fails, findings))}" errors="0" skipped="0"'


def _fails(finding: Finding) -> bool:
    return finding.severity is not Severity.NOTE


def _escaped(text: str) -> str:
    """*text* for an attribute or an element, with U+FFFD for what XML cannot hold."""
    return _SPECIAL.sub(_reference, _FORBIDDEN.sub("\ufffd", text))


def _reference(match: re.Match[str]) -> str:
    letter = match[0]
    return _MARKUP.get(letter) or (letter if letter.isprintable() else f"&#{ord(letter)};")
