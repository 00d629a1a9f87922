"""Changes to the fields of an entry as edits to the file's text, so that all else stays byte for byte."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from argmap.bibliography.model import Bibliography, Entry
from argmap.bibliography.scanner import brace_pairs, scan
from argmap.bibliography.syntax import Block, SyntaxFault
from argmap.text.edit import Edit

_NAME = re.compile(r"[A-Za-z][^\s\"#%'(),={}@]*")
_SPACE = re.compile(r"[ \t\r\n\f\v]+")
_BRACE = re.compile(r"[{}]")
_COMMA = re.compile(r"\s*+,")
_COMMENT = re.compile(r"[ \t]*+%[^\n]*+")
_REST_OF_LINE = re.compile(r"[ \t]*+(?:%[^\n]*+)?(?:\n|\Z)")


def set_field(bibliography: Bibliography, key: str, field: str, value: str) -> list[Edit]:
    """*field* of the entry gets *value*: in place of what it has, else as a new field at the end.

    The value is written in braces and in one line, with white space as single spaces, for so it is read. A new field
    is laid out as the last one of the entry is.

    Raises:
        KeyError: No entry has this key.
        ValueError: The value has unbalanced braces or ends with a backslash; *field* cannot be the name of a
            field; or the entry cannot be read whole.
    """
    if not _NAME.fullmatch(field):
        raise ValueError(f"'{field}' is not a valid field name")
    source = f"{{{_in_braces(value)}}}"
    entry = bibliography.entries[key]
    if field.lower() not in entry.offsets:
        return add_sources(entry, {field: source})
    _block(entry)
    return [Edit(entry.place(field.lower()), source)]


def add_sources(entry: Entry, sources: Mapping[str, str]) -> list[Edit]:
    """The fields of *sources*, none of which the entry has, at its end: by name what is to stand there as the value.

    Raises:
        ValueError: The entry cannot be read whole.
    """
    block = _block(entry)
    return list(_added(entry, block, sources)) if sources else []


def delete_field(bibliography: Bibliography, key: str, field: str) -> list[Edit]:
    """*field* goes from the entry, with its line where it has one to itself; no edits where it is not there.

    Where the entry has it twice, both go.

    Raises:
        KeyError: No entry has this key.
        ValueError: The entry cannot be read whole.
    """
    entry = bibliography.entries[key]
    text = entry.source
    edits = []
    for written in _block(entry).fields:
        if written.name.lower() == field.lower():
            end = written.terms[-1].end
            comma = _COMMA.match(text, end)
            end = comma.end() if comma else end
            start = len(text[: written.start].rstrip(" \t"))
            rest = _REST_OF_LINE.match(text, end) if text[start - 1] == "\n" else None
            edits.append(_edit(entry, start, rest.end() if rest else end, ""))
    return edits


def _in_braces(value: str) -> str:
    depth = 0
    for brace in _BRACE.finditer(value):
        depth += 1 if brace[0] == "{" else -1
        if depth < 0:
            break
    if depth:
        raise ValueError("the value has unbalanced braces")
    if value.endswith("\\"):
        raise ValueError("the value ends with a backslash, which would escape the brace behind it")
    return _SPACE.sub(" ", value).strip(" ")


def _block(entry: Entry) -> Block:
    """The entry as it is written; offsets are those in its source."""
    faults: list[SyntaxFault] = []
    block = scan(entry.source, brace_pairs(entry.source), 0, len(entry.source), faults)
    if faults:
        raise ValueError(f"the entry '{entry.key}' has syntax errors: {faults[0].message}")
    return block


def _added(entry: Entry, block: Block, sources: Mapping[str, str]) -> Iterator[Edit]:
    text = entry.source
    if block.fields:
        last = block.fields[-1]
        lead = text[len(text[: last.start].rstrip()) : last.start]
        equals = text[last.start + len(last.name) : last.terms[0].start]
        end = last.terms[-1].end
    else:
        lead, equals, end = "\n  ", " = ", block.key_start + len(block.key)
    comma = _COMMA.match(text, end)
    place = comma.end() if comma else end
    if not comma:
        yield _edit(entry, end, end, ",")
    if comment := _COMMENT.match(text, place):
        place = comment.end()
        lead = lead if "\n" in lead else "\n  "
    fields = ",".join(f"{lead}{name}{equals}{source}" for name, source in sources.items())
    if comma or not block.fields:
        fields += ","
    if not block.fields and not text[place:].lstrip(" \t").startswith("\n"):
        fields += "\n"
    yield _edit(entry, place, place, fields)


def _edit(entry: Entry, start: int, end: int, text: str) -> Edit:
    return Edit(entry.lines.span(entry.offset + start, entry.offset + end), text)
