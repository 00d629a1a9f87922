"""Changes to the graph as edits to the file's text, so that comments and layout stay."""

from __future__ import annotations

import re

from argmap.formats.native.document import Document, Place
from argmap.model import Edit, Span
from argmap.text.edit import Offsets
from argmap.text.spell import spell
from argmap.text.yaml import Tree, find, has_exact_places, parse

_DASH = re.compile(r"(?P<indent> *)- +")


class Editor:
    """Makes edits to the text of *document*; None in place of one that the way it is written does not allow."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._text = document.text
        self._lines = document.text.split("\n")
        self._offsets = Offsets(document.text)
        self._tree = document.tree if has_exact_places(document.text) else None

    def replace(self, place: Place, old: str, new: str, is_key: bool = False) -> Edit | None:
        """*new* for the scalar *old* at *place*, or for the key at its end; it stays in quotes if it is in quotes."""
        path = self._document.path(place)
        trees = self._find(path[:-1] if is_key else path)
        if is_key and trees:
            key = (trees[-1].keys or {}).get(path[-1])
            trees = [*trees, key] if key else None
        if not trees:
            return None
        written = self._written(trees[-1])
        if written.startswith(("|", ">")) or _read(written) != old:
            return None
        flow = len(trees) > 1 and self._is_flow(trees[-2])
        return Edit(trees[-1].span, spell(new, flow=flow, like=written))

    def remove(self, place: Place) -> Edit | None:
        """The item at *place*, not the first of its list, goes; a comment in its last line stays."""
        path = self._document.path(place)
        trees = self._find(path)
        if not trees or len(trees) < 2:
            return None
        (parent, item), index = trees[-2:], path[-1]
        if parent.keys is not None or not index or parent.children[index] is not item:
            return None
        if self._is_flow(parent):
            before = parent.children[index - 1].span
            gap = Span(before.end_line, before.end_column, item.span.line, item.span.column)
            alone = self._between(gap).strip() == ","
            return Edit(Span(*gap[:2], *item.span[2:]), "") if alone else None
        return self._remove_lines(item.span)

    def _remove_lines(self, span: Span) -> Edit | None:
        lines = self._lines
        dash = _DASH.fullmatch(lines[span.line - 1][: span.column - 1])
        rest = lines[span.end_line - 1][span.end_column - 1 :]
        if dash is None or (span.line < span.end_line and "#" in self._between(span)):
            return None
        if not rest.strip():
            return Edit(Span(span.line, 1, span.end_line + 1, 1), "") if span.end_line < len(lines) else None
        column = span.end_column + len(rest) - len(rest.lstrip())
        return Edit(Span(span.line, len(dash["indent"]) + 1, span.end_line, column), "")

    def _find(self, path: Place) -> list[Tree] | None:
        return None if self._tree is None else find(self._tree, path)

    def _is_flow(self, collection: Tree) -> bool:
        return self._written(collection).startswith(("[", "{"))

    def _written(self, place: Tree) -> str:
        return self._between(place.span)

    def _between(self, span: Span) -> str:
        start, end = self._offsets.of(span)
        return self._text[start:end]


def _read(written: str) -> str | None:
    """The text that a scalar says."""
    data = parse(written).data
    return data if isinstance(data, str) else getattr(data, "raw", None)
