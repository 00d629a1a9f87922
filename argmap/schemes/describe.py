"""Schemes as they are told: in words, and as data."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from typing import Any

from argmap.schemes.scheme import GROUPS, Scheme

_NARROWEST = 30


def as_data(scheme: Scheme) -> dict[str, Any]:
    """The scheme for JSON."""
    return {
        "name": scheme.name,
        "title": scheme.title,
        "group": scheme.group,
        "deductive": scheme.deductive,
        "summary": scheme.summary,
        "premises": [premise._asdict() for premise in scheme.premises.values()],
        "conclusion": scheme.conclusion,
        "questions": [{**question._asdict(), "kind": question.kind} for question in scheme.questions.values()],
    }


def listed(schemes: Sequence[Scheme], width: int = 100) -> str:
    """The names of *schemes* by group, with what each argues; ends with a newline."""
    widest = max(len(scheme.name) for scheme in schemes)
    lines: list[str] = []
    for group, title in GROUPS.items():
        lines += ["", title] if lines else [title]
        for scheme in schemes:
            if scheme.group == group:
                lines += entry(scheme.name, scheme.summary, widest, width)
    return "\n".join(lines) + "\n"


def as_text(scheme: Scheme, width: int = 100) -> str:
    """The scheme in full, in lines of at most *width* columns; ends with a newline."""
    return "\n".join(_lines(scheme, width)) + "\n"


def _lines(scheme: Scheme, width: int) -> Iterator[str]:
    yield f"{scheme.name}: {scheme.title} ({'deductive' if scheme.deductive else 'presumptive'})"
    yield ""
    yield from entry("", scheme.summary, 0, width)
    yield from ("", "Premises")
    roles = max(map(len, scheme.premises))
    for role, premise in scheme.premises.items():
        text = f"{premise.text} (may be left implicit)" if premise.implicit else premise.text
        yield from entry(role, text, roles, width)
    yield from ("", "Conclusion")
    yield from entry("", scheme.conclusion, 0, width)
    yield from ("", "Critical questions")
    ids = max(map(len, scheme.questions))
    for id, question in scheme.questions.items():
        about = "an exception" if question.premise is None else f"about '{question.premise}'"
        yield from entry(id, f"{question.text} ({about})", ids, width)


def entry(name: str, text: str, widest: int, width: int) -> list[str]:
    """The lines of *text* beside *name*, which has a column *widest* wide."""
    head = f"  {name:<{widest}}  " if widest else "  "
    return textwrap.wrap(
        text, max(width, len(head) + _NARROWEST), initial_indent=head, subsequent_indent=" " * len(head)
    )
