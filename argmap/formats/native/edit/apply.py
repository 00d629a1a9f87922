"""Carrying out operations on a document: all of them, or none."""

from __future__ import annotations

import copy
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from argmap.formats.native.document import Document
from argmap.formats.native.edit.operations import (
    Add,
    Change,
    EditError,
    Move,
    Operation,
    Path,
    index_among,
    shown,
    value_at,
    with_entry,
)
from argmap.formats.native.edit.same import says_the_same
from argmap.formats.native.edit.source import Source
from argmap.formats.native.grammar.keys import TOP, TYPE_KEYS, Layout
from argmap.formats.native.read.load import load
from argmap.formats.native.style.entries import key_order, takes_list, wrapped_key

_SECTIONS = frozenset(key.name for key in TOP.keys if key.layout in (Layout.GROUP, Layout.SECTIONS))
_NEVER_MISSING = ("positions", "maps")  # what may hold nothing, but must be there


def edit(document: Document, operations: Iterable[Operation]) -> Document:
    """Carries out operations on a map or comparison, as edits to its text; comments and layout stay.

    Each operation sees what those before it made. What a document names but does not hold is for a check to find.

    Args:
        document: The document; it stays as it is.
        operations: What to add, change, move and remove.

    Returns:
        The document of the new text.

    Raises:
        EditError: An operation cannot be carried out, or its value is not valid there; the message says which and why.
    """
    result = document
    for number, operation in enumerate(operations, 1):
        if not isinstance(operation, Operation):
            raise EditError(f"operation {number} is not an Add, Change, Move or Remove")
        try:
            result = _carried_out(result, operation)
        except EditError as error:
            name = type(operation).__name__.lower()
            raise EditError(f"operation {number}, {name} '{shown(_parts(operation.place))}': {error}") from None
    return result


def _carried_out(document: Document, operation: Operation) -> Document:
    hand = _Hand(document)
    if isinstance(operation, Add):
        hand.add(operation)
    elif isinstance(operation, Change):
        hand.set(hand.path(operation.place), _plain(operation.value))
    elif isinstance(operation, Move):
        hand.move(operation)
    else:
        hand.remove(hand.path(operation.place))
    after = load(hand.source.text, document.file)
    fresh = Counter(fault[:2] for fault in after.faults) - Counter(fault[:2] for fault in document.faults)
    if fresh:
        fault = next(fault for fault in after.faults if fault[:2] in fresh)
        raise EditError(f"{fault.message}{f' ({fault.help})' if fault.help else ''}")
    return after


def _parts(place: str | Path) -> Path:
    return tuple(place.split("/")) if isinstance(place, str) else tuple(place)


def _plain(value: Any) -> Any:
    """*value* as data of our own. Raises EditError for what a file cannot say."""
    if isinstance(value, (list, tuple)):
        return [_plain(item) for item in value]
    if isinstance(value, dict):
        return {str(key): _plain(item) for key, item in value.items()}
    if value is None or isinstance(value, (str, int, float)):
        return value
    raise EditError(f"a value is a text, a number, a list or a mapping, not {type(value).__name__}")


