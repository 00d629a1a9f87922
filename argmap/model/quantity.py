"""A number that a text gives: of what, how much, in which unit, as of when, how exactly."""

from __future__ import annotations

import re
from enum import StrEnum

from pydantic import field_validator
from pydantic_core import PydanticCustomError

from argmap.model.base import Value
from argmap.model.date import Date

Amount = int | float | str

# Bounded, and without exponents: `1e999999999` would be a number of a billion digits.
_WRITTEN = re.compile(r"[-+]?[0-9]{1,300}(?:\.[0-9]{1,300}|/0{0,300}[1-9][0-9]{0,299})?")


class Bound(StrEnum):
    """How the text hedges a number."""

    ABOUT = "about"
    NEARLY = "nearly"
    AT_LEAST = "at-least"
    AT_MOST = "at-most"
    MORE_THAN = "more-than"
    LESS_THAN = "less-than"


class Quantity(Value):
    """One figure. *value* is one amount or the two ends of a range; a fraction stays as written (``1/3``).

    *part_of* names the subjects of which *of* is a part.
    """

    of: str
    part_of: tuple[str, ...] = ()
    value: tuple[Amount, ...]
    unit: str | None = None
    as_of: Date | None = None
    bound: Bound | None = None

    @field_validator("value")
    @classmethod
    def _is_number_or_range(cls, value: tuple[Amount, ...]) -> tuple[Amount, ...]:
        if not 1 <= len(value) <= 2:
            raise PydanticCustomError("range", "a value is one number, or two for a range")
        for amount in value:
            if isinstance(amount, str) and not _WRITTEN.fullmatch(amount):
                raise PydanticCustomError("amount", "'{amount}' is not a number", {"amount": amount[:40]})
        return value
