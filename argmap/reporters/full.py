"""Findings for people: message, place, source line with a caret, help."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from argmap.model import Finding, Related, Severity, Span

_COLOURS = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.NOTE: "36"}
_WIDEST = 120


def report(findings: Sequence[Finding], texts: Mapping[str, str], colour: bool = False) -> str:
    """The findings, each with its source line from *texts* (by file), and a closing count; ends with a newline."""
    blocks = [_block(finding, _lines(finding, texts), colour) for finding in findings]
    return "\n".join([*blocks, summary(findings)]) + "\n"


def summary(findings: Iterable[Finding]) -> str:
    """``2 errors, 1 warning, 12 notes``."""
    counts = Counter(finding.severity for finding in findings)
    parts = [f"{counts[s]} {s}{'s' if counts[s] != 1 else ''}" for s in Severity if counts[s]]
    return ", ".join(parts) if parts else "nothing found"


def _lines(finding: Finding, texts: Mapping[str, str]) -> Sequence[str]:
    return texts.get(finding.file, "").split("\n")


def _block(finding: Finding, lines: Sequence[str], colour: bool) -> str:
    def paint(text: str, style: str) -> str:
        return f"\x1b[{style}m{text}\x1b[0m" if colour else text

    head = paint(f"{finding.severity}[{finding.code}]", f"1;{_COLOURS[finding.severity]}")
    said = [f"{head}{paint(f': {_visible(finding.message)}', '1')}", f"  --> {_place(finding.file, finding.span)}"]
    said += _excerpt(finding.span, lines, lambda caret: paint(caret, _COLOURS[finding.severity]))
    said += [f"   = see {_related(related)}" for related in finding.related]
    if finding.help:
        said.append(f"   = help: {_visible(finding.help)}")
    return "\n".join(said) + "\n"


def _place(file: str, span: Span | None) -> str:
    return f"{file}:{span.line}:{span.column}" if span else file


def _related(related: Related) -> str:
    return f"{_place(related.file, related.span)}: {_visible(related.message)}"


def _excerpt(span: Span | None, lines: Sequence[str], paint: Callable[[str], str]) -> Iterator[str]:
    if span is None or not 1 <= span.line <= len(lines):
        return
    line = lines[span.line - 1].rstrip("\r")
    end = span.end_column if span.end_line == span.line else len(line) + 1
    # A long line is shown around the place.
    first = max(0, span.column - 1 - _WIDEST // 2) if len(line) > _WIDEST else 0
    shown, column = line[first : first + _WIDEST], span.column - 1 - first
    gutter = str(span.line)
    marked = shown[column : end - 1 - first]
    caret = "^" * max(1, _width(marked))
    yield f"{' ' * len(gutter)} |"
    yield f"{gutter} | {_visible(shown)}"
    yield f"{' ' * len(gutter)} | {' ' * _width(shown[:column])}{paint(caret)}"


def _visible(text: str) -> str:
    """Without characters that would steer the terminal."""
    return "".join(letter if letter.isprintable() else "\ufffd" for letter in text.replace("\t", " "))


def _width(text: str) -> int:
    """Columns on a terminal: two for wide letters (Unicode Standard Annex 11), none for combining marks."""
    return sum(
        0 if unicodedata.combining(letter) else 2 if unicodedata.east_asian_width(letter) in "WF" else 1
        for letter in text
    )
