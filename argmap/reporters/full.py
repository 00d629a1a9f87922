"""Findings for people: message, place, source line with a caret, help."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator, Sequence

from argmap.model import Finding, Related, Span
from argmap.reporters._text import COLOURS, head, paint, place, source_lines, summary
from argmap.reporters.report import Report
from argmap.text.printable import visible

__all__ = ["report", "summary"]

_WIDEST = 120


def report(run: Report) -> str:
    """The findings, each with its source line, and a closing count."""
    lines = source_lines(run)
    blocks = [_block(finding, lines[finding.file], run.colour) for finding in run.findings]
    return "\n".join([*blocks, summary(run.findings)]) + "\n"


def _block(finding: Finding, lines: Sequence[str], colour: bool) -> str:
    style = COLOURS[finding.severity]
    said = [
        paint(head(finding), f"1;{style}", colour) + paint(f": {visible(finding.message)}", "1", colour),
        f"  --> {place(finding.file, finding.span)}",
        *_excerpt(finding.span, lines, lambda caret: paint(caret, style, colour)),
        *(f"   = see {_related(related)}" for related in finding.related),
    ]
    if finding.help:
        said.append(f"   = help: {visible(finding.help)}")
    return "\n".join(said) + "\n"


def _related(related: Related) -> str:
    return f"{place(related.file, related.span)}: {visible(related.message)}"


def _excerpt(span: Span | None, lines: Sequence[str], paint: Callable[[str], str]) -> Iterator[str]:
    if span is None or not 1 <= span.line <= len(lines):
        return
    line = lines[span.line - 1].rstrip("\r")
    end = span.end_column if span.end_line == span.line else len(line) + 1
    # A long line is shown around the place.
    first = max(0, span.column - 1 - _WIDEST // 2) if len(line) > _WIDEST else 0
    shown, column = visible(line[first : first + _WIDEST]), span.column - 1 - first
    gutter = str(span.line)
    marked = shown[column : end - 1 - first]
    caret = "^" * max(1, _width(marked))
    yield f"{' ' * len(gutter)} |"
    yield f"{gutter} | {shown}"
    yield f"{' ' * len(gutter)} | {' ' * _width(shown[:column])}{paint(caret)}"


def _width(text: str) -> int:
    """Columns on a terminal: two for wide letters (Unicode Standard Annex 11), none for combining marks."""
    return sum(
        0 if unicodedata.combining(letter) else 2 if unicodedata.east_asian_width(letter) in "WF" else 1
        for letter in text
    )
