"""Fixing a text: the fixes of its findings are applied until nothing changes, and none that makes it worse.

No files are read or written here, so that an editor can fix unsaved text.
"""

from __future__ import annotations

from bisect import bisect, insort
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from argmap.checks.engine.registry import rules
from argmap.checks.engine.rule import Scope
from argmap.model import Finding, Fix, Severity, Span
from argmap.text.edit import apply


class Checked(NamedTuple):
    """What is wrong with a text, and how many lines from the end could not be read for it."""

    findings: Sequence[Finding]
    unread: int = 0


class FixedText(NamedTuple):
    """The text after its fixes, the findings that are fixed, and what is left."""

    text: str
    fixed: tuple[Finding, ...]
    left: tuple[Finding, ...]


def fix_text(text: str, check: Callable[[str], Checked], unsafe: bool = False) -> FixedText:
    """Apply the fixes of what *check* finds in *text*, and of what it finds then, until there are no more.

    Fixes that overlap wait for the next round. Where a round finds something that was not there before, its fixes are
    tried in ever smaller parts, and one alone is kept only if it leaves the text better: more of it can be read, or
    less is wrong with its spelling (which hides other faults), or there are fewer errors, or fewer findings, or as many
    in less text. That comes to an end.

    Args:
        text: The text.
        check: What finds the faults of a text.
        unsafe: Whether fixes are applied too that may not be what was meant.

    Returns:
        The fixed text; fixing it again changes nothing.
    """
    fixed: list[Finding] = []
    before = check(text)
    while candidates := _chosen(before.findings, unsafe):
        fixed_text = apply(text, [edit for _, fix in candidates for edit in fix.edits])
        after = check(fixed_text)
        done = [finding for finding, _ in candidates]
        if not _only_better(before, after, len(done)):
            fixed_text, after, done = _in_parts(text, before, candidates, check)
        if not done:
            break
        text, before = fixed_text, after
        fixed += done
    return FixedText(text, tuple(fixed), tuple(before.findings))


_Candidates = list[tuple[Finding, Fix]]


def _chosen(findings: Iterable[Finding], unsafe: bool) -> _Candidates:
    """Fixes that do not overlap, in the order of the text; the first of those that do."""
    taken: list[Span] = []
    chosen: _Candidates = []
    for finding in findings:
        fix = finding.fix
        if fix is None or not (fix.safe or unsafe):
            continue
        spans = [edit.span for edit in fix.edits]
        if not any(_meets_one(span, taken) for span in spans):
            for span in spans:
                insort(taken, span)
            chosen.append((finding, fix))
    return chosen


def _meets_one(span: Span, others: Sequence[Span]) -> bool:
    """Whether *span* meets one of *others*, which are in order and apart: only its neighbours can be met."""
    index = bisect(others, span)
    return any(_meets(span, other) for other in others[max(index - 1, 0) : index + 1])


def _in_parts(
    text: str, before: Checked, candidates: _Candidates, check: Callable[[str], Checked]
) -> tuple[str, Checked, list[Finding]]:
    """*text* with those of *candidates* that leave it better; from its end on, so that the other places hold.

    Parts in which nothing goes wrong are done at once, the others halved: a few bad fixes of thousands cost few looks.
    """
    done: list[Finding] = []
    first: tuple[int, ...] | None = None
    ordered = sorted(candidates, key=lambda each: max(edit.span for edit in each[1].edits), reverse=True)
    waiting = _halves(ordered) if len(ordered) > 1 else [ordered]
    while waiting:
        # What has moved comes up again in the next round.
        part = [
            each for each in waiting.pop() if first is None or all(edit.span[2:] <= first for edit in each[1].edits)
        ]
        if not part:
            continue
        edits = [edit for _, fix in part for edit in fix.edits]
        fixed_text = apply(text, edits)
        after = check(fixed_text)
        if len(part) > 1:
            better = _only_better(before, after, len(part))
        else:
            better = (*_rank(after), len(fixed_text)) < (*_rank(before), len(text))
        if better:
            text, before = fixed_text, after
            done += [finding for finding, _ in part]
            first = min(edit.span[:2] for edit in edits)
        elif len(part) > 1:
            waiting += _halves(part)
    return text, before, done


def _halves(part: _Candidates) -> list[_Candidates]:
    """The half that is looked at first comes last."""
    middle = len(part) // 2
    return [part[middle:], part[:middle]]


def _only_better(before: Checked, after: Checked, fixes: int) -> bool:
    """Whether nothing is found that was not found before, and as much less as there were fixes."""
    fresh = Counter(map(_what, after.findings)) - Counter(map(_what, before.findings))
    return not fresh and after.unread <= before.unread and len(after.findings) <= len(before.findings) - fixes


def _what(finding: Finding) -> tuple[str, str]:
    return finding.code, finding.message


def _rank(checked: Checked) -> tuple[int, int, int, int]:
    """How bad a text is."""
    errors = [finding for finding in checked.findings if finding.severity is Severity.ERROR]
    spelling = sum(rules()[finding.code].scope is Scope.SYNTAX for finding in errors)
    spelling += sum(rules()[finding.code].hides for finding in checked.findings)
    return checked.unread, spelling, len(errors), len(checked.findings)


def _meets(one: Span, other: Span) -> bool:
    """Whether two spans share a place; two that only touch do, for what is put there would run together."""
    return one[:2] <= other[2:] and other[:2] <= one[2:]
