"""A new name for a thing as edits to the file's text, so that comments and layout stay."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from typing import Any

from argmap.formats.native.document import Document
from argmap.formats.native.grammar.keys import NESTED, NODE, STEP
from argmap.model import Comparison, Map
from argmap.model.references import Kind
from argmap.model.rename import Rename, renamed
from argmap.text.edit import Edit, Offsets
from argmap.text.quote import quoted
from argmap.text.yaml import Tree, parse

_IN_STEPS = [key.name for key in STEP.keys if Kind.NODE in (key.names, key.defines) and not key.nests]

_Swap = Callable[[str], str]
_Place = tuple[Tree, str, str, bool]
"""Where a name stands, the name, what it becomes, and whether it is a key of a mapping."""


def edits(document: Document, rename: Rename) -> list[Edit]:
    """What *rename* changes in the text of *document*: the thing's own name, and every use of it.

    Args:
        document: The file, without faults.
        rename: What is renamed.

    Returns:
        The edits; none where the file does not speak of the thing.

    Raises:
        ValueError: A name is spelled in a way that cannot be edited.
    """
    content, tree = document.content, document.tree
    if content is None or tree is None:
        return []
    find = _map if isinstance(content, Map) else _comparison
    offsets = Offsets(document.text)
    places = find(rename, content.id, parse(document.text).data, tree)
    return [_edit(document.text, offsets, *place) for place in places]


def is_renamed(before: Document, after: Document, rename: Rename) -> bool:
    """Whether *after* is without faults and holds the graph of *before* under the new name, and nothing else."""
    if before.content is None or after.content is None or after.faults:
        return False
    expected, tree = renamed(before.content, rename), before.tree
    if isinstance(expected, Comparison) and rename.topic(rename.old, expected.id) != rename.old and tree is not None:
        # A topic without a title is called by its id.
        topic, loaded = expected.topics.get(rename.new), after.content
        untitled = "title" not in tree.children["topics"].children[rename.old].children
        if topic and untitled and isinstance(loaded, Comparison) and rename.new in loaded.topics:
            titled = replace(topic, title=loaded.topics[rename.new].title)
            expected = replace(expected, topics={**expected.topics, rename.new: titled})
    return after.content == expected


def _edit(text: str, offsets: Offsets, tree: Tree, old: str, new: str, is_key: bool) -> Edit:
    start, end = offsets.of(tree.span)
    written = text[start:end]
    if written == old:
        return Edit(tree.span, new if is_key else quoted(new))
    mark = written[:1]
    if mark in ("'", '"') and written.endswith(mark) and len(written) > 1:
        return Edit(tree.span, f"{mark}{new}{mark}")
    if mark in ("|", ">") and written.count(old) == 1:
        return Edit(tree.span, written.replace(old, new))
    raise ValueError(f"line {tree.span.line}: '{old}' is spelled in a way that cannot be edited; write it plainly")


def _map(rename: Rename, owner: str, data: Any, tree: Tree) -> Iterator[_Place]:
    def swap(name: str) -> str:
        return rename.id(name, owner)

    def actor(name: str) -> str:
        return rename.actor(name, owner)

    yield from _names(data, tree, "map", rename.map)
    yield from _names(data, tree, "source", rename.reference)
    yield from _names(data, tree, "thesis", swap)
    yield from _keys(data, tree, "actors", actor)
    for defaults, place in _below(data, tree, "defaults"):
        yield from _names(defaults, place, "by", actor)
    yield from _keys(data, tree, "nodes", swap)
    for nodes, place in _below(data, tree, "nodes"):
        for id, node in nodes.items():
            yield from _node(rename, swap, actor, node, place.children[id])
    yield from _steps(data, tree, "steps", swap)


def _node(rename: Rename, swap: _Swap, actor: _Swap, node: Any, tree: Tree) -> Iterator[_Place]:
    swaps = {Kind.NODE: swap, Kind.ACTOR: actor, Kind.REFERENCE: rename.reference}
    for key in NODE.keys:
        if key.nests:
            yield from _steps(node, tree, key.name, swap)
        elif key.names:
            yield from _names(node, tree, key.name, swaps[key.names])
            for named, place in _below(node, tree, key.name):
                for inner in key.table.keys if key.table else ():
                    if inner.names:
                        yield from _names(named, place, inner.name, swaps[inner.names])


def _steps(data: Any, tree: Tree, key: str, swap: _Swap) -> Iterator[_Place]:
    yield from _names(data, tree, key, swap)  # a step that is its premise
    for step, place in _below(data, tree, key):
        for field in _IN_STEPS:
            yield from _names(step, place, field, swap)
        for roles, under in _below(step, place, "premises"):
            for role in roles:
                yield from _names(roles, under, role, swap)
        for field in NESTED:
            yield from _steps(step, place, field, swap)


def _comparison(rename: Rename, owner: str, data: Any, tree: Tree) -> Iterator[_Place]:
    yield from _names(data, tree, "comparison", rename.comparison)
    yield from _names(data, tree, "maps", rename.map)
    yield from _keys(data, tree, "topics", lambda name: rename.topic(name, owner))
    for topics, place in _below(data, tree, "topics"):
        for id, topic in topics.items():
            yield from _topic(rename, topic, place.children[id])
    yield from _steps(data, tree, "steps", lambda name: rename.across(name, owner))


def _topic(rename: Rename, topic: Any, tree: Tree) -> Iterator[_Place]:
    yield from _keys(topic, tree, "positions", rename.map)
    for positions, place in _below(topic, tree, "positions"):
        for map_id in positions:
            yield from _names(positions, place, map_id, partial(rename.id, owner=map_id))
    for verdict, place in _below(topic, tree, "verdict"):
        yield from _names(verdict, place, "between", rename.map)


def _items(data: Any, tree: Tree, key: str) -> Iterator[tuple[Any, Tree]]:
    """What stands under *key*, one thing or each of a list, with its place."""
    if key in data:
        value, place = data[key], tree.children[key]
        yield from zip(value, place.children, strict=True) if isinstance(value, list) else [(value, place)]


def _names(data: Any, tree: Tree, key: str, swap: _Swap) -> Iterator[_Place]:
    """The names under *key* that *swap* changes."""
    for name, place in _items(data, tree, key):
        if isinstance(name, str) and swap(name) != name:
            yield place, name, swap(name), False


def _below(data: Any, tree: Tree, key: str) -> Iterator[tuple[Any, Tree]]:
    """The mappings under *key*."""
    for value, place in _items(data, tree, key):
        if isinstance(value, dict):
            yield value, place


def _keys(data: Any, tree: Tree, key: str, swap: _Swap) -> Iterator[_Place]:
    """The keys of the mapping under *key* that *swap* changes."""
    for value, place in _below(data, tree, key):
        for name in value:
            if swap(name) != name and place.keys is not None:
                yield place.keys[name], name, swap(name), True
