"""The three liberties that the format takes in spelling a value, as pydantic annotations: validation and schema."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, core_schema

from argmap.text.scalar import Float, Integer


class _Spelling:
    """A function before validation, and the alternative that it adds to the JSON Schema."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_before_validator_function(self.read, handler(source))

    def __get_pydantic_json_schema__(self, core: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return {"anyOf": self.alternatives(handler(core))}

    def read(self, value: Any) -> Any:
        raise NotImplementedError

    def alternatives(self, inner: JsonSchemaValue) -> list[JsonSchemaValue]:
        raise NotImplementedError


class OneOrList(_Spelling):
    """One of a thing stands for a list of it."""

    def read(self, value: Any) -> Any:
        """Wrap what is no list."""
        return value if isinstance(value, (list, tuple)) else [value]

    def alternatives(self, inner: JsonSchemaValue) -> list[JsonSchemaValue]:
        """The item itself, or the list."""
        return [inner["items"], inner]


class Wrapped(_Spelling):
    """A scalar stands for the mapping that has it under *key*; *values* limits the words that it may be."""

    def __init__(self, key: str, number: bool = False, values: Sequence[str] = ()) -> None:
        self.key = key
        self.types = (str, int, float) if number else (str,)
        self.scalar: JsonSchemaValue = {"type": ["string", "number"] if number else "string"}
        if values:
            self.scalar["enum"] = list(values)

    def read(self, value: Any) -> Any:
        """Wrap a scalar."""
        return {self.key: value} if isinstance(value, self.types) else value

    def alternatives(self, inner: JsonSchemaValue) -> list[JsonSchemaValue]:
        """The scalar, or the mapping."""
        return [self.scalar, inner]


class TextOrNumber(_Spelling):
    """Text that may look like a number (a year, a page, a version), kept as it was written."""

    def read(self, value: Any) -> Any:
        """The text of a number."""
        if isinstance(value, (Integer, Float)):
            return value.raw
        return str(value) if isinstance(value, (int, float)) and not isinstance(value, bool) else value

    def alternatives(self, inner: JsonSchemaValue) -> list[JsonSchemaValue]:
        """Text, or a number."""
        return [inner, {"type": "number"}]
