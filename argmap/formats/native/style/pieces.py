"""A file as pieces that can be laid out anew: what stands in it, and every comment with what it belongs to."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from typing import Any

from argmap.text.comments import Comment, comments
from argmap.text.edit import Offsets
from argmap.text.yaml import Tree, parse

BLANK = ""


@dataclass(eq=False, slots=True)
class PieceValue:
    """What stands somewhere, and how it is written: a scalar (*entries* is None), a list or a mapping."""

    data: Any
    written: str
    entries: list[PieceEntry] | None = None
    flow: bool = False


@dataclass(eq=False, slots=True)
class PieceEntry:
    """What stands under a key, or behind a dash or comma, with its comments.

    *lead* are the comments in lines of their own before it, and the blank lines there, as ``BLANK``; *trail* is the
    comment behind it or behind its key; *tail* are comments in lines of their own that end its block.
    """

    key: str | None
    spelled: str
    value: PieceValue
    start: int
    end: int
    column: int
    parent: PieceEntry | None
    in_flow: bool
    lead: list[str] = field(default_factory=list)
    trail: str = ""
    tail: list[str] = field(default_factory=list)

    @classmethod
    def item(cls, value: PieceValue) -> PieceEntry:
        """*value* as the one item of a list that the file does not write."""
        return cls(None, "", value, 0, 0, 0, None, False)


def pieces(text: str) -> tuple[PieceValue, list[str]]:
    """The whole of *text*, YAML without faults whose lines end with LF; and the comments behind the last piece."""
    parsed = parse(text)
    if parsed.tree is None:
        raise ValueError("the file is empty")
    reader = _Reader(text)
    top = reader.value(parsed.data, parsed.tree, None)
    rest = [line for comment in comments(text, parsed.tree, reader.offsets) for line in reader.attach(comment)]
    reader.attach_blanks()
    return top, rest


class _Reader:
    def __init__(self, text: str) -> None:
        self.text = text
        self.offsets = Offsets(text)
        self.entries: list[PieceEntry] = []  # in the order of the file
        self.starts: list[int] = []

    def value(self, data: Any, tree: Tree, parent: PieceEntry | None, in_flow: bool = False) -> PieceValue:
        start, end = self.offsets.of(tree.span)
        written = self.text[start:end]
        if tree.children is None:
            return PieceValue(data, written)
        flow = in_flow or written.startswith(("[", "{"))
        value = PieceValue(data, written, [], flow)
        if tree.keys is not None:
            for key, place in tree.keys.items():
                self.entry(key, place, data[key], tree.children[key], value, parent)
        else:
            for item, child in zip(data, tree.children, strict=True):
                self.entry(None, child, item, child, value, parent)
        return value

    def entry(
        self, key: str | None, place: Tree, data: Any, tree: Tree, holder: PieceValue, parent: PieceEntry | None
    ) -> None:
        start, end = self.offsets.of(place.span)
        spelled = self.text[start:end]
        if key is None and not holder.flow:
            start = self.text.rindex("-", 0, max(start, 1))
        _, end = self.offsets.of(tree.span)
        column = start - self.line(start)
        entry = PieceEntry(key, spelled, PieceValue(data, ""), start, end, column, parent, holder.flow)
        self.entries.append(entry)
        self.starts.append(start)
        entry.value = self.value(data, tree, entry, holder.flow)
        if holder.entries is not None:
            holder.entries.append(entry)

    def attach(self, comment: Comment) -> list[str]:
        """Give *comment* to the entry that it belongs to; what belongs to none is returned."""
        index = bisect_right(self.starts, comment.offset)
        before = self.entries[index - 1] if index else None
        after = self.entries[index] if index < len(self.entries) else None
        begin = self.line(comment.offset)
        if self.text[begin : comment.offset].strip(" -"):
            owner = self.ended(before, begin, comment.offset)
            if owner is not None and not owner.trail:
                owner.trail = comment.text
                return []
        column = comment.offset - begin
        block = self.block_of(before, column)
        if block is not None and block.column > (after.column if after else 0) and not (after and after.in_flow):
            block.tail.append(comment.text)
            return []
        lines = [BLANK, comment.text] if self.blank_above(begin) else [comment.text]
        if after is None:
            return lines
        after.lead += lines
        return []

    def ended(self, before: PieceEntry | None, begin: int, offset: int) -> PieceEntry | None:
        """The outermost entry that ends in this line before *offset*, else the one whose key stands last in it."""
        if before is None:
            return None
        if before.value.entries is not None or before.end > offset:
            inner: PieceEntry | None = before
            while inner is not None and (inner.end > offset or _is_block(inner.value)):
                inner = inner.parent
            if inner is None or inner.end < begin:
                return before if before.start >= begin else None
            before = inner
        while before.parent is not None and before.parent.end <= offset and not _is_block(before.parent.value):
            before = before.parent
        return before if before.end >= begin else None

    def block_of(self, entry: PieceEntry | None, column: int) -> PieceEntry | None:
        """The innermost entry around *entry* that stands in a line of its own, no further in than *column*."""
        while entry is not None and (entry.in_flow or entry.column > column):
            entry = entry.parent
        return entry

    def attach_blanks(self) -> None:
        for entry in self.entries:
            begin = self.line(entry.start)
            if not self.text[begin : entry.start].strip() and self.blank_above(begin):
                entry.lead.append(BLANK)

    def blank_above(self, begin: int) -> bool:
        return begin > 0 and not self.text[self.line(begin - 1) : begin].strip()

    def line(self, offset: int) -> int:
        """Where the line of *offset* begins."""
        return self.text.rfind("\n", 0, offset) + 1


def _is_block(value: PieceValue) -> bool:
    return value.entries is not None and not value.flow
