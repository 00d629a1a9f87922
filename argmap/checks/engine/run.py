"""Running the rules: from loaded files to findings. No files are read here, so unsaved text can be checked too."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from argmap.checks.engine.graph_fix import fixer
from argmap.checks.engine.ignore import ignore
from argmap.checks.engine.registry import by_name, of, rules
from argmap.checks.engine.rule import (
    BibliographyContext,
    ComparisonContext,
    Identified,
    MapContext,
    Place,
    Problem,
    Rule,
    Scope,
)
from argmap.checks.engine.unused_ignores import with_removals
from argmap.formats.native import Document
from argmap.model import Fault, Finding, Fix, Map, Related, Span

if TYPE_CHECKING:
    from argmap.bibliography import Bibliography


MOST_OF_A_RULE = 1000


def check_document(
    document: Document,
    context: MapContext | ComparisonContext,
    enabled: frozenset[str] | None = None,
    most: int = MOST_OF_A_RULE,
) -> list[Finding]:
    """What the rules, and the reader of the file, find in a map or a comparison, in the order of its lines.

    *enabled* holds the codes of the rules to run, None for all. Of one rule there are *most* findings at most, and then
    one that says how many are left out, so that no file floods those who read of it.
    """
    enabled = frozenset(rules()) if enabled is None else enabled
    found = reader_findings(document.faults, document.file)
    ran = {rule.code for rule in of(Scope.SYNTAX)}
    if document.content is not None:
        scope = Scope.MAP if isinstance(document.content, Map) else Scope.COMPARISON
        running = _running(scope, context, enabled, document.whole)
        ran.update(rule.code for rule in running)
        found += _run(running, document.content, context, document.file, document.span, fixer(document))
    return with_removals(_finished(found, document.text, document.file, enabled & ran, most), document)


def reader_findings(faults: Iterable[Fault], file: str) -> list[Finding]:
    """The *faults* that the reader of *file* found, as findings of their rules."""
    return [
        Finding(rule.code, rule.severity, fault.message, file, fault.span, fault.help, fault.related, fault.fix)
        for fault in faults
        for rule in (by_name()[fault.rule],)
    ]


def check_bibliography(
    bibliography: Bibliography,
    context: BibliographyContext,
    enabled: frozenset[str] | None = None,
    most: int = MOST_OF_A_RULE,
) -> list[Finding]:
    """What the rules, and the reader of the file, find in a bibliography, in the order of its lines.

    *enabled* and *most* are those of :func:`check_document`.
    """

    def span(place: Place) -> Span | None:
        entry = bibliography.entries.get(place[0])
        return None if entry is None else entry.place(place[1]) if len(place) > 1 else entry.span

    enabled = frozenset(rules()) if enabled is None else enabled
    running = _running(Scope.BIBLIOGRAPHY, context, enabled)
    ran = {rule.code for rule in (*of(Scope.SYNTAX), *running)}
    found = reader_findings(bibliography.faults, bibliography.file)
    # Nobody agrees where lines end at a carriage return alone, so there no edit would have its place.
    exact = "\r" not in bibliography.text or "\r" not in bibliography.text.replace("\r\n", "")
    found += _run(running, bibliography, context, bibliography.file, span, lambda each: each.fix if exact else None)
    return _finished(found, bibliography.text, bibliography.file, enabled & ran, most)


def check_workspace(files: Sequence[Identified]) -> dict[str, list[Finding]]:
    """What the rules on a workspace find in *files*, by file."""
    spans = {each.file: each.span for each in files}
    findings: dict[str, list[Finding]] = {}
    for rule in of(Scope.WORKSPACE):
        for problem in rule.run(files) if rule.run else ():
            (file,) = problem.place
            related = tuple(Related(message, other, spans[other]) for message, (other,) in problem.related)
            finding = Finding(rule.code, rule.severity, problem.message, file, spans[file], problem.help, related)
            findings.setdefault(file, []).append(finding)
    return findings


def in_order(findings: Iterable[Finding]) -> list[Finding]:
    """Findings by file, line, column and code."""
    return sorted(findings, key=lambda finding: (finding.file, finding.span or Span(0, 0, 0, 0), finding.code))


def able(scope: Scope, at_hand: Container[str]) -> list[Rule]:
    """The rules on *scope* that have what they need; *at_hand* names what of the context is there."""
    return [rule for rule in of(scope) if rule.needs is None or rule.needs in at_hand]


def _running(scope: Scope, context: Any, enabled: Container[str], whole: bool = True) -> list[Rule]:
    at_hand = {name for name in context._fields if getattr(context, name) is not None}
    return [rule for rule in able(scope, at_hand) if rule.code in enabled and (whole or rule.partial)]


def _finished(found: Iterable[Finding], text: str, file: str, active: frozenset[str], most: int) -> list[Finding]:
    enabled = (finding for finding in found if finding.code in active)
    findings = in_order(ignore(enabled, text, file, active))
    return findings if len(findings) <= most else list(_bounded(findings, most))


def _bounded(findings: Sequence[Finding], most: int) -> Iterator[Finding]:
    """The first *most* of each rule; the next says how many are left out."""
    counts, said = Counter(finding.code for finding in findings), Counter[str]()
    for finding in findings:
        said[finding.code] += 1
        if said[finding.code] <= most:
            yield finding
        elif said[finding.code] == most + 1:
            left = counts[finding.code] - most
            message = f"{left:,} more findings of this rule, from here on, are left out"
            yield Finding(finding.code, finding.severity, message, finding.file, finding.span)


def _run(
    running: Iterable[Rule],
    subject: Any,
    context: Any,
    file: str,
    span: Callable[[Place], Span | None],
    fix: Callable[[Problem], Fix | None],
) -> Iterator[Finding]:
    for rule in running:
        if rule.run is None:
            continue
        said: set[tuple[str, Span | None]] = set()
        for problem in rule.run(subject, context):
            related = tuple(Related(message, file, span(place)) for message, place in problem.related)
            place, help = span(problem.place), problem.help
            # What a map's defaults say is wrong in every node that has it from there.
            if (problem.message, place) not in said:
                said.add((problem.message, place))
                severity = problem.severity or rule.severity
                yield Finding(rule.code, severity, problem.message, file, place, help, related, fix(problem))
