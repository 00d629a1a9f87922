"""What every model class shares: frozen, closed to unknown keys, open to ``x-`` keys."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, ConfigDict, Field, JsonValue, model_validator


class Value(BaseModel):
    """A frozen value whose keys are all known."""

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)


def _describe_extensions(schema: dict[str, Any]) -> None:
    properties = schema.get("properties")
    if isinstance(properties, dict):
        properties.pop("x-", None)
    schema["patternProperties"] = {"^x-": {}}


class Extensible(Value):
    """A value that keeps ``x-`` keys, as ``extra``, and passes them through."""

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True, json_schema_extra=_describe_extensions)

    # The alias begins with "x-" itself, so that no key of a file can name this field.
    extra: dict[str, JsonValue] = Field(default_factory=dict, alias="x-")

    @model_validator(mode="before")
    @classmethod
    def _gather_extensions(cls, data: Any) -> Any:
        if not isinstance(data, dict):
            return data
        extensions = [key for key in data if isinstance(key, str) and key.startswith("x-")]
        if not extensions:
            return data
        gathered = {key: value for key, value in data.items() if key not in extensions}
        gathered["x-"] = {key: data[key] for key in extensions}
        return gathered
