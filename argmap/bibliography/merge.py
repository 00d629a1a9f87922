"""Two entries for one work made one: what the second says besides joins the first, as edits to the text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from argmap.bibliography.edit import add_sources
from argmap.bibliography.model import Bibliography, Entry
from argmap.bibliography.rename import content
from argmap.bibliography.rename import edits as renamed
from argmap.text.edit import Edit

_REST = re.compile(r"[ \t]*+(?:\n|\Z)(?:[ \t]*+\n)*+")


class Merge(NamedTuple):
    """The entry *drop* goes into *keep*; *conflicts* are the fields (or ``type``) in which they contradict each other.

    One with conflicts is for people to settle.
    """

    keep: str
    drop: str
    conflicts: tuple[str, ...] = ()


def merges(bibliography: Bibliography, twins: Iterable[tuple[str, str]]) -> list[Merge]:
    """What becomes of *twins*, pairs of the key of an entry and of one before it that is the same work.

    Values must be equal to the letter, as they are read. Several that go into one must agree with each other too; an
    entry with conflicts keeps its own twins.
    """
    entries = bibliography.entries
    into: dict[str, str] = {}
    fields: dict[str, dict[str, str]] = {}
    decided = []
    for key, twin in twins:
        keep = into.get(twin, twin)
        known = fields.setdefault(keep, dict(entries[keep].fields))
        own = entries[key].fields
        conflicts = [name for name, value in own.items() if known.get(name, value) != value]
        if entries[key].type != entries[keep].type:
            conflicts.insert(0, "type")
        if not conflicts:
            into[key] = keep
            known |= own
        decided.append(Merge(keep, key, tuple(conflicts)))
    return decided


def edits(bibliography: Bibliography, merges: Sequence[Merge]) -> list[Edit]:
    """The edits that make *merges*, none of which has conflicts: fields added, entries and their names gone.

    Raises:
        ValueError: An entry cannot be read whole.
    """
    keys = {merge.drop: merge.keep for merge in merges}
    kept = {key: entry for key, entry in bibliography.entries.items() if key not in keys}
    changes = renamed(bibliography._replace(entries=kept), keys)
    for keep, sources in _added(bibliography, merges).items():
        changes += add_sources(kept[keep], sources)
    return changes + [_removed(bibliography.text, bibliography.entries[key]) for key in keys]


def is_merged(before: Bibliography, after: Bibliography, merges: Sequence[Merge]) -> bool:
    """Whether *after* holds what *before* does, with *merges* made, and nothing else."""
    keys = {merge.drop: merge.keep for merge in merges}
    expected = content(before, keys)
    for merge in merges:
        type, fields = expected.pop(merge.drop)
        expected[merge.keep] = type, {**fields, **expected[merge.keep][1]}
    return content(after, {}) == expected and len(after.faults) <= len(before.faults)


def _added(bibliography: Bibliography, merges: Sequence[Merge]) -> dict[str, dict[str, str]]:
    """What each entry that is kept gets: its new fields, as they are written in the entries that go."""
    added: dict[str, dict[str, str]] = {}
    for keep, drop, _ in merges:
        entry = bibliography.entries[drop]
        sources = added.setdefault(keep, {})
        for field, (start, end) in entry.offsets.items():
            if field not in bibliography.entries[keep].fields:
                sources.setdefault(field, bibliography.text[start:end])
    return added


def _removed(text: str, entry: Entry) -> Edit:
    """The entry, with the line break and the blank lines behind it; of the last one those before it."""
    start, end = entry.offset, entry.offset + len(entry.source)
    rest = _REST.match(text, end)
    if rest is not None:
        end = rest.end()
    if end == len(text) and text[:start].strip():
        start = len(text[:start].rstrip()) + 1 if text[start - 1] == "\n" else start
    return Edit(entry.lines.span(start, end), "")
