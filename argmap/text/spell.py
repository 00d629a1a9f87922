"""Texts as YAML scalars: plain where that is enough, in quotes where it is not."""

from __future__ import annotations

import json
import re

from argmap.text.scalar import resolve

# What YAML does not print, and what would end a line: to be escaped.
_UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]")
# What a plain scalar cannot begin with, hold or end with (YAML 1.2.2, section 7.3.3); a little stricter at its start.
_NOT_PLAIN = re.compile(r"[-?:,\[\]{}#&*!|>'\"%@`]|\.\.\.|.*(?:: | #|:$)", re.DOTALL)
_NOT_PLAIN_IN_FLOW = re.compile(r".*(?:[,\[\]{}]|:\W)", re.DOTALL)


def is_plain(text: str, flow: bool = False) -> bool:
    """Whether *text* stands for itself without quotes; *flow*: within brackets or braces."""
    return (
        text == text.strip() != ""
        and isinstance(resolve(text), str)
        and not _NOT_PLAIN.match(text)
        and not _UNPRINTABLE.search(text)
        and not (flow and _NOT_PLAIN_IN_FLOW.match(text))
    )


def spell(text: str, *, flow: bool = False, like: str = "") -> str:
    """*text* as a scalar in one line.

    Args:
        text: The text.
        flow: Whether it stands within brackets or braces.
        like: How the scalar is written whose place it takes: its quotes are kept.

    Returns:
        The scalar.

    Example:
        >>> spell("a plan"), spell("Plan: b"), spell("it's", like="'b'")
        ('a plan', '"Plan: b"', "'it''s'")
    """
    if not like.startswith(("'", '"')) and is_plain(text, flow):
        return text
    # Without a model to follow, the quotes that need no escapes.
    single = like.startswith("'") or (not like.startswith('"') and "'" not in text and ('"' in text or "\\" in text))
    if single and not _UNPRINTABLE.search(text):
        doubled = text.replace("'", "''")
        return f"'{doubled}'"
    return _UNPRINTABLE.sub(_escaped, json.dumps(text, ensure_ascii=False))


def enquote(plain: str) -> str:
    """What was written without quotes, and may run over several lines, in quotes: no letter of it changes."""
    if '"' not in plain and "\\" not in plain:
        return f'"{plain}"'
    if "'" not in plain:
        return f"'{plain}'"
    escaped = plain.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _escaped(match: re.Match[str]) -> str:
    return f"\\u{ord(match[0]):04x}"
