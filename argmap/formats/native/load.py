"""From a file's text to the graph."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from argmap.formats.native.document import Document, Path
from argmap.formats.native.errors import path_of, to_fault
from argmap.formats.native.fixes import USES, Written
from argmap.formats.native.quoting import cut_short, quoted
from argmap.formats.native.shape import (
    STEP_KEYS,
    TYPE_KEYS,
    CitationShape,
    ComparisonShape,
    DateShape,
    Defaults,
    Head,
    MapShape,
    NestedStep,
    NodeShape,
    QuantityShape,
    StepFields,
    TopStep,
    is_roles,
)
from argmap.model import (
    Citation,
    Comparison,
    Date,
    Map,
    Node,
    NodeType,
    Quantity,
    Span,
    Stance,
    Step,
    StepKind,
    Topic,
    Verdict,
)
from argmap.model.step import unnamed_id
from argmap.text.suggest import did_you_mean
from argmap.text.yaml import Fault, Tree, has_exact_places, locate, parse

_START = Span(1, 1, 1, 2)
_NESTED = {
    "supported_by": StepKind.SUPPORT,
    "attacked_by": StepKind.ATTACK,
    "explained_by": StepKind.EXPLAIN,
    "undercut_by": StepKind.UNDERCUT,
}
_STAND_INS = {
    "argmap": 1,
    "map": "unnamed",
    "comparison": "unnamed",
    "positions": {},
    "premises": [],
    "maps": [],
    "name": "?",
}
# Repairing drops what is at fault; what is at fault because of that shows in the next pass.
_MOST_REPAIRS = 5


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
    reader = _Reader()
    content = reader.map(shape) if isinstance(shape, MapShape) else reader.comparison(shape)
    for id, path in reader.repeated:
        first = locate(tree, reader.origins.get(id, ("nodes", id)), key=True).line
        message = f"the id '{id}' is taken; it first stands in line {first}"
        faults.append(Fault("duplicate-id", message, locate(tree, path), "give the step an id of its own"))
    if any(fault.fix for fault in faults) and not has_exact_places(text):
        faults = [fault._replace(fix=None) for fault in faults]
    return Document(file, text, content, whole and not errors, tuple(faults), tree, reader.origins, unread)


def _root(data: Any, tree: Tree, faults: list[Fault]) -> type[MapShape] | type[ComparisonShape] | None:
    if not isinstance(data, dict):
        faults.append(Fault("bad-value", "a map file is a mapping of keys", tree.span, "begin with 'argmap: 1'"))
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
    faults.append(Fault("missing-key", "neither 'map' nor 'comparison' is there", _START, help))
    return None


def _validate(
    root: type[MapShape] | type[ComparisonShape], data: Any, tree: Tree, lines: Sequence[str]
) -> tuple[MapShape | ComparisonShape | None, list[Fault]]:
    """Validate, and where that fails leave out what is at fault, so that the rest is still looked at."""
    faults: list[Fault] = []
    written = Written(tree, lines)
    for _ in range(_MOST_REPAIRS):
        try:
            return root.model_validate(data), faults
        except ValidationError as error:
            details = error.errors(include_url=False)
        mistakes = _mistakes(details, data)
        found = {path: to_fault(detail, path, root, written) for path, detail in mistakes.items()}
        # What is missing after a repair is missing because of it.
        repairing = bool(faults)
        faults += [each for path, each in found.items() if not (repairing and mistakes[path]["type"] == "missing")]
        renamed: dict[str, dict[str, str]] = {kind: {} for kind in USES}
        for path, detail in reversed(mistakes.items()):  # backwards, so that the places in lists stay right
            meant = _meant_key(detail, found[path])
            if meant is None or not _rename_key(data, tree, path, meant):
                _leave_out(data, tree, path, detail["type"])
            elif len(path) == 2 and path[0] in renamed:
                renamed[path[0]][path[1]] = meant
        for kind, names in renamed.items():
            if names:
                _rename_uses(data, USES[kind], names)
    return None, faults


def _meant_key(detail: ErrorDetails, fault: Fault) -> str | None:
    """What a misspelt key, or an id that is a key, was meant to be."""
    if fault.fix and ("[key]" in detail["loc"] or (detail["type"] == "extra_forbidden" and fault.fix.safe)):
        return fault.fix.edits[0].text.strip('"')
    return None


def _rename_key(data: Any, tree: Tree, path: Path, meant: str) -> bool:
    """Read on as if the key at *path* were *meant*, so that one slip is not taken for several; whether that went."""
    holder, place = _follow(data, path[:-1]), _tree_at(tree, path[:-1])
    if not isinstance(holder, dict) or meant in holder or place.keys is None or path[-1] not in place.keys:
        return False
    holder[meant] = holder.pop(path[-1])
    place.keys[meant] = place.keys.pop(path[-1])
    place.children[meant] = place.children.pop(path[-1])
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


def _mistakes(details: Sequence[ErrorDetails], data: Any) -> dict[Path, ErrorDetails]:
    """The errors by their paths. Of a union, each of whose members says what is wrong, the one that goes deepest."""
    found: dict[Path, ErrorDetails] = {}
    for detail in details:
        found.setdefault(path_of(detail, data), detail)
    above = {path[:length] for path in found for length in range(len(path))}
    return {path: detail for path, detail in found.items() if path not in above}


def _leave_out(data: Any, tree: Tree, path: Path, kind: str) -> None:
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
        if path[-1] not in _STAND_INS:
            _leave_out(data, tree, path[:-1], "")
        elif isinstance(parent, dict):
            parent[path[-1]] = _STAND_INS[path[-1]]
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


def _follow(data: Any, path: Path) -> Any:
    for part in path:
        try:
            data = data[part]
        except (KeyError, IndexError, TypeError):
            return None
    return data


def _tree_at(tree: Tree, path: Path) -> Tree:
    for part in path:
        tree = tree.children[part]
    return tree


class _Reader:
    """Turns shapes into the graph, gathering the steps that stand nested."""

    def __init__(self) -> None:
        self.steps: dict[str, Step] = {}
        self.origins: dict[str, Path] = {}
        self.repeated: list[tuple[str, Path]] = []
        self._nodes: frozenset[str] = frozenset()

    def map(self, shape: MapShape) -> Map:
        self._nodes = frozenset(shape.nodes)
        nodes = {id: _node(id, node, shape.defaults) for id, node in shape.nodes.items()}
        for id, node in shape.nodes.items():
            self._nested(node, id, ("nodes", id))
        self._top(shape.steps)
        return Map(
            **_head(shape),
            id=shape.map,
            source=shape.source,
            thesis=shape.thesis,
            actors=shape.actors,
            nodes=nodes,
            steps=self.steps,
        )

    def comparison(self, shape: ComparisonShape) -> Comparison:
        topics = {
            id: Topic(
                id=id,
                title=id.replace("-", " ").capitalize() if topic.title is None else topic.title,
                positions=topic.positions,
                verdicts=tuple(Verdict(kind=v.is_, about=v.about, between=v.between) for v in topic.verdict),
                note=topic.note,
                extra=topic.extra,
            )
            for id, topic in shape.topics.items()
        }
        self._top(shape.steps)
        return Comparison(**_head(shape), id=shape.comparison, maps=shape.maps, topics=topics, steps=self.steps)

    def _nested(self, holder: NodeShape | StepFields, conclusion: str, path: Path) -> None:
        given = holder.model_fields_set
        if given.isdisjoint(_NESTED):
            return
        for key, kind in _NESTED.items():
            entries: Sequence[NestedStep] = getattr(holder, key) if key in given else ()
            for index, entry in enumerate(entries):
                self._add(entry, kind, entry.premises, conclusion, (*path, key, index))

    def _top(self, entries: Sequence[TopStep]) -> None:
        for index, entry in enumerate(entries):
            key = next(key for key in STEP_KEYS if key in entry.model_fields_set)
            premises, conclusion = entry.premises or (), getattr(entry, key)
            if key == "contradict":
                premises, conclusion = conclusion or (), None
            elif key == "prefer":
                premises, conclusion = (() if conclusion is None else (conclusion,)), entry.over
            self._add(entry, StepKind(key), premises, conclusion, ("steps", index))

    def _add(
        self,
        entry: StepFields,
        kind: StepKind,
        given: tuple[str, ...] | dict[str, tuple[str, ...]],
        conclusion: str | None,
        path: Path,
    ) -> None:
        roles = given if isinstance(given, dict) else {}
        premises = tuple(chain.from_iterable(given.values())) if isinstance(given, dict) else given
        id = entry.id
        if id is not None and (id in self.steps or id in self._nodes):
            self.repeated.append((id, (*path, "id")))
            id = None
        if id is None:
            id = unnamed_id(kind, premises, conclusion, self.steps)
        outweighed = entry.outweighed
        self.steps[id] = Step(
            id=id,
            kind=kind,
            premises=premises,
            conclusion=conclusion,
            at=entry.at,
            inferred=entry.inferred,
            scheme=entry.scheme,
            roles=roles,
            warrant=entry.warrant,
            qualifier=entry.qualifier,
            outweighed=bool(outweighed),
            outweighed_by=outweighed if isinstance(outweighed, tuple) else (),
            question=entry.question,
            note=entry.note,
            extra=entry.extra,
        )
        self.origins[id] = path
        self._nested(entry, id, path)


def _head(shape: Head) -> dict[str, Any]:
    return {
        "title": shape.title,
        "lang": shape.lang,
        "license": shape.license,
        "version": shape.version,
        "date": _date(shape.date),
        "note": shape.note,
        "extra": shape.extra,
    }


def _date(shape: DateShape | None) -> Date | None:
    return None if shape is None else Date.model_construct(date=shape.date, inferred=shape.inferred)


def _citation(shape: CitationShape) -> Citation:
    return Citation.model_construct(key=shape.key, locator=shape.locator)


def _quantity(shape: QuantityShape) -> Quantity:
    return Quantity.model_construct(
        of=shape.of,
        part_of=shape.part_of,
        value=shape.value,
        unit=shape.unit,
        as_of=_date(shape.as_of),
        bound=shape.bound,
    )


def _node(id: str, shape: NodeShape, defaults: Defaults) -> Node:
    type = next(key for key in TYPE_KEYS if key in shape.model_fields_set)
    given = shape.model_fields_set
    by = shape.by if "by" in given else defaults.by
    stance = shape.stance or defaults.stance or (Stance.REPORTED if by else Stance.ENDORSED)
    return Node(
        id=id,
        type=NodeType(type),
        text=getattr(shape, type),
        by=by,
        role=defaults.as_ if shape.as_ is None else shape.as_,
        stance=stance,
        qualifier=shape.qualifier or defaults.qualifier,
        at=shape.at,
        implicit=shape.implicit,
        kind=shape.kind,
        cite=tuple(map(_citation, shape.cite)),
        happened=_date(shape.happened),
        said=_date(shape.said),
        due=_date(shape.due),
        quantities=tuple(map(_quantity, shape.quantities)),
        addressee=shape.addressee,
        specifies=shape.specifies,
        rephrases=shape.rephrases,
        tags=shape.tags if "tags" in given else defaults.tags,
        formal=shape.formal,
        note=shape.note,
        todo=shape.todo,
        extra=shape.extra,
    )
