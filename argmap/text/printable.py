"""Text that is fit to be printed: in one line, without what would steer a terminal."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from typing import Any

_NOT_ASCII = re.compile(r"[^\n -~]")


def visible(text: str) -> str:
    """*text* in one line, letter by letter: a space for white space, U+FFFD for what else cannot be shown."""
    if text.isprintable():
        return text
    return "".join(letter if letter.isprintable() else " " if letter.isspace() else "\ufffd" for letter in text)


def shorten(text: str, width: int) -> str:
    """*text* in one line of at most *width* columns, cut after a word where there is one, with ``…``."""
    if len(text) <= width and text.isprintable() and "  " not in text:
        return text.strip()
    clean = " ".join(visible(text).split())
    if len(clean) <= width:
        return clean
    cut = clean[: max(width - 1, 0)]
    head = cut.rpartition(" ")[0]
    return (head if len(head) > width // 2 else cut).rstrip() + "…"


def counted(number: int, noun: str) -> str:
    """``1 card``, ``2 cards``, ``1,000 cards``."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def encode(value: Any, indent: int | None = 2) -> str:
    """*value* as JSON with a newline at its end, with *indent* None in one line.

    Letters stay, what would steer a terminal is escaped, and halves of surrogate pairs become U+FFFD.
    """
    return _NOT_ASCII.sub(_escaped, json.dumps(value, ensure_ascii=False, indent=indent)) + "\n"


def _escaped(match: re.Match[str]) -> str:
    letter = match[0]
    if letter.isprintable():
        return letter
    return "\ufffd" if "\ud800" <= letter <= "\udfff" else json.dumps(letter)[1:-1]


def table(rows: Sequence[Sequence[str]], right: Sequence[bool]) -> list[str]:
    """The lines of *rows* with aligned columns, two spaces between them; *right* says which are set to the right."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return [
        "  ".join(
            cell.rjust(width) if to_right else cell.ljust(width)
            for cell, width, to_right in zip(row, widths, right, strict=True)
        ).rstrip()
        for row in rows
    ]
