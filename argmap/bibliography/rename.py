"""New keys for references as edits to the text of the bibliography."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from argmap.bibliography.model import RELATIONS, Bibliography, Entry, named_keys
from argmap.bibliography.parents import Parents
from argmap.text.edit import Edit

_NAME = re.compile(r"[^\s,{}\"]+(?:[ \t]+[^\s,{}\"]+)*")


def edits(bibliography: Bibliography, keys: Mapping[str, str]) -> list[Edit]:
    """The entries' own keys, and every entry that refers to one (``crossref`` and the like); *keys*: new by old."""
    return list(_edits(bibliography, keys))


def _edits(bibliography: Bibliography, keys: Mapping[str, str]) -> Iterator[Edit]:
    parents = Parents(bibliography)
    for entry in bibliography.entries.values():
        if entry.key in keys:
            yield Edit(entry.span, keys[entry.key])
        for field, names in _renamed(entry, parents, keys).items():
            start, end = entry.offsets[field]
            for match in _NAME.finditer(bibliography.text, start, end):
                if match[0] in names:
                    yield Edit(entry.lines.span(*match.span()), names[match[0]])


def _renamed(entry: Entry, parents: Parents, keys: Mapping[str, str]) -> dict[str, dict[str, str]]:
    """The names in the relations of *entry* that change, by field; one by an alias of the entry does not."""
    names_by_field: dict[str, dict[str, str]] = {}
    for field, name, key in parents.related(entry):
        if key is not None and key in keys and name.casefold() == key.casefold():
            names_by_field.setdefault(field, {})[name] = keys[key]
        elif key is None and name in keys:
            names_by_field.setdefault(field, {})[name] = keys[name]
    return names_by_field


def is_renamed(before: Bibliography, after: Bibliography, keys: Mapping[str, str]) -> bool:
    """Whether *after* holds what *before* does, under the new keys, and nothing else."""
    faults = len(before.faults) == len(after.faults)
    expected = [(keys.get(key, key), entry) for key, entry in content(before, keys).items()]
    return faults and list(content(after, {}).items()) == expected


def content(bibliography: Bibliography, keys: Mapping[str, str]) -> dict[str, tuple[str, dict[str, str | list[str]]]]:
    """Type and fields of each entry, where what refers to one of *keys* refers to the new one."""
    parents = Parents(bibliography)
    entries = {}
    for entry in bibliography.entries.values():
        renamed = _renamed(entry, parents, keys)
        fields: dict[str, str | list[str]] = dict(entry.fields)
        for field in RELATIONS:
            if field in fields:
                names = renamed.get(field, {})
                fields[field] = [names.get(name, name) for name in named_keys(entry, field)]
        entries[entry.key] = entry.type, fields
    return entries
