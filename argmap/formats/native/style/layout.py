"""The canonical layout of the pieces of a file, written as lines."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import takewhile
from typing import Any

from argmap.formats.native.grammar.keys import NOTHING, Layout, Table, naming
from argmap.formats.native.grammar.shape import is_roles
from argmap.formats.native.style.pieces import BLANK, PieceEntry, PieceValue
from argmap.model.references import Kind
from argmap.text.printable import shorten
from argmap.text.spell import spell

WIDTH = 120
GENERATED = "#= "
"""What the comments begin with that say the text of a node beside its id."""

_FEWEST_LETTERS = 24
_DEEPEST_BLANK = 2  # blank lines stand between ids, and above
_NAMES_NODES = naming(Kind.NODE)
_SECTIONS = (Layout.SECTIONS, Layout.GROUP, Layout.ROWS)
_UNSPACED = re.compile(r"^#(?![ #!]|= |$)")


class Styler:
    """Writes pieces as lines. A *pad* is the white space that a line begins with."""

    def __init__(self, texts: Mapping[str, str] | None) -> None:
        self.texts = texts

    def block(self, value: PieceValue, place: Table, pad: str, layout: Layout, holder: str = "") -> Iterator[str]:
        """The lines of a list or mapping that stands under the key *holder*, entry by entry."""
        was_section, first = False, True
        for entry in _in_order(value, place):
            under = below(layout, place, entry)
            if entry.key is None:
                _hoist(entry, place)
            # What stands under a role names nodes as the premises do.
            key = holder if is_roles(holder, value.data) else entry.key or holder
            lines = list(self.entry(entry, pad, *under, key))
            is_section = len(lines) > 1 and (layout is Layout.SECTIONS or (not pad and under[0] in _SECTIONS))
            lead = [comment for comment in entry.lead if comment or len(pad) <= _DEEPEST_BLANK]
            if first:
                lead = lead[1:] if lead[:1] == [BLANK] else lead
            elif (is_section or was_section) and lead[:1] != [BLANK]:
                lead = [BLANK, *lead]
            yield from (f"{pad}{comment}" if comment else "" for comment in lead)
            yield from lines
            was_section, first = is_section, False

    def entry(self, entry: PieceEntry, pad: str, layout: Layout, place: Table, key: str) -> Iterator[str]:
        """The lines of one entry, which stands under *key*."""
        head = f"{pad}-" if entry.key is None else f"{pad}{_key(entry)}:"
        value, trail = _simple(entry.value, layout)
        if trail and entry.trail:
            value, trail = entry.value, ""
        trail = spaced(entry.trail or trail)
        line = self.line(value, layout, place, WIDTH - len(head) - 1, keep=bool(trail))
        written = head if line is None else f"{head} {line}".rstrip(" ")
        named = self.named(key, value.data)
        room = WIDTH - len(written) - len(GENERATED) - 2
        says_all = not named or (len(named) == 1 and room >= _FEWEST_LETTERS)
        if line is not None and (trail or says_all or value.entries is None):
            yield _with(written, trail or (GENERATED + shorten(named[0], room) if named and says_all else ""))
        elif value.entries is None:
            yield from _literal(entry, value, head, pad, trail)
        else:
            lines = list(self.block(value, place, f"{pad}  ", layout, key))
            if entry.key is not None:
                yield _with(head, trail)
            else:
                # What stands behind a dash begins in its line; comments come before it.
                lead = list(takewhile(lambda line: line.lstrip().startswith("#"), lines))
                yield from (f"{pad}{comment.lstrip()}" for comment in filter(None, [trail, *lead]))
                lines = lines[len(lead) :]
                lines[0] = f"{head} {lines[0].lstrip()}"
            yield from lines
        yield from (f"{pad}{comment}" for comment in entry.tail)

    def line(self, value: PieceValue, layout: Layout, place: Table, room: int, keep: bool) -> str | None:
        """*value* as it stands in the line of its key or dash; None where it needs lines of its own."""
        if value.entries is None:
            return None if _is_literal(value) else _scalar(value, keep=keep)
        always = layout is Layout.ITEMS if isinstance(value.data, list) else place.inline
        line = self.flow(value, layout, place) if value.flow or always or not value.entries else None
        return line if line is not None and (len(line) <= room or not value.entries) else None

    def flow(self, value: PieceValue, layout: Layout, place: Table) -> str | None:
        """*value* within brackets or braces; None where that cannot be."""
        if any(map(_has_comments, value.entries or ())):
            return None
        value, _ = _simple(value, layout)
        if value.entries is None:
            return _scalar(value, flow=True) if value.written and not _is_literal(value) else None
        if value.entries and layout not in (Layout.ITEMS, Layout.STEP, Layout.VALUE):
            return None
        parts = []
        for entry in _in_order(value, place):
            part = self.flow(entry.value, *below(layout, place, entry))
            if part is None:
                return None
            parts.append(part if entry.key is None else f"{_key(entry, flow=True)}: {part}")
        inside = ", ".join(parts)
        return f"[{inside}]" if isinstance(value.data, list) else f"{{{inside}}}"

    def named(self, key: str, data: Any) -> list[str]:
        """The texts of the nodes that *data* names under *key*, which may be the map that they are in."""
        if not self.texts:
            return []
        if isinstance(data, dict):
            in_roles = is_roles(key, data)
            return [text for below, value in data.items() for text in self.named(key if in_roles else below, value)]
        if isinstance(data, list):
            return [text for value in data for text in self.named(key, value)]
        text = self.texts.get(data if key in _NAMES_NODES else f"{key}:{data}") if isinstance(data, str) else None
        return [text] if text and not text.isspace() else []


def _in_order(value: PieceValue, place: Table) -> list[PieceEntry]:
    """The entries in canonical order; keys of people's own stand with the note."""
    last = place.order.get("note", len(place.order))
    return sorted(value.entries or (), key=lambda entry: place.order.get(entry.key or "", last))


