"""Plain scalars by the core schema of YAML 1.2.2 (section 10.3.2), which keeps ``no``, ``on`` and ``12:30`` text."""

from __future__ import annotations

import re
from math import isinf

_INTEGER = re.compile(r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+")
_FLOAT = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?")
_CONSTANTS: dict[str, bool | None] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL")),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
# By the last part of YAML's tags, for writing.
CORE_SCHEMA = {
    "null": re.compile(r"(?:~|null|Null|NULL|)\Z"),
    "bool": re.compile(r"(?:true|True|TRUE|false|False|FALSE)\Z"),
    "int": re.compile(rf"(?:{_INTEGER.pattern})\Z"),
    "float": re.compile(rf"(?:{_FLOAT.pattern})\Z"),
}
_MAY_BE_NUMBER = frozenset("0123456789+-.")
# Python refuses to read longer integers, and nothing that a map counts has as many digits.
_MOST_DIGITS = 300

Scalar = str | int | float | bool | None


class Integer(int):
    """An integer that remembers how it was written, for where text was meant (a version ``1.10``, a locator)."""

    raw: str


class Float(float):
    """The same for a float."""

    raw: str


def resolve(text: str) -> Scalar:
    """The value of the plain scalar *text*; what is neither null, bool nor number is text."""
    if text in _CONSTANTS:
        return _CONSTANTS[text]
    if text[0] not in _MAY_BE_NUMBER or len(text) > _MOST_DIGITS:
        return text
    if _INTEGER.fullmatch(text):
        base = {"0o": 8, "0x": 16}.get(text[:2], 10)
        integer = Integer(int(text[2:] if base != 10 else text, base))
        integer.raw = text
        return integer
    if _FLOAT.fullmatch(text):
        number = Float(text)
        number.raw = text
        return text if isinf(number) else number
    return text
