"""The JSON Schema of the map file, made from the classes that validate it."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import TypeAdapter

from argmap.formats.native.grammar.keys import STEP_KEYS, TYPE_KEYS
from argmap.formats.native.grammar.shape import ComparisonShape, MapShape

_DIALECTS = {"2020-12": "https://json-schema.org/draft/2020-12/schema", "7": "http://json-schema.org/draft-07/schema#"}


def schema(draft: Literal["2020-12", "7"] = "2020-12") -> dict[str, Any]:
    """The schema of maps and comparisons in JSON Schema 2020-12, or in draft-07, which YAML editors read."""
    body = TypeAdapter(MapShape | ComparisonShape).json_schema()
    definitions = {name: _closed(definition) for name, definition in body.pop("$defs").items()}
    # What pydantic checks by a function and therefore cannot say: a node has one type, a step one kind.
    definitions["NodeShape"]["oneOf"] = [{"required": [str(key)]} for key in TYPE_KEYS]
    definitions["TopStep"]["oneOf"] = [_step_of_kind(key) for key in STEP_KEYS]
    files = {"if": {"required": ["comparison"]}, "then": body["anyOf"][1], "else": body["anyOf"][0]}
    head = {"$schema": _DIALECTS[draft], "title": "argmap map or comparison", **files}
    if draft == "2020-12":
        return head | {"$defs": definitions}
    draft7: dict[str, Any] = _to_draft7(head | {"definitions": definitions})
    return draft7


def _step_of_kind(kind: str) -> dict[str, Any]:
    required = {"prefer": ["prefer", "over"], "contradict": ["contradict"]}.get(kind, [kind, "premises"])
    others = [key for key in (*STEP_KEYS, "over", "premises") if key not in required]
    return {"required": required, "not": {"anyOf": [{"required": [key]} for key in others]}}


def _closed(part: Any) -> Any:
    """Refuse keys that no pattern allows, and leave out the titles and nulls that only repeat."""
    if isinstance(part, list):
        return [_closed(item) for item in part]
    if not isinstance(part, dict):
        return part
    if "patternProperties" in part:
        part = {"additionalProperties": False, **part}
    if isinstance(part.get("default", ""), type(None)):
        part = {key: value for key, value in part.items() if key != "default"}
    if "type" in part or "anyOf" in part or "$ref" in part:
        part = {key: value for key, value in part.items() if key != "title"}
    return {key: _closed(value) for key, value in part.items()}


def _to_draft7(part: Any) -> Any:
    """Move the definitions, and the siblings of a ``$ref``, which draft-07 ignores."""
    if isinstance(part, list):
        return [_to_draft7(item) for item in part]
    if not isinstance(part, dict):
        return part
    part = {key: _to_draft7(value) for key, value in part.items()}
    if "$ref" in part:
        reference = {"$ref": part.pop("$ref").replace("#/$defs/", "#/definitions/")}
        return {**part, "allOf": [reference]} if part else reference
    return part
