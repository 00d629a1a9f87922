"""Comments that silence findings: ``# argmap: ignore[CODE] reason``, and ``ignore-file`` for a whole file."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from argmap.checks.engine.registry import by_name
from argmap.checks.engine.select import UnknownSelectorError, matching
from argmap.model import Finding, Span

_MARK = "# argmap: ignore"
_COMMENT = re.compile(r"# argmap: ignore(?P<file>-file)?\[(?P<selectors>[^\]\n]*)\]")


class Silencer(NamedTuple):
    """One selector of a comment: what it silences, in which line (None: the whole file), and where it stands."""

    selector: str
    codes: frozenset[str]
    problem: str | None
    line: int | None
    span: Span


def ignore(findings: Iterable[Finding], text: str, file: str, active: frozenset[str]) -> list[Finding]:
    """*findings* without those that a comment in *text* silences, and with one for each comment that silences nothing.

    A comment speaks of its line, or of the next one if it stands alone. *active* holds the codes of the rules that ran;
    a comment about others is left alone, since nobody knows whether it is of use.
    """
    if _MARK not in text:
        return list(findings)
    silencers = list(_silencers(text))
    left, used = _sorted_out(findings, silencers)
    rule = by_name()["unused-ignore"]
    if rule.code in active:
        for silencer in silencers:
            if silencer.problem or (silencer.span not in used and silencer.codes & active):
                message = silencer.problem or f"this silences nothing: no finding of '{silencer.selector}' is here"
                left.append(Finding(rule.code, rule.severity, message, file, silencer.span, "remove it"))
    return left


def ignore_later(findings: Iterable[Finding], later: Iterable[Finding], text: str) -> list[Finding]:
    """*findings*, which are done with, and those that came *later* and no comment in *text* silences.

    A comment that silences one of these is of use.
    """
    left, used = _sorted_out(later, list(_silencers(text)))
    unused = by_name()["unused-ignore"].code
    return [*(finding for finding in findings if finding.code != unused or finding.span not in used), *left]


def _sorted_out(findings: Iterable[Finding], silencers: list[Silencer]) -> tuple[list[Finding], set[Span]]:
    """The findings that none of *silencers* silences, and where those stand that silence one."""
    silent = {(code, silencer.line) for silencer in silencers for code in silencer.codes}
    hit: set[tuple[str, int | None]] = set()
    left = []
    for finding in findings:
        line = finding.span.line if finding.span else None
        by = silent.intersection(((finding.code, line), (finding.code, None)))
        hit |= by
        if not by:
            left.append(finding)
    return left, {
        silencer.span for silencer in silencers if any((code, silencer.line) in hit for code in silencer.codes)
    }


def _silencers(text: str) -> Iterator[Silencer]:
    meaning = cache(_meaning)
    for number, line in enumerate(text.split("\n"), start=1):
        if _MARK not in line:
            continue
        for comment in _COMMENT.finditer(line):
            alone = not line[: comment.start()].strip()
            target = None if comment["file"] else number + 1 if alone else number
            column = comment.start("selectors") + 1
            for part in comment["selectors"].split(","):
                selector = part.strip()
                start = column + len(part) - len(part.lstrip())
                span = Span(number, start, number, start + max(1, len(selector)))
                column += len(part) + 1
                yield Silencer(selector, *meaning(selector), target, span)


def _meaning(selector: str) -> tuple[frozenset[str], str | None]:
    """The codes that *selector* means, and what is wrong with it."""
    try:
        return matching(selector), None
    except UnknownSelectorError as error:
        return frozenset(), str(error)
