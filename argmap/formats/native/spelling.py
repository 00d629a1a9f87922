"""The three liberties that the format takes in spelling a value, as pydantic annotations: validation and schema."""

from __future__ import annotations

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
        return {"anyOf": self.alternatives(handler(core), handler)}

    def read(self, value: Any) -> Any:
        raise NotImplementedError

    def alternatives(self, inner: JsonSchemaValue, handler: GetJsonSchemaHandler) -> list[JsonSchemaValue]:
        raise NotImplementedError


class OneOrList(_Spelling):
    """One of a thing stands for a list of it."""

    def read(self, value: Any) -> Any:
        """Wrap what is no list."""
        return value if isinstance(value, (list, tuple)) else [value]

    def alternatives(self, inner: JsonSchemaValue, handler: GetJsonSchemaHandler) -> list[JsonSchemaValue]:
        """The item itself, or the list."""
        return [inner["items"], inner]


class Wrapped(_Spelling):
    """A scalar stands for the mapping that has it under *key*."""

    def __init__(self, key: str, number: bool = False) -> None:
        self.key = key
        self.types = (str, int, float) if number else (str,)

    def read(self, value: Any) -> Any:
        """Wrap a scalar."""
        return {self.key: value} if isinstance(value, self.types) else value

    def alternatives(self, inner: JsonSchemaValue, handler: GetJsonSchemaHandler) -> list[JsonSchemaValue]:
        """What stands under the key, or the mapping."""
        resolved = handler.resolve_ref_schema(inner)
        item = resolved["properties"][self.key]
        # A list of premises is a step only within a mapping, never bare.
        scalars = [option for option in item.get("anyOf", [item]) if option.get("type") != "array"]
        return [*scalars, inner]


class TextOrNumber(_Spelling):
    """Text that may look like a number (a year, a page, a version), kept as it was written."""

    def read(self, value: Any) -> Any:
        """The text of a number."""
        if isinstance(value, (Integer, Float)):
            return value.raw
        return str(value) if isinstance(value, (int, float)) and not isinstance(value, bool) else value

    def alternatives(self, inner: JsonSchemaValue, handler: GetJsonSchemaHandler) -> list[JsonSchemaValue]:
        """Text, or a number."""
        return [inner, {"type": "number"}]
