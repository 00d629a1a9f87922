"""Running the rules: from loaded files to findings. No files are read here, so unsaved text can be checked too."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any

from argmap.checks.registry import by_name, of, rules
from argmap.checks.repair import fixer
from argmap.checks.rule import BibliographyContext, ComparisonContext, MapContext, Path, Problem, Rule, Scope
from argmap.checks.silence import silence
from argmap.checks.unused import with_removals
from argmap.formats.native import Document
from argmap.model import Finding, Fix, Map, Related, Span

if TYPE_CHECKING:
    from argmap.bibliography import Bibliography


def check_document(
    document: Document, context: MapContext | ComparisonContext, enabled: frozenset[str] | None = None
) -> list[Finding]:
    """What the rules, and the reader of the file, find in a map or a comparison, in the order of its lines.

    *enabled* holds the codes of the rules to run, None for all.
    """
    enabled = frozenset(rules()) if enabled is None else enabled
    found = []
    ran = {rule.code for rule in of(Scope.SYNTAX)}
    for fault in document.faults:
        rule = by_name()[fault.rule]
        found.append(
            Finding(rule.code, rule.severity, fault.message, document.file, fault.span, fault.help, fix=fault.fix)
        )
    if document.content is not None:
        scope = Scope.MAP if isinstance(document.content, Map) else Scope.COMPARISON
        running = [rule for rule in _able(scope, context) if rule.code in enabled and (document.whole or rule.partial)]
        ran.update(rule.code for rule in running)
        found += _run(running, document.content, context, document.file, document.span, fixer(document))
    return with_removals(_finished(found, document.text, document.file, enabled & ran), document)


def check_bibliography(
    bibliography: Bibliography, context: BibliographyContext, enabled: frozenset[str] | None = None
) -> list[Finding]:
    """What the rules, and the reader of the file, find in a bibliography, in the order of its lines."""

    def span(place: Path) -> Span | None:
        entry = bibliography.entries.get(place[0])
        return None if entry is None else entry.place(place[1]) if len(place) > 1 else entry.span

    enabled = frozenset(rules()) if enabled is None else enabled
    running = [rule for rule in _able(Scope.BIBLIOGRAPHY, context) if rule.code in enabled]
    ran = {rule.code for rule in (*of(Scope.SYNTAX), *running)}
    found = [*bibliography.findings]
    found += _run(running, bibliography, context, bibliography.file, span, lambda problem: problem.fix)
    return _finished(found, bibliography.text, bibliography.file, enabled & ran)


def in_order(findings: Iterable[Finding]) -> list[Finding]:
    """Findings by file, line, column and code."""
    return sorted(findings, key=lambda finding: (finding.file, finding.span or Span(0, 0, 0, 0), finding.code))


def _able(scope: Scope, context: Any) -> list[Rule]:
    """The rules on *scope* that have at hand what they need."""
    return [rule for rule in of(scope) if rule.needs is None or getattr(context, rule.needs) is not None]


def _finished(found: Iterable[Finding], text: str, file: str, active: frozenset[str]) -> list[Finding]:
    enabled = (finding for finding in found if finding.code in active)
    return in_order(silence(enabled, text, file, active))


def _run(
    running: Iterable[Rule],
    subject: Any,
    context: Any,
    file: str,
    span: Callable[[Path], Span | None],
    fix: Callable[[Problem], Fix | None],
) -> Iterator[Finding]:
    for rule in running:
        if rule.run is None:
            continue
        for problem in rule.run(subject, context):
            related = tuple(Related(message, file, span(place)) for message, place in problem.related)
            place, help = span(problem.place), problem.help
            yield Finding(rule.code, rule.severity, problem.message, file, place, help, related, fix(problem))