def below(layout: Layout, place: Table, entry: PieceEntry) -> tuple[Layout, Table]:
    """How the value of *entry* is laid out, within a list or mapping that is *layout* and *place*."""
    if entry.key is None:
        return Layout.STEP if layout is Layout.STEPS else Layout.VALUE, place
    key = place.get(entry.key)
    return (Layout.VALUE, NOTHING) if key is None else (key.layout, key.table or NOTHING)


def _simple(value: PieceValue, layout: Layout) -> tuple[PieceValue, str]:
    """*value* without brackets around one thing, or with those that its layout wants; and a comment freed by that."""
    entries = value.entries or []
    is_list = isinstance(value.data, list)
    if layout is Layout.STEP or (layout is Layout.STEPS and not is_list):
        only = entries[0] if not is_list and len(entries) == 1 and entries[0].key == "premises" else None
        if only is not None and _is_free(only):
            premise, trail = _simple(only.value, Layout.ITEMS)
            if premise.entries is None and not (trail and only.trail):
                return premise, trail or only.trail
    elif layout in (Layout.ITEMS, Layout.STEPS) and len(entries) == 1 and _is_free(entries[0]):
        item, trail = _simple(entries[0].value, Layout.STEP if layout is Layout.STEPS else Layout.VALUE)
        fits = item.entries is None or (layout is Layout.ITEMS and not isinstance(item.data, list))
        if fits and is_list and not (trail and entries[0].trail):
            return item, trail or entries[0].trail
    if layout in (Layout.STEPS, Layout.ROWS) and value.entries and not is_list:
        return PieceValue([value.data], value.written, [PieceEntry.item(value)]), ""
    return value, ""


def _hoist(entry: PieceEntry, place: Table) -> None:
    """Give the item of a list the comments before what it begins with: behind a dash there is no place for them."""
    for first in _in_order(entry.value, place)[:1]:
        if first.key is None:
            _hoist(first, place)
        entry.lead += filter(None, first.lead)
        first.lead = []


def _is_free(entry: PieceEntry) -> bool:
    """Whether no comment in a line of its own belongs to *entry*."""
    return not any(entry.lead) and not entry.tail


def _has_comments(entry: PieceEntry) -> bool:
    return not _is_free(entry) or bool(entry.trail) or any(map(_has_comments, entry.value.entries or ()))


def _is_literal(value: PieceValue) -> bool:
    """Whether it is a block of text that can stay one; one that keeps the line breaks at its end cannot."""
    return value.written.startswith(("|", ">")) and "+" not in value.written.partition("\n")[0]


def _literal(entry: PieceEntry, value: PieceValue, head: str, pad: str, trail: str) -> Iterator[str]:
    """A block of text, moved to the side with its key."""
    header, *lines = value.written.rstrip("\n").split("\n")
    yield _with(f"{head} {header.partition(' #')[0].rstrip()}", trail)
    shift = len(pad) - entry.column
    yield from (f"{' ' * shift}{line[max(0, -shift) :]}" if line.strip() else "" for line in lines)


def _scalar(value: PieceValue, flow: bool = False, keep: bool = False) -> str:
    """A scalar in one line, in quotes where it needs them; *keep*: also where it has them and a comment follows."""
    if not isinstance(value.data, str):
        return value.written
    in_quotes, in_one_line = value.written.startswith(("'", '"')), "\n" not in value.written
    if in_one_line and ((in_quotes and keep) or (not in_quotes and not flow)):
        return value.written
    return spell(value.data, flow=flow)


def _key(entry: PieceEntry, flow: bool = False) -> str:
    if not entry.spelled.startswith(("'", '"')) and entry.in_flow >= flow:
        return entry.spelled
    return spell(entry.key or "", flow=flow)


def spaced(comment: str) -> str:
    """*comment* with a space after its mark, without which it may look like a part of the text before it."""
    return _UNSPACED.sub("# ", comment)


def _with(line: str, comment: str) -> str:
    return f"{line}  {comment}" if comment else line
