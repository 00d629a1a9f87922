"""From pydantic's validation errors to faults a person can fix: message, place, help."""

from __future__ import annotations

from typing import Any, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from argmap.formats.native.grammar.keys import TYPE_KEYS
from argmap.formats.native.read import fixes
from argmap.formats.native.read.fixes import Written
from argmap.model import Fault
from argmap.text.suggest import did_you_mean
from argmap.text.yaml import locate

_NESTED_LIST_HELP = (
    "for premises that are needed together write '- premises: [a, b]'; for separate steps write '- a' and '- b'"
)
_TOP_LIST_HELP = "say which step it is: '- {support: a, premises: [b, c]}', or '- {contradict: [a, b]}'"


def path_of(error: ErrorDetails, data: Any) -> tuple[Any, ...]:
    """The path in *data* that the error's ``loc`` means.

    It is without pydantic's own parts (union tags, keys), and without the index of one thing that stands for a list.
    """
    path = []
    for part in error["loc"]:
        if isinstance(part, int):
            if not isinstance(data, list):
                continue
            data = data[part] if part < len(data) else None
        elif isinstance(data, dict) and part in data:
            data = data[part]
        elif part.startswith(_TAGS):
            continue
        path.append(part)
    return tuple(path)


_TAGS = ("[key]", "function-", "constrained-", "bool", "tuple[", "dict[", "int", "float", "str")


def to_fault(error: ErrorDetails, path: tuple[Any, ...], root: type[BaseModel], written: Written) -> Fault:
    """One pydantic error, at *path* in the file's data, as a fault with its place."""
    kind, tree = error["type"], written.tree
    value = error.get("input")
    key = str(path[-1]) if path else ""
    if kind == "extra_forbidden":
        known = _keys(root, path[:-1])
        help = did_you_mean(key, known) or f"known keys: {', '.join(known)}; your own keys begin with 'x-'"
        fix = fixes.renamed_key(tree, path, known)
        return Fault("unknown-key", f"unknown key '{key}'", locate(tree, path, key=True), help, fix)
    if kind == "missing":
        return Fault("missing-key", f"'{key}' is missing", locate(tree, path[:-1], key=True))
    if kind == "nested_list":
        if path[:-1] == ("steps",):
            return Fault("nested-list", error["msg"], locate(tree, path), _TOP_LIST_HELP)
        fix = fixes.linked_step(written, path)
        return Fault("nested-list", error["msg"], locate(tree, path), _NESTED_LIST_HELP, fix)
    if kind == "string_pattern_mismatch":
        is_key, proposal = "[key]" in error["loc"], kebab(str(value)[:80])
        return Fault(
            "bad-id",
            f"{_describe(value)} is not a kebab-case id",
            locate(tree, path, key=is_key),
            f"write '{proposal}'" if proposal else "use a-z, 0-9 and single hyphens",
            fixes.renamed_id(written, path, is_key, str(value), proposal) if proposal else None,
        )
    if kind == "node_type":
        given = error["ctx"]["given"]
        if len(given) > 1:
            message, help = f"the node has {len(given)} types: {', '.join(given)}", "keep the one that fits the content"
        else:
            message = "the node has no text" if given else "the node has no type"
            help = f"write its text under one of {', '.join(TYPE_KEYS)}"
        return Fault("node-type", message, locate(tree, path, key=True), help)
    if kind.startswith("step_"):
        return Fault("bad-step", error["msg"], locate(tree, path, key=True))
    return Fault("bad-value", _expectation(error, key), locate(tree, path), _value_help(kind, value))


def kebab(text: str) -> str:
    """*text* as a kebab-case id; empty where nothing of it can stay."""
    words = "".join(letter if letter.isascii() and letter.isalnum() else " " for letter in text.lower())
    return "-".join(words.split())


def _keys(root: type[BaseModel], path: tuple[Any, ...]) -> list[str]:
    """The keys of the mapping at *path*, as the fields on the way there say."""
    model, is_id = root, False
    for part in path:
        fields = _fields(model)
        if is_id or part not in fields:
            is_id = False
            continue
        annotation = fields[part].annotation
        model, is_id = _model_in(annotation) or model, get_origin(annotation) is dict
    return list(_fields(model))


def _fields(model: type[BaseModel]) -> dict[str, FieldInfo]:
    return {field.alias or name: field for name, field in model.model_fields.items() if name != "extra"}


def _model_in(annotation: Any) -> type[BaseModel] | None:
    """The model that *annotation* is, or holds within lists, mappings and alternatives."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next(filter(None, map(_model_in, get_args(annotation))), None)


def _expectation(error: ErrorDetails, key: str) -> str:
    kind, value = error["type"], error.get("input")
    subject = f"'{key}'" if key and not key.isdigit() else "this"
    if kind in ("enum", "literal_error"):
        return f"{subject} must be {error['ctx']['expected']}, not {_describe(value)}"
    if kind == "greater_than_equal":
        return f"{subject} must be at least {error['ctx']['ge']}, not {_describe(value)}"
    expected = {
        "string_type": "text",
        "bool_type": "true or false",
        "dict_type": "a mapping",
        "model_type": "a mapping",
        "list_type": "a list",
        "tuple_type": "a list",
        "int_type": "a number",
        "float_type": "a number",
    }.get(kind)
    if expected:
        return f"{subject} must be {expected}, not {_describe(value)}"
    return error["msg"].removeprefix("Value error, ")


def _describe(value: Any) -> str:
    if value is None:
        return "nothing"
    if isinstance(value, bool):
        return f"the boolean {str(value).lower()}"
    if isinstance(value, (int, float)):
        return f"the number {getattr(value, 'raw', value)}"
    if isinstance(value, dict):
        return "a mapping"
    if isinstance(value, (list, tuple)):
        return "a list"
    text = str(value)
    return f"'{text}'" if len(text) <= 40 else f"'{text[:37]}...'"


def _value_help(kind: str, value: Any) -> str | None:
    if kind == "string_type" and isinstance(value, (int, float)):
        return "put it in quotes if it is text"
    if kind in ("dict_type", "model_type") and value is None:
        return "remove the key, or write something under it"
    return None
