"""From a file's text to its document: read, validated, and what is wrong with it left out."""

from __future__ import annotations

from collections.abc import Sequence
from copy import copy
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from argmap.formats.native.document import Document, Place
from argmap.formats.native.grammar.keys import STAND_INS, TYPE_KEYS
from argmap.formats.native.grammar.shape import ComparisonShape, MapShape, is_roles
from argmap.formats.native.read.errors import path_of, to_fault
from argmap.formats.native.read.fixes import USES, Written
from argmap.formats.native.read.graph import Reader
from argmap.formats.native.read.quoting import cut_short, quoted
from argmap.model import Fault, Span
from argmap.text.suggest import did_you_mean
from argmap.text.yaml import Tree, has_exact_places, locate, parse

_START = Span(1, 1, 1, 2)
# A pass leaves out what is at fault; what is at fault because of that shows in the next pass.
_MOST_PASSES = 5


def load(text: str, file: str) -> Document:
    """Load a map or a comparison from *text*; *file* names it in findings.

    Never raises for what *text* says. What is wrong with it is in the document's faults; what is not, in its content.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    data, tree, faults, unread = parse(text)
    if tree is None or data is None:
        if not faults:
            faults.append(Fault("missing-key", "the file is empty", _START, "begin with 'argmap: 1' and 'map: NAME'"))
        return Document(file, text, None, False, tuple(faults), tree, {}, unread)
    lines = text.split("\n")
    faults = [quoted(fault, tree, lines) for fault in faults]
    root = _root(data, tree, faults)
    if root is None:
        return Document(file, text, None, False, tuple(faults), tree, {}, unread)
    if " #" in text:
        faults += cut_short(tree, lines)
    whole = not faults
    shape, errors = _validate(root, data, tree, lines)
    faults += errors
    if shape is None:
        return Document(file, text, None, False, tuple(faults), tree, {}, unread)
    reader = Reader()
    content = reader.map(shape) if isinstance(shape, MapShape) else reader.comparison(shape)
    for id, path in reader.repeated:
        first = locate(tree, reader.origins.get(id, ("nodes", id)), key=True).line
        message = f"the id '{id}' is already used on line {first}"
        faults.append(Fault("duplicate-id", message, locate(tree, path), "give the step an id of its own"))
    if any(fault.fix for fault in faults) and not has_exact_places(text):
        faults = [fault._replace(fix=None) for fault in faults]
    return Document(file, text, content, whole and not errors, tuple(faults), tree, reader.origins, unread)


def _root(data: Any, tree: Tree, faults: list[Fault]) -> type[MapShape] | type[ComparisonShape] | None:
    if not isinstance(data, dict):
        faults.append(Fault("bad-value", "the file is not a mapping", tree.span, "begin with 'argmap: 1'"))
        return None
    if "map" in data:
        return MapShape
    if "comparison" in data:
        return ComparisonShape
    if faults:
        return None  # the key may stand in what could not be read
    known = MapShape.model_fields.keys() | ComparisonShape.model_fields.keys()
    near = next((key for key in data if key not in known and did_you_mean(key, ("map", "comparison"))), None)
    help = f"is '{near}' meant?" if near else "name the map: 'map: NAME'"
    faults.append(Fault("missing-key", "the file has neither 'map' nor 'comparison'", _START, help))
    return None


def _validate(
    root: type[MapShape] | type[ComparisonShape], data: Any, tree: Tree, lines: Sequence[str]
) -> tuple[MapShape | ComparisonShape | None, list[Fault]]:
    """Validate, and where that fails leave out what is at fault, so that the rest is still looked at."""
    faults: list[Fault] = []
    written = Written(tree, lines)
    for _ in range(_MOST_PASSES):
        try:
            return root.model_validate(data), faults
        except ValidationError as error:
            details = error.errors(include_url=False)
        mistakes = _mistakes(details, data)
        refused = {path: to_fault(detail, path, root, written) for path, detail in mistakes.items()}
        # What is missing once something was left out is missing because of that.
        is_first = not faults
        faults += [fault for path, fault in refused.items() if is_first or mistakes[path]["type"] != "missing"]
        renamed: dict[str, dict[str, str]] = {kind: {} for kind in USES}
        for path, detail in reversed(mistakes.items()):  # backwards, so that the places in lists stay right
            key = _meant_key(detail, refused[path])
            if key is None or not _rename_key(data, tree, path, key):
                _leave_out(data, tree, path, detail["type"])
            elif len(path) == 2 and path[0] in renamed:
                renamed[path[0]][path[1]] = key
        for kind, names in renamed.items():
            if names:
                _rename_uses(data, USES[kind], names)
    return None, faults


def _meant_key(detail: ErrorDetails, fault: Fault) -> str | None:
    """What a misspelt key, or an id that is a key, was meant to be."""
    if fault.fix and ("[key]" in detail["loc"] or (detail["type"] == "extra_forbidden" and fault.fix.safe)):
        return fault.fix.edits[0].text.strip('"')
    return None


def _rename_key(data: Any, tree: Tree, path: Place, key: str) -> bool:
    """Read on as if *key* stood at the end of *path*, so that one slip is not taken for several; whether that went."""
    holder, place = _follow(data, path[:-1]), _tree_at(tree, path[:-1])
    if not isinstance(holder, dict) or key in holder or place.keys is None or path[-1] not in place.keys:
        return False
    holder[key] = holder.pop(path[-1])
    place.keys[key] = place.keys.pop(path[-1])
    place.children[key] = place.children.pop(path[-1])
    return True


def _rename_uses(data: Any, keys: frozenset[str], names: dict[str, str]) -> None:
    """Give what is named under one of *keys*, each or in a list, the name that it has by *names*."""
    for key, value in data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ():
        if key in keys and isinstance(value, str):
            data[key] = names.get(value, value)
        elif key in keys and isinstance(value, list):
            data[key] = [names.get(item, item) if isinstance(item, str) else item for item in value]
        # Under the roles of premises stand what may stand under 'premises' itself.
        _rename_uses(data[key], keys | value.keys() if is_roles(key, value) else keys, names)


def _mistakes(details: Sequence[ErrorDetails], data: Any) -> dict[Place, ErrorDetails]:
    """The errors by their paths. Of a union, each of whose members says what is wrong, the one that goes deepest."""
    mistakes: dict[Place, ErrorDetails] = {}
    for detail in details:
        mistakes.setdefault(path_of(detail, data), detail)
    above = {path[:length] for path in mistakes for length in range(len(path))}
    return {path: detail for path, detail in mistakes.items() if path not in above}


def _leave_out(data: Any, tree: Tree, path: Place, kind: str) -> None:
    """Remove from *data* what *path* leads to; a node or step stays, as an id that others may name, with no content.

    What goes from a list goes from *tree* too, so that the places of the rest are still their own.
    """
    if kind == "node_type":
        node = _follow(data, path)
        if isinstance(node, dict):
            text = next((node[key] for key in TYPE_KEYS if isinstance(node.get(key), str)), "?")
            for key in TYPE_KEYS:
                node.pop(key, None)
            node["claim"] = text
        return
    if kind == "missing":
        parent = _follow(data, path[:-1])
        if path[-1] not in STAND_INS:
            _leave_out(data, tree, path[:-1], "")
        elif isinstance(parent, dict):
            parent[path[-1]] = copy(STAND_INS[path[-1]])
        return
    while path:
        parent = _follow(data, path[:-1])
        if len(path) == 2 and path[0] == "nodes" and isinstance(parent, dict) and kind != "string_pattern_mismatch":
            parent[path[1]] = {"claim": "?"}
            return
        if isinstance(parent, dict) and path[-1] in parent:
            if path[-1] in TYPE_KEYS and path[0] == "nodes":
                parent[path[-1]] = "?"
            else:
                del parent[path[-1]]
            return
        if isinstance(parent, list) and isinstance(path[-1], int) and path[-1] < len(parent):
            if kind == "nested_list" and path[:-1] != ("steps",):
                parent[path[-1]] = {"premises": []}
            else:
                parent.pop(path[-1])
                _tree_at(tree, path[:-1]).children.pop(path[-1])
            return
        path = path[:-1]


def _follow(data: Any, path: Place) -> Any:
    for part in path:
        try:
            data = data[part]
        except (KeyError, IndexError, TypeError):
            return None
    return data


def _tree_at(tree: Tree, path: Place) -> Tree:
    for part in path:
        tree = tree.children[part]
    return tree
