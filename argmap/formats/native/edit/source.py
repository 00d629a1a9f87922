"""The text of a map file with the places of its entries, and how one entry of it is put in, taken out or replaced.

Each function gives the new text. What they make is checked by whoever calls them: the data must be as expected.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from typing import Any, NamedTuple

from argmap.formats.native.style.entries import entry_lines, flow_text, in_sections
from argmap.text.comments import comments
from argmap.text.edit import Offsets
from argmap.text.spell import spell
from argmap.text.yaml import Tree, find, parse

Path = tuple[Any, ...]

_COMMENT_LINE = re.compile(r"(?P<pad> *)#.*\n?")
_BLANK_LINES = re.compile(r"(?:[ \t]*\n)*")


class Extent(NamedTuple):
    """Where an entry of a list or mapping stands in the text.

    Attributes:
        lead: The offset from which on the comments right above belong to it.
        start: The offset of its key, or of its dash; within brackets or braces that of its value.
        value: The offset of its value.
        value_end: The offset behind its value.
        end: The offset behind its last line, the comments that end its block with it.
    """

    lead: int
    start: int
    value: int
    value_end: int
    end: int


class Source:
    """The text of a map file, YAML or JSON without faults of syntax, its lines ended by LF."""

    def __init__(self, text: str) -> None:
        parsed = parse(text)
        self.text = text
        self.data: Any = parsed.data
        self.faults = parsed.faults
        self._tree = parsed.tree
        self._offsets = Offsets(text)
        self.is_json = text.lstrip().startswith("{")

    def container(self, path: Path) -> Tree | None:
        """The list or mapping that is written at *path*; None where there is none, or an empty one."""
        trees = None if self._tree is None else find(self._tree, path)
        if trees is None or not trees[-1].children or len(trees) != len(path) + 1:
            return None
        return trees[-1]

    def is_flow(self, container: Tree) -> bool:
        """Whether it is written within brackets or braces."""
        start, _ = self._offsets.of(container.span)
        return self.text[start : start + 1] in ("[", "{")

    def extents(self, container: Tree) -> list[Extent]:
        """The extents of its entries, in the order of the file."""
        is_flow = self.is_flow(container)
        keys = list(container.keys.values()) if container.keys is not None else [None] * len(container.children)
        values = list(container.children.values()) if container.keys is not None else container.children
        return [self._extent(key, value, is_flow) for key, value in zip(keys, values, strict=True)]

    def column(self, container: Tree) -> int:
        """How far in its entries stand, which are written in lines of their own."""
        start = self.extents(container)[0].start
        return start - self._line(start)

    def _extent(self, key: Tree | None, value: Tree, is_flow: bool) -> Extent:
        start, value_end = self._offsets.of(value.span)
        value_start = start
        if key is not None:
            start, key_end = self._offsets.of(key.span)
            value_end = max(value_end, key_end + self.text[key_end:].index(":") + 1)
            value_start = max(value_start, key_end)
        if is_flow:
            return Extent(start, start, value_start, value_end, value_end)
        if key is None:
            start = self.text.rindex("-", 0, max(start, 1))
        value_end = max(start + 1, len(self.text[:value_end].rstrip()))
        column = start - self._line(start)
        return Extent(self._lead(start, column), start, value_start, value_end, self._end(value_end, column))

    def _lead(self, start: int, column: int) -> int:
        """Where the comments begin that stand right above an entry, as far in as it is."""
        lead = self._line(start)
        if self.text[lead:start].strip():
            return start  # behind the dash of a list's item
        while lead:
            above = self._line(lead - 1)
            comment = _COMMENT_LINE.match(self.text, above)
            if comment is None or len(comment["pad"]) != column:
                break
            lead = above
        return lead

    def _end(self, value_end: int, column: int) -> int:
        """Where an entry ends: with its last line, and the comments below that are further in than it is."""
        end = self._next_line(value_end)
        while comment := _COMMENT_LINE.match(self.text, end):
            if len(comment["pad"]) <= column:
                break
            end = self._next_line(end)
        return end

    def _line(self, offset: int) -> int:
        return self.text.rfind("\n", 0, offset) + 1

    def _next_line(self, offset: int) -> int:
        return self.text.find("\n", offset) + 1 or len(self.text)

    def comments(self, start: int = 0, end: int | None = None) -> list[str]:
        """The comments between two offsets."""
        listed = comments(self.text, self._tree, self._offsets) if self._tree is not None else []
        return [
            comment.text for comment in listed if start <= comment.offset < (len(self.text) if end is None else end)
        ]

    def insert(self, container: Path, index: int, part: str | int, value: Any, lead: Sequence[str] = ()) -> str:
        """The text with an entry more: *part* is its key, or its index.

        Args:
            container: A list or mapping that is written out and not empty.
            index: How many of its entries come before the new one.
            part: The key of the new entry; its index, in a list.
            value: What it holds.
            lead: Comments to stand above it.

        Returns:
            The text.
        """
        tree = self.container(container)
        assert tree is not None  # noqa: S101
        extents = self.extents(tree)
        if self.is_flow(tree):
            written = self._flow((*container, part), value)
            if isinstance(part, str):
                written = f"{json.dumps(part) if self.is_json else spell(part, flow=True)}: {written}"
            if index:
                return self._spliced(extents[index - 1].end, extents[index - 1].end, f", {written}")
            return self._spliced(extents[0].start, extents[0].start, f"{written}, ")
        pad = " " * self.column(tree)
        lines = [*(f"{pad}{comment}" for comment in lead), *entry_lines((*container, part), value, pad)]
        return self.insert_lines(container, index, lines)

    def insert_lines(self, container: Path, index: int, lines: list[str]) -> str:
        """The text with the *lines* of an entry more in a list or mapping that is written in lines."""
        tree = self.container(container)
        assert tree is not None  # noqa: S101
        extents = self.extents(tree)
        if index == 0 and self.text[self._line(extents[0].start) : extents[0].start].strip():
            pad = " " * self.column(tree)
            return self._spliced(extents[0].start, extents[0].start, "\n".join(lines).lstrip(" ") + f"\n{pad}")
        parted = in_sections(container)
        offset = extents[index - 1].end if index else extents[0].lead
        if parted and index and self._needs_blank(lines, extents[index - 1]):
            lines = ["", *lines]
        is_last = index == len(extents)
        if parted and not is_last and self._needs_blank(lines, extents[index]) and self._line_at(offset).strip():
            lines = [*lines, ""]
        if offset and not self.text[:offset].endswith("\n"):
            return self._spliced(offset, offset, "\n" + "\n".join(lines))
        return self._spliced(offset, offset, "\n".join(lines) + "\n")

    def _needs_blank(self, lines: list[str], sibling: Extent) -> bool:
        return len(lines) > 1 or "\n" in self.text[sibling.start : sibling.value_end]

    def _line_at(self, offset: int) -> str:
        return self.text[offset : self._next_line(offset)]

    def _blank_above(self, offset: int) -> bool:
        return offset == 0 or not self.text[self._line(offset - 1) : offset].strip()

    def remove(self, container: Path, index: int) -> str:
        """The text without the *index*-th of several entries, its comments gone with it."""
        tree = self.container(container)
        assert tree is not None  # noqa: S101
        extents = self.extents(tree)
        extent = extents[index]
        if self.is_flow(tree):
            if index:
                return self._spliced(extents[index - 1].end, extent.end, "")
            return self._spliced(extent.start, extents[1].start if len(extents) > 1 else extent.end, "")
        if self.text[self._line(extent.start) : extent.start].strip():
            return self._spliced(extent.start, extents[1].start, "")  # the next takes its place behind the dash
        start, end = extent.lead, extent.end
        if self._blank_above(start):
            blank = _BLANK_LINES.match(self.text, end)
            end = blank.end() if blank else end
            if end == len(self.text):
                start = len(self.text[:start].rstrip()) + 1 if self.text[:start].strip() else start
        return self._spliced(start, end, "")

    def lines(self, container: Path, index: int) -> list[str] | None:
        """The lines of an entry with its comments, without the white space that all begin with; None in flow."""
        tree = self.container(container)
        if tree is None or self.is_flow(tree):
            return None
        extent = self.extents(tree)[index]
        line = self._line(extent.start)
        if self.text[line : extent.start].strip():
            return None
        column = extent.start - line
        return [written[column:] for written in self.text[extent.lead : extent.end].rstrip("\n").split("\n")]

    def replace(self, container: Path, index: int, part: str | int, value: Any) -> str:
        """The text with *value* for what the *index*-th entry holds; comments within it come to stand above it."""
        tree = self.container(container)
        assert tree is not None  # noqa: S101
        extent = self.extents(tree)[index]
        children = list(tree.children.values()) if tree.keys is not None else tree.children
        old, path = children[index], (*container, part)
        written = self.text[extent.value : extent.value_end].strip()
        is_scalar = not isinstance(value, (list, dict))
        if self.is_flow(tree) or (is_scalar and old.children is None and written and written[0] not in "|>"):
            like = written if written.startswith(("'", '"')) else ""
            flow = self.is_flow(tree)
            fresh = spell(value, flow=flow, like=like) if isinstance(value, str) and not self.is_json else None
            start, end = self._offsets.of(old.span)
            gap = "" if self.text[start - 1 : start] in (" ", "[", "{", ",") or start == 0 else " "
            return self._spliced(start, end, gap + (fresh or self._flow(path, value)))
        pad = " " * (extent.start - self._line(extent.start))
        lines = entry_lines(path, value, pad)
        lost = self.comments(extent.start, extent.value_end)
        if lost and self.text[self._line(extent.start) : extent.start].strip():
            return self._spliced(extent.start, extent.value_end, "\n".join(lines).lstrip(" "))
        lead = "".join(f"{comment}\n{pad}" for comment in lost)
        return self._spliced(extent.start, extent.value_end, lead + "\n".join(lines)[len(pad) :])

    def rename(self, container: Path, index: int, key: str) -> str:
        """The text with *key* for that of the *index*-th entry of a mapping."""
        tree = self.container(container)
        assert tree is not None  # noqa: S101
        assert tree.keys is not None  # noqa: S101
        start, end = self._offsets.of(list(tree.keys.values())[index].span)
        return self._spliced(start, end, json.dumps(key) if self.is_json else key)

    def _flow(self, path: Path, value: Any) -> str:
        return json.dumps(value, ensure_ascii=False) if self.is_json else flow_text(path, value)

    def _spliced(self, start: int, end: int, text: str) -> str:
        return self.text[:start] + text + self.text[end:]
