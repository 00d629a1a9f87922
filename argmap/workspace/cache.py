"""What checks have found, kept from run to run by what they depend on."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from argmap.checks.engine.rule import Scope
from argmap.model import Edit, Finding, Fix, Related, Severity, Span
from argmap.workspace import files
from argmap.workspace.errors import WorkspaceError

_MOST_ENTRIES = 50_000


class FileCheck(NamedTuple):
    """What a look at a file gave: its findings, and what the rest of the workspace needs to know of it.

    *scope* is that of the rules for such a file. *whole* says that all of it was looked at. *id* is that of its map or
    comparison, None where it says none, and *place* is where that stands. *receipts* counts the anchors of a map by
    their state.
    """

    findings: tuple[Finding, ...]
    scope: Scope
    source: str | None
    cited: frozenset[str]
    whole: bool
    id: str | None = None
    place: Span | None = None
    receipts: Mapping[str, int] = {}


class Cache:
    """Looks by file and by what they depend on; a cache that cannot be read or written is an empty one."""

    def __init__(self, path: Path | None) -> None:
        self._path = path
        self._entries: dict[str, dict[str, Any]] = {}
        self._changed = False
        if path is not None and path.is_file():
            try:
                data = json.loads(path.read_bytes())
                self._entries = data if isinstance(data, dict) else {}
            except (OSError, ValueError, RecursionError):
                self._entries = {}

    def get(self, file: str, text: str) -> tuple[str, FileCheck] | None:
        """What else the last look at *file* depended on, and what it gave, if its text then had this digest."""
        entry = self._entries.get(file)
        try:
            if entry is None or entry["text"] != text:
                return None
            findings = tuple(_finding(each) for each in entry["findings"])
            looked = FileCheck(
                findings,
                Scope(entry["scope"]),
                entry["source"],
                frozenset(entry["cited"]),
                entry["whole"],
                entry["id"],
                _span(entry["place"]),
                dict(entry["receipts"]),
            )
            return entry["context"], looked
        except (LookupError, TypeError, ValueError, AttributeError):
            return None

    def put(self, file: str, text: str, context: str, looked: FileCheck) -> None:
        """Keep a look at *file*."""
        self._changed = True
        self._entries[file] = {
            "text": text,
            "context": context,
            "scope": looked.scope.value,
            "source": looked.source,
            "cited": sorted(looked.cited),
            "whole": looked.whole,
            "id": looked.id,
            "place": looked.place,
            "receipts": looked.receipts,
            "findings": looked.findings,
        }

    def save(self) -> None:
        """Write the cache, if there is anything new and a place for it."""
        if self._path is None or not self._changed:
            return
        entries = dict(list(self._entries.items())[-_MOST_ENTRIES:])
        try:
            ignored = self._path.parent / ".gitignore"
            if not ignored.is_file():
                files.write(ignored, "*\n")
            files.write(self._path, json.dumps(entries))
        except WorkspaceError:
            return  # checks are only slower without it


def _finding(data: list[Any]) -> Finding:
    code, severity, message, file, span, help, related, fix = data
    return Finding(
        code,
        Severity(severity),
        message,
        file,
        _span(span),
        help,
        tuple(Related(each[0], each[1], _span(each[2])) for each in related),
        fix and Fix(fix[0], tuple(Edit(Span(*span), text) for span, text in fix[1]), fix[2]),
    )


def _span(data: list[int] | None) -> Span | None:
    return None if data is None else Span(*data)
