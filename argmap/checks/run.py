"""Running the rules: from loaded files to findings. No files are read here, so unsaved text can be checked too."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any

from argmap.checks.registry import by_name, of
from argmap.checks.rule import BibliographyContext, ComparisonContext, MapContext, Path, Rule, Scope
from argmap.formats.native import Document
from argmap.model import Finding, Map, Related, Span

if TYPE_CHECKING:
    from argmap.bibliography import Bibliography

_IGNORE = re.compile(r"# argmap: ignore\[(?P<codes>[^\]]*)\]")


def check_document(document: Document, context: MapContext | ComparisonContext) -> list[Finding]:
    """What the rules, and the reader of the file, find in a map or a comparison, in the order of its lines."""
    found = []
    for fault in document.faults:
        rule = by_name()[fault.rule]
        found.append(Finding(rule.code, rule.severity, fault.message, document.file, fault.span, fault.help))
    if document.content is not None:
        scope = Scope.MAP if isinstance(document.content, Map) else Scope.COMPARISON
        rules = [rule for rule in of(scope) if document.whole or rule.partial]
        found += _run(rules, document.content, context, document.file, document.span)
    return in_order(_unsilenced(found, document.text))


def check_bibliography(bibliography: Bibliography, context: BibliographyContext) -> list[Finding]:
    """What the rules, and the reader of the file, find in a bibliography, in the order of its lines."""

    def span(place: Path) -> Span | None:
        entry = bibliography.entries.get(place[0])
        return None if entry is None else entry.place(place[1]) if len(place) > 1 else entry.span

    found = [*bibliography.findings, *_run(of(Scope.BIBLIOGRAPHY), bibliography, context, bibliography.file, span)]
    return in_order(_unsilenced(found, bibliography.text))


def in_order(findings: Iterable[Finding]) -> list[Finding]:
    """Findings by file, line, column and code."""
    return sorted(findings, key=lambda finding: (finding.file, finding.span or Span(0, 0, 0, 0), finding.code))


def _run(
    rules: Iterable[Rule], subject: Any, context: Any, file: str, span: Callable[[Path], Span | None]
) -> Iterator[Finding]:
    for rule in rules:
        if rule.run is None:
            continue
        for problem in rule.run(subject, context):
            related = tuple(Related(message, file, span(place)) for message, place in problem.related)
            yield Finding(rule.code, rule.severity, problem.message, file, span(problem.place), problem.help, related)


def _unsilenced(findings: list[Finding], text: str) -> list[Finding]:
    """The findings that no ``# argmap: ignore[CODE]`` speaks of, on their line or alone on the line before."""
    if "# argmap: ignore[" not in text:
        return findings
    silenced: set[tuple[int, str]] = set()
    for number, line in enumerate(text.split("\n"), start=1):
        match = _IGNORE.search(line)
        if match:
            target = number + 1 if line.lstrip().startswith("# argmap:") else number
            silenced.update((target, code.strip()) for code in match["codes"].split(","))
    return [
        finding for finding in findings if finding.span is None or (finding.span.line, finding.code) not in silenced
    ]
