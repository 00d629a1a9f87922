"""Findings: what a check reports, as values with a place."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class Severity(StrEnum):
    """How bad it is: an error fails the run, a warning deserves a look, a note is for information."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"

    @property
    def rank(self) -> int:
        """0 for a note, 1 for a warning, 2 for an error."""
        return ("note", "warning", "error").index(self.value)


class Span(NamedTuple):
    """A stretch of a text file; lines and columns count from 1, columns in code points.

    Attributes:
        line: Where it begins.
        column: Where it begins in that line.
        end_line: Where it ends.
        end_column: The column behind its last character.
    """

    line: int
    column: int
    end_line: int
    end_column: int


class Related(NamedTuple):
    """Another place that a finding speaks of.

    Attributes:
        message: What is there.
        file: The file.
        span: Where in it; None for all of it.
    """

    message: str
    file: str
    span: Span | None


class Edit(NamedTuple):
    """A change to a text.

    Attributes:
        span: What is replaced; an empty span inserts.
        text: What stands there from then on; an empty text removes.
    """

    span: Span
    text: str


class Fix(NamedTuple):
    """What fixes a finding.

    Attributes:
        message: What the edits do.
        edits: The edits to make, all of them.
        safe: Whether it can only mean what the author meant; one that is not wants a look.
    """

    message: str
    edits: tuple[Edit, ...]
    safe: bool = True


class Fault(NamedTuple):
    """What the reader of a file found wrong with its spelling; a finding of the rule that it names.

    Attributes:
        rule: The name of the rule.
        message: What is wrong.
        span: Where.
        help: What to do, in words.
        fix: What to do, as edits to the file.
        related: Other places that it speaks of.
    """

    rule: str
    message: str
    span: Span
    help: str | None = None
    fix: Fix | None = None
    related: tuple[Related, ...] = ()


class Finding(NamedTuple):
    """One thing that a check reports.

    Attributes:
        code: The code of its rule: ``AM201``.
        severity: How bad it is.
        message: What is wrong.
        file: The file.
        span: Where in the file; None for all of it.
        help: How to fix it, in words.
        related: Other places that it speaks of.
        fix: How to fix it, as edits to the file.
    """

    code: str
    severity: Severity
    message: str
    file: str
    span: Span | None = None
    help: str | None = None
    related: tuple[Related, ...] = ()
    fix: Fix | None = None


class RuleInfo(NamedTuple):
    """A rule as it is told.

    Attributes:
        code: ``AM201``.
        name: ``unknown-node``.
        severity: That of its findings.
        summary: What it finds, in one sentence.
        explanation: Its whole documentation, in Markdown.
    """

    code: str
    name: str
    severity: Severity
    summary: str
    explanation: str
