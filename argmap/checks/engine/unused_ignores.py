"""The fixes of comments that silence nothing: what is of no use goes, and the comment with it where nothing is left."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable

from argmap.checks.engine.registry import by_name
from argmap.checks.engine.select import UnknownSelectorError, matching
from argmap.formats.native import Document
from argmap.model import Edit, Finding, Fix, Span
from argmap.text.comments import comments
from argmap.text.edit import Offsets
from argmap.text.yaml import has_exact_places

_COMMENT = re.compile(r"[ \t]*# argmap: ignore(?:-file)?\[(?P<selectors>[^\]\n]*)\](?:(?!# argmap:).)*")


def with_removals(findings: list[Finding], document: Document) -> list[Finding]:
    """*findings* on *document*, those of comments that silence nothing with their fixes.

    A selector that means no rule may be a misspelt one, so that removing it is not safe.
    """
    code = by_name()["unused-ignore"].code
    unused = {each.span for each in findings if each.code == code and each.span is not None}
    if not unused or document.tree is None or not has_exact_places(document.text):
        return findings
    lines, offsets = document.text.split("\n"), Offsets(document.text)
    real = [(each.offset, each.offset + len(each.text)) for each in comments(document.text, document.tree, offsets)]
    starts = [start for start, _ in real]
    sure = {span for span in unused if _means_a_rule(lines[span.line - 1][span.column - 1 : span.end_column - 1])}
    in_line: dict[int, list[Span]] = defaultdict(list)
    for span in unused:
        in_line[span.line].append(span)
    fixes: dict[Span | None, Fix] = {}
    for span in unused:
        start, _ = offsets.of(span)
        at = bisect_right(starts, start) - 1
        if at >= 0 and start < real[at][1]:
            others = in_line[span.line]
            going = [each for each in others if each in sure] if span in sure else others
            fixes[span] = _fix(span, going, lines[span.line - 1], span in sure)
    return [each._replace(fix=fixes.get(each.span)) if each.code == code else each for each in findings]


def _fix(span: Span, going: Iterable[Span], line: str, safe: bool) -> Fix:
    """The selector at *span* goes, or all of its comment where all its selectors are *going*."""
    at = span.column - 1
    comment = next(each for each in _COMMENT.finditer(line) if each.start("selectors") <= at <= each.end("selectors"))
    within = [each for each in going if comment.start() < each.column <= comment.end()]
    if len(within) == comment["selectors"].count(",") + 1:
        alone = not line[: comment.start()] and comment.end() == len(line)
        end = (span.line + 1, 1) if alone else (span.line, comment.end() + 1)
        return Fix("remove the comment", (Edit(Span(span.line, comment.start() + 1, *end), ""),), safe)
    before, after = line.rfind(",", comment.start("selectors"), at), line.find(",", at, comment.end("selectors"))
    first, last = (before, span.end_column - 1) if before >= 0 else (at, after + 1)
    rest = line[last:]
    if before < 0:
        last += len(rest) - len(rest.lstrip())
    return Fix("remove it", (Edit(Span(span.line, first + 1, span.line, last + 1), ""),), safe)


def _means_a_rule(selector: str) -> bool:
    try:
        return bool(matching(selector))
    except UnknownSelectorError:
        return False