class _Hand:
    """Makes one operation in *document*, by one or more changes to the text, each checked as it is made."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.source = Source(document.text)
        if self.source.faults or not isinstance(self.source.data, dict):
            raise EditError(f"{document.file or 'the file'} cannot be edited: it has syntax errors")

    def path(self, place: str | Path) -> Path:
        """The path in the file of *place*, without the index of what stands for a list of itself."""
        path = _parts(place)
        content = self.document.content
        if len(path) > 1 and path[0] == "steps" and content is not None and path[1] in content.steps:
            path = self.document.path(path)
        data, parts = self.source.data, list[str | int]()
        for index, written in enumerate(path):
            is_index = isinstance(data, list) and isinstance(written, str) and written.isdigit()
            part = int(written) if is_index else written
            if isinstance(data, list):
                pass
            elif not isinstance(data, dict):
                if data is not None and str(part) == "0":
                    continue
                if index < len(path) - 1:
                    value_at(self.source.data, (*parts, part))
            elif part not in data and str(part) == "0" and takes_list(tuple(parts)):
                continue
            parts.append(part)
            try:
                data = data[part]
            except (LookupError, TypeError):
                # a section of the file need not be there before its first entry
                data = {} if index == 0 and part in _SECTIONS else None
                if data is None and index < len(path) - 1:
                    value_at(self.source.data, tuple(parts))
        return tuple(parts)

    def add(self, operation: Add) -> None:
        """Add an item where a list is or may be, else an entry that is not there yet."""
        path, value = self.path(operation.place), _plain(operation.value)
        present = self._get(path)
        if takes_list(path):
            self.insert(path, None, value, operation.before, operation.after)
        elif present is not None:
            raise EditError("it already exists; change it instead")
        elif isinstance(path[-1], int):
            raise EditError("give the list as the place, and the position in it with 'before' or 'after'")
        else:
            self.insert(path[:-1], path[-1], value, operation.before, operation.after)

    def insert(
        self, container: Path, key: str | None, value: Any, before: Any, after: Any, lead: Sequence[str] = ()
    ) -> None:
        """Put an entry into a mapping (under *key*) or a list (without one), which need not be there yet."""
        present = self._get(container)
        if key is None:
            items = present if isinstance(present, list) else [] if present is None else [present]
            index = index_among(range(len(items)), before, after, len(items))
            fresh: Any = [*items[:index], value, *items[index:]]
            part: str | int = index
        else:
            entries = self._spelled_out(container, present)
            index = index_among(list(entries), before, after, _place_of(key, list(entries), key_order(container)))
            fresh, part = with_entry(entries, key, value, index), key
        if present is not fresh and isinstance(present, (list, dict)) and self.source.container(container) is not None:
            text = self.source.insert(container, index, part, value, lead)
            self._take(text, container, lambda _: fresh)
        else:
            self.set(container, fresh if key is not None or len(fresh) > 1 else fresh[0], lead)

    def _spelled_out(self, path: Path, present: Any) -> dict[str, Any]:
        """The mapping at *path*, or the one that a text there is short for."""
        if present is None:
            if path and self._get(path[:-1]) is None:
                value_at(self.source.data, path[:-1])
            return {}
        if isinstance(present, dict):
            return present
        field = wrapped_key(path)
        if field is None or (isinstance(present, list) and field != "premises"):
            raise EditError(f"'{shown(path)}' holds no fields")
        return {field: present}

    def set(self, path: Path, value: Any, lead: Sequence[str] = ()) -> None:
        """Let *value* stand at *path*, with as little change to the text as can be."""
        if not path:
            raise EditError("the place is empty")
        container, part = path[:-1], path[-1]
        holder = self._get(container)
        if not isinstance(holder, (dict, list)) or (isinstance(holder, dict) and part not in holder):
            if isinstance(part, int):
                value_at(self.source.data, path)
            self.insert(container, part, value, None, None, lead)
            return None
        present = value_at(self.source.data, path)
        if present == value and type(present) is type(value):
            return None
        if self.source.container(path) is not None and isinstance(value, type(present)) and value:
            if isinstance(value, dict):
                return self._set_entries(path, present, value)
            return self._set_items(path, present, value)
        if self.source.container(container) is None:
            raise EditError(f"'{shown(container)}' is written in a way that cannot be edited")
        index = list(holder).index(part) if isinstance(holder, dict) else part
        text = self.source.replace(container, index, part, value)

        def changed(before: Any) -> Any:
            after = copy.copy(before)
            after[part] = value
            return after

        self._take(text, container, changed)
        return None

    def _set_entries(self, path: Path, present: dict[str, Any], value: dict[str, Any]) -> None:
        was = [key for key in TYPE_KEYS if key in present and key not in value]
        new = [key for key in TYPE_KEYS if key in value and key not in present]
        if len(was) == len(new) == 1 and key_order(path).keys() >= {*was, *new}:
            # a claim that becomes evidence keeps its place and its comments
            index = list(present).index(was[0])
            renamed = {new[0] if key == was[0] else key: item for key, item in present.items()}
            self._take(self.source.rename(path, index, new[0]), path, lambda _: renamed)
            present = renamed
        for key, item in value.items():  # what is new comes first, so that the mapping is never empty
            self.set((*path, key), item)
        for key in [key for key in present if key not in value]:
            self.remove((*path, key))

    def _set_items(self, path: Path, present: list[Any], value: list[Any]) -> None:
        same = next((i for i, pair in enumerate(zip(present, value, strict=False)) if pair[0] != pair[1]), None)
        first = min(len(present), len(value)) if same is None else same
        last = 0
        while last < min(len(present), len(value)) - first and present[-1 - last] == value[-1 - last]:
            last += 1
        olds, news = len(present) - first - last, value[first : len(value) - last]
        for offset, item in enumerate(news):
            if offset < olds:
                self.set((*path, first + offset), item)
            else:
                self.insert(path, None, item, None, first + offset - 1 if first + offset else None)
        for _ in range(olds - len(news)):
            self.remove((*path, first + len(news)))

    def remove(self, path: Path) -> None:
        """Take out what stands at *path*, and what would hold nothing without it."""
        if not path:
            raise EditError("the place is empty")
        value_at(self.source.data, path)
        container, part = path[:-1], path[-1]
        holder = self._get(container)
        index = list(holder).index(part) if isinstance(holder, dict) else part
        if len(holder) == 1 and container:
            if container[-1] in _NEVER_MISSING:
                self.set(container, type(holder)())
            else:
                self.remove(container)
            return
        tree = self.source.container(container)
        if tree is None:
            raise EditError(f"'{shown(container)}' is written in a way that cannot be edited")
        extent = self.source.extents(tree)[index]
        gone = self.source.comments(extent.lead, extent.end)

        def without(before: Any) -> Any:
            after = copy.copy(before)
            del after[part]
            return after

        self._take(self.source.remove(container, index), container, without, gone)

    def move(self, operation: Move) -> None:
        """Take a thing out and put it in again, with its comments."""
        path = self.path(operation.place)
        value = value_at(self.source.data, path)
        if not path:
            raise EditError("the place is empty")
        source, part = path[:-1], path[-1]
        target = source if operation.to is None else self.path(operation.to)
        if target[: len(path)] == path:
            raise EditError("it cannot be moved into itself")
        before, after = operation.before, operation.after
        key = None if isinstance(part, int) or takes_list(target) else part
        lines: list[str] | None = None
        comments: list[str] = []
        holder = self._get(source)
        if isinstance(holder, (dict, list)) and (tree := self.source.container(source)) is not None:
            index = list(holder).index(part) if isinstance(holder, dict) else part
            extent = self.source.extents(tree)[index]
            comments = self.source.comments(extent.lead, extent.end)
            lines = self.source.lines(source, index)
        if target == source and isinstance(part, int):
            before, after = (side - (side > part) if isinstance(side, int) else side for side in (before, after))
        self.remove(path)
        tree = self.source.container(target)
        if lines is None or tree is None or self.source.is_flow(tree) or isinstance(part, int) is not (key is None):
            self.insert(target, key, value, before, after, comments)
            return
        present = self._get(target)
        names = list(present) if key is not None else range(len(present))
        index = index_among(names, before, after, len(present))
        if key is not None and key in present:
            raise EditError(f"'{shown((*target, key))}' already exists")
        fresh = (
            with_entry(present, key, value, index) if key is not None else [*present[:index], value, *present[index:]]
        )
        pad = " " * (self.source.column(tree))
        text = self.source.insert_lines(target, index, [f"{pad}{line}" if line else "" for line in lines])
        self._take(text, target, lambda _: fresh)

    def _get(self, path: Path) -> Any:
        """What stands at *path*, None where nothing does."""
        try:
            return value_at(self.source.data, path)
        except EditError:
            return None

    def _take(self, text: str, path: Path, change: Callable[[Any], Any], gone: Sequence[str] = ()) -> None:
        """Go on with *text*, which must say what *change* makes of what stands at *path*, and keep all comments.

        The comments that are *gone* may be.
        """
        expected = _changed(self.source.data, path, change)
        fresh = Source(text)
        if fresh.faults or not says_the_same(fresh.data, expected):
            raise EditError(f"'{shown(path)}' is written in a way that cannot be edited")
        if Counter(self.source.comments()) - Counter(fresh.comments()) - Counter(gone):
            raise EditError(f"a comment in '{shown(path)}' would be lost")
        self.source = fresh


def _changed(data: Any, path: Path, change: Callable[[Any], Any]) -> Any:
    """*data* with what *change* makes of what stands at *path*."""
    if not path:
        return change(data)
    after = copy.copy(data)
    after[path[0]] = _changed(data[path[0]], path[1:], change)
    return after


def _place_of(key: str, keys: Sequence[str], order: Any) -> int:
    """Where among *keys* a new one goes by the *order* of the format; last where it says nothing of it."""
    if key not in order:
        return len(keys)
    return next((index for index, other in enumerate(keys) if order.get(other, -1) > order[key]), len(keys))
