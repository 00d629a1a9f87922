"""Fields of entries, and edits to them."""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterator

from argmap.bibliography import Bibliography, Entry
from argmap.model import Edit, Fix

_SPACE = re.compile(r"[ \t\r\n\f\v]+")
_COMMA = re.compile(r"[ \t]*,")
_REST_OF_LINE = re.compile(r"[ \t]*\r?\n")
_BLANKS = re.compile(r"[ \t]*")
_LENT = "xdata="  # such a value names where the real one is: BibLaTeX manual, section 3.13.6


def given(bibliography: Bibliography, names: Container[str]) -> Iterator[tuple[Entry, str, str]]:
    """Every field of *names* that has a value, with its entry and that value."""
    for entry in bibliography.entries.values():
        for field, value in entry.fields.items():
            if field in names and value and not value.startswith(_LENT):
                yield entry, field, value


def inner(entry: Entry, field: str) -> tuple[int, str] | None:
    """The text of the value of *field* as the file has it, without its braces or quotes, and where it begins.

    None where it is the name of a string, or in several pieces: ``{a} # b``.
    """
    start, end = entry.offsets[field]
    text = entry.source[start - entry.offset : end - entry.offset]
    if text[:1] in ("{", '"'):
        start, text = start + 1, text[1:-1]
    elif not text.isdecimal():
        return None
    return (start, text) if _SPACE.sub(" ", text).strip(" ") == entry.fields[field] else None


def edit(entry: Entry, start: int, end: int, text: str) -> Edit:
    """The edit that puts *text* for what stands from *start* to *end* in the file."""
    return Edit(entry.lines.span(start, end), text)


def rewritten(entry: Entry, field: str, value: str) -> Edit | None:
    """The edit that gives *field* this value; None where :func:`inner` is None."""
    found = inner(entry, field)
    if found is None:
        return None
    start, text = found
    is_bare = entry.offsets[field][0] == start
    return edit(entry, start, start + len(text), f"{{{value}}}" if is_bare and not value.isdecimal() else value)


def renamed(entry: Entry, field: str, name: str) -> Edit | None:
    """The edit that calls *field* by another *name*; None where the entry has a field of that name."""
    start = name_start(entry, field)
    return None if start is None or name in entry.fields else edit(entry, start, start + len(field), name)


def name_start(entry: Entry, field: str) -> int | None:
    """Where the name of *field* begins in the file; None where more than ``=`` is between it and its value."""
    before = entry.source[: entry.offsets[field][0] - entry.offset].rstrip()
    name = before.removesuffix("=").rstrip()
    start = len(name) - len(field)
    return entry.offset + start if name[start:].lower() == field and before.endswith("=") else None


def rewrite(entry: Entry, field: str, value: str, safe: bool = True) -> Fix | None:
    """The fix that gives *field* this value; None where it cannot be made."""
    made = rewritten(entry, field, value)
    return None if made is None else Fix(f"write '{value}'", (made,), safe)


def rename(entry: Entry, field: str, name: str, safe: bool = True) -> Fix | None:
    """The fix that calls *field* by another *name*; None where it cannot be made."""
    made = renamed(entry, field, name)
    return None if made is None else Fix(f"call it '{name}'", (made,), safe)


def remove(entry: Entry, field: str) -> Fix | None:
    """The safe fix that takes *field* out with its comma, and with its line where nothing else is in that."""
    start = name_start(entry, field)
    if start is None:
        return None
    source, start, end = entry.source, start - entry.offset, entry.offsets[field][1] - entry.offset
    if comma := _COMMA.match(source, end):
        end = comma.end()
    line = source.rfind("\n", 0, start) + 1
    rest = _REST_OF_LINE.match(source, end)
    if line and rest and not source[line:start].strip():
        start, end = line, rest.end()
    elif blanks := _BLANKS.match(source, end):
        end = blanks.end()
    return Fix("take it out", (edit(entry, entry.offset + start, entry.offset + end, ""),))


def substitute(
    entry: Entry, field: str, pattern: re.Pattern[str], replace: Callable[[re.Match[str]], str], message: str
) -> Fix | None:
    """The safe fix that replaces what *pattern* matches in the value as the file has it; None where nothing changes."""
    found = inner(entry, field)
    if found is None:
        return None
    offset, text = found
    edits = [
        edit(entry, offset + match.start(), offset + match.end(), new)
        for match in pattern.finditer(text)
        if (new := replace(match)) != match[0]
    ]
    return Fix(message, tuple(edits)) if edits else None
