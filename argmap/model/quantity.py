"""A number that a text gives: of what, how much, in which unit, as of when, how exactly."""

from __future__ import annotations

from enum import StrEnum
from fractions import Fraction

from pydantic import field_validator
from pydantic_core import PydanticCustomError

from argmap.model.base import Value
from argmap.model.date import Date

Amount = int | float | str


class Bound(StrEnum):
    """How the text hedges a number."""

    ABOUT = "about"
    NEARLY = "nearly"
    AT_LEAST = "at-least"
    AT_MOST = "at-most"
    MORE_THAN = "more-than"
    LESS_THAN = "less-than"


class Quantity(Value):
    """One figure. *value* is one amount or the two ends of a range; a fraction stays as written (``1/3``)."""

    of: str
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
            if isinstance(amount, str):
                try:
                    Fraction(amount)
                except (ValueError, ZeroDivisionError):
                    raise PydanticCustomError("amount", "'{amount}' is not a number", {"amount": amount}) from None
        return value
