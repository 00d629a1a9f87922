"""Remarks in an entry about what is still to find out, and values that only hold a place."""

import re
from collections.abc import Iterator

from argmap.bibliography import Entry

_REMARKS = ("annotation", "annote", "note")
_TODO = re.compile(r"\{*(?:todo|fixme|tbd)\b\}*[:\s]*|\\todo\s*\{", re.IGNORECASE)
_PLACE_HELD = re.compile(r"todo|fixme|tbd|tba|xxx+|\?\?+", re.IGNORECASE)
_LONGEST = 8


def todos(entry: Entry) -> Iterator[tuple[str, str]]:
    """The remarks in *entry* that begin with ``todo`` or the like: the field, and what it says is to do."""
    for field in _REMARKS:
        value = entry.fields.get(field, "")
        if match := _TODO.match(value):
            text = value[match.end() :]
            yield field, text.removesuffix("}") if match[0].startswith("\\") else text


def places_held(entry: Entry) -> Iterator[str]:
    """The other fields of *entry* whose whole value is ``todo``, ``???`` or the like."""
    for field, value in entry.fields.items():
        if value and len(value) <= _LONGEST and field not in _REMARKS and _PLACE_HELD.fullmatch(value.strip("{}")):
            yield field
