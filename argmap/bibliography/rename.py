"""A new key for a reference as edits to the text of the bibliography."""

from __future__ import annotations

import re
from collections.abc import Iterator

from argmap.bibliography.model import RELATIONS, Bibliography
from argmap.text.edit import Edit


def edits(bibliography: Bibliography, old: str, new: str) -> list[Edit]:
    """The entry's own key, and every entry that refers to it (``crossref`` and the like)."""
    return list(_edits(bibliography, old, new))


def _edits(bibliography: Bibliography, old: str, new: str) -> Iterator[Edit]:
    word = re.compile(rf"(?<![^\s,{{\"]){re.escape(old)}(?![^\s,}}\"])")
    for entry in bibliography.entries.values():
        if entry.key == old:
            yield Edit(entry.span, new)
        for field in RELATIONS:
            if old in _keys(entry.fields.get(field, "")):
                start, end = entry.offsets[field]
                for match in word.finditer(bibliography.text, start, end):
                    yield Edit(entry.lines.span(*match.span()), new)


def is_renamed(before: Bibliography, after: Bibliography, old: str, new: str) -> bool:
    """Whether *after* holds what *before* does, under the new key, and nothing else."""
    findings = len(before.findings) == len(after.findings)
    return findings and _content(after, new, new) == _content(before, old, new)


def _content(bibliography: Bibliography, old: str, new: str) -> list[tuple[str, str, dict[str, str | list[str]]]]:
    def swap(key: str) -> str:
        return new if key == old else key

    return [
        (
            swap(entry.key),
            entry.type,
            {
                field: [swap(key) for key in _keys(value)] if field in RELATIONS else value
                for field, value in entry.fields.items()
            },
        )
        for entry in bibliography.entries.values()
    ]


def _keys(value: str) -> list[str]:
    return [key.strip() for key in value.split(",")]
