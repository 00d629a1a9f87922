"""Texts that lack their quotes: an unquoted `` #`` cuts them short, a second ``: `` breaks the file."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from argmap.formats.native.document import Place
from argmap.formats.native.grammar.keys import BY_ID, NODE, STEP, TEXTS, TOP, TYPE_KEYS
from argmap.model import Edit, Fault, Fix, Span
from argmap.text.spell import enquote
from argmap.text.yaml import Tree

_COMMENT_AT_ONCE = re.compile(r"\s+#(?![ #!]|= |$)")
_COMMENT = re.compile(r"\s+#(?!\s*argmap:)")
_SENTENCE_END = (".", "!", "?", '"', "'", ")", "”", "’", "…", ":", ";")
# A comment behind a text that holds a ` #` of its own: well apart from it, or behind its end.
_TRUE_COMMENT = re.compile(r"(?:\s\s+|(?<=[.!?\"')”’…])\s+)#(?=[ #!]|$).*|\s+#\s*argmap:.*")
_FLOW_KEYS = "|".join(dict.fromkeys(key.name for table in (NODE, STEP, NODE.under("quantities")) for key in table.keys))
_FLOW_TEXT = re.compile(rf"(?P<text>.*?\S)(?P<rest>\s*(?:,\s*(?:{_FLOW_KEYS}):\s.*|[]}}]+\s*,?\s*(?:\s#.*)?))")
_QUOTE = "put the text in quotes"


def cut_short(tree: Tree, lines: Sequence[str]) -> Iterator[Fault]:
    """Plain texts that an unquoted `` #`` cuts short, by what follows or by how they break off."""
    for key, place, holder in _texts(tree):
        line, column = place.end.line, place.end.column
        cut = _cut(key, place, lines)
        if cut:
            mark = lines[line].index("#", column) + 1
            flow = lines[holder.start.line].startswith("{", holder.start.column)
            end = _end_in_flow(lines, place) if flow else _end(lines, place)
            yield Fault(
                "cut-short",
                f"' #' begins a comment here and cuts '{key}' short",
                Span(line + 1, mark, line + 1, mark + 1),
                "put the text in quotes; or, for a comment, end the sentence before it",
                _quote(lines, place, end, safe=cut.surely) if end > column else None,
            )


def quoted(fault: Fault, tree: Tree, lines: Sequence[str]) -> Fault:
    """*fault* of the YAML reader, with its fix where a text without quotes is at its root."""
    if fault.rule != "yaml-syntax" or fault.fix is not None:
        return fault
    if fault.help == _QUOTE:
        for path, place in _plain(tree):
            if _key(path) in TEXTS and _contains(place.span, fault.span):
                cut = _cut(_key(path), place, lines)
                end = _end(lines, place) if cut else place.end.column
                return fault._replace(fix=_quote(lines, place, end, safe=not cut or cut.surely))
        return fault
    path, place = _last(tree)
    if not place.plain or _key(path) not in TEXTS or "did not find expected ',' or" not in fault.message:
        return fault
    line, column = place.end.line, place.end.column
    if not re.match(r":\s|\s+#\S", lines[line][column:]):
        return fault
    end = _end_in_flow(lines, place)
    return fault._replace(fix=_quote(lines, place, end)) if end > column else fault


class _Cut(NamedTuple):
    """A text that a `` #`` cuts short; *surely*: what follows can hardly be meant as a comment."""

    surely: bool


def _cut(key: str | None, place: Tree, lines: Sequence[str]) -> _Cut | None:
    """Whether what follows the text at *place*, under *key*, was meant to be a part of it."""
    line, column = lines[place.end.line], place.end.column
    at_once = _COMMENT_AT_ONCE.match(line, column) is not None
    ended = line.endswith(_SENTENCE_END, 0, column)
    if at_once or (key in TYPE_KEYS and _COMMENT.match(line, column) and not ended):
        return _Cut(at_once and not ended)
    return None


def _end(lines: Sequence[str], place: Tree) -> int:
    """The column where the text ends of which the reader saw *place*: before a comment, or at the end of the line."""
    column: int = place.end.column
    text = _TRUE_COMMENT.split(lines[place.end.line][column:], maxsplit=1)[0].rstrip()
    return column + len(text)


def _end_in_flow(lines: Sequence[str], place: Tree) -> int:
    """The same within braces, where the next key or the last brace of the line ends it; 0 where neither is there."""
    start = place.start.column if place.start.line == place.end.line else 0
    text = _FLOW_TEXT.fullmatch(lines[place.end.line], start)
    return text.end("text") if text else 0


def _quote(lines: Sequence[str], place: Tree, end: int, safe: bool = True) -> Fix:
    """Quotes around the text that begins at *place* and ends at the column *end* of its last line."""
    start, last = place.start, place.end.line
    written = "\n".join(lines[start.line : last + 1])
    after = len(lines[last]) - end
    written = written[start.column : len(written) - after]
    span = Span(start.line + 1, start.column + 1, last + 1, end + 1)
    return Fix(_QUOTE, (Edit(span, enquote(written)),), safe)


def _texts(tree: Tree) -> Iterator[tuple[str, Tree, Tree]]:
    """The texts without quotes of nodes, and of what else has texts: key, place, and the mapping that holds it."""
    holders = [(TOP, tree)]
    for section in BY_ID:
        section_tree = tree.children.get(section)
        if section_tree is not None and section_tree.keys is not None:
            holders += [(TOP.under(section).under(id), child) for id, child in section_tree.children.items()]
    for table, holder in holders:
        for name, place in (holder.children if holder.keys is not None else {}).items():
            key = table.get(name)
            if place.plain and (table is NODE or (key is not None and key.text)):
                yield name, place, holder


def _plain(tree: Tree) -> Iterator[tuple[Place, Tree]]:
    """The scalars without quotes and their paths, in the order of the file."""
    waiting: list[tuple[Place, Tree]] = [((), tree)]
    while waiting:
        path, place = waiting.pop()
        if place.children is None:
            if place.plain and path:
                yield path, place
        else:
            items = place.children.items() if place.keys is not None else enumerate(place.children)
            waiting += [((*path, part), child) for part, child in reversed(list(items))]


def _last(tree: Tree) -> tuple[Place, Tree]:
    """The scalar that was read last."""
    path: Place = ()
    while tree.children:
        part = list(tree.children)[-1] if tree.keys is not None else len(tree.children) - 1
        path, tree = (*path, part), tree.children[part]
    return path, tree


def _key(path: Place) -> str | None:
    return next((part for part in reversed(path) if isinstance(part, str)), None)


def _contains(outer: Span, inner: Span) -> bool:
    return outer[:2] <= inner[:2] and inner[2:] <= outer[2:]
