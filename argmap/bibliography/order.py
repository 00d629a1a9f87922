"""The entries of a ``.bib`` file in the order of their keys."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import groupby

from argmap.bibliography.model import Bibliography, Entry
from argmap.bibliography.parents import Parents
from argmap.bibliography.reader import SYNTAX, read

_REST_OF_LINE = re.compile(r"[ \t]*(?:%[^\n]*)?(?=\n|\Z)")
# What parts two entries stays where it is; the indentation of what begins a line is its own.
_SPACE = re.compile(r"\s*\n|(?<!\n)(?<!\A)\s*|")
_BLOCK = re.compile(r"^[ \t]*@[A-Za-z]", re.MULTILINE)


def misplaced(bibliography: Bibliography) -> tuple[Entry, Entry] | None:
    """The first entry that stands too late, and the entry before which it belongs; None where all are in order."""
    rank = _ranks(bibliography)
    for part in _parts(bibliography):
        highest = part[0]
        for entry in part:
            if rank[entry.key] < rank[highest.key]:
                return entry, next(other for other in part if rank[other.key] > rank[entry.key])
            highest = entry
    return None


def sorted_text(bibliography: Bibliography) -> str | None:
    """The text of *bibliography* with its entries sorted, each as it is written; None where that cannot be done.

    An entry takes with it the comments that stand between it and the entry before.
    """
    text = bibliography.text
    if "\r" in text.replace("\r\n", ""):
        return None  # nobody agrees where such lines end
    if not _is_whole(bibliography):
        bibliography = read(text, bibliography.file)
    if any(fault.rule == SYNTAX for fault in bibliography.faults):
        return None  # nobody knows where an entry ends
    rank = _ranks(bibliography)
    borders = _borders(bibliography)
    parts, done = [], 0
    for part in _parts(bibliography):
        first = part[0].offset
        number = bisect_left(borders, (first, ""))
        border = _end(text, *borders[number - 1]) if number else 0
        position = _attached(text, max(done, border), first)
        parts.append(text[done:position])
        pieces = []
        for entry in part:
            end = _end(text, entry.offset, entry.source)
            lead = _SPACE.match(text, position, end)
            body = lead.end() if lead else position
            pieces.append((text[position:body], text[body:end], rank[entry.key]))
            position = end
        bodies = [body for _, body, _ in sorted(pieces, key=lambda piece: piece[2])]
        parts += [lead + body for (lead, _, _), body in zip(pieces, bodies, strict=True)]
        done = position
    result = "".join([*parts, text[done:]])
    return result if _content(read(result, bibliography.file)) == _content(bibliography) else None


def _attached(text: str, start: int, end: int) -> int:
    """From where on there is no blank line before *end*; at the earliest the first line that begins behind *start*."""
    position = text.rfind("\n", start, end) + 1 or start
    while position > start:
        line = text.rfind("\n", start, position - 1) + 1
        if (line == 0 and start > 0) or not text[line:position].strip():
            break
        position = line
    return position


def _is_whole(bibliography: Bibliography) -> bool:
    """Whether all that looks like a block is in it; the caller may have chosen some entries."""
    held = len(bibliography.entries) + len(bibliography.strings) + len(bibliography.preambles)
    return len(_BLOCK.findall(bibliography.text)) == held


def _end(text: str, offset: int, source: str) -> int:
    """Where a block ends, a comment behind it in its line included."""
    end = offset + len(source)
    rest = _REST_OF_LINE.match(text, end)
    return rest.end() if rest else end


def _content(bibliography: Bibliography) -> tuple[object, ...]:
    entries = {key: (entry.source, entry.fields) for key, entry in bibliography.entries.items()}
    return entries, [(string.name, string.value) for string in bibliography.strings], len(bibliography.faults)


def _ranks(bibliography: Bibliography) -> dict[str, tuple[bool, str, str]]:
    """What each key is sorted by: parents of a ``crossref`` come after all that may name them."""
    children = [entry for entry in bibliography.entries.values() if "crossref" in entry.fields]
    known = Parents(bibliography)
    parents = {known.find(entry.fields["crossref"], "crossref") for entry in children}
    return {key: (key in parents, key.casefold(), key) for key in bibliography.entries}


def _borders(bibliography: Bibliography) -> list[tuple[int, str]]:
    """Where the blocks begin that keep their place, and what stands there."""
    strings = [(block.offset, block.source) for block in bibliography.strings]
    return sorted(strings + [(block.offset, block.source) for block in bibliography.preambles])


def _parts(bibliography: Bibliography) -> Iterator[list[Entry]]:
    """The entries between two blocks of another sort, which keep their place."""
    borders = [offset for offset, _ in _borders(bibliography)]
    entries = sorted(bibliography.entries.values(), key=lambda entry: entry.offset)
    for _, part in groupby(entries, key=lambda entry: bisect_left(borders, entry.offset)):
        yield list(part)
