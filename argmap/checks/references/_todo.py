"""Remarks in an entry about what is still to find out."""

import re
from collections.abc import Iterator

from argmap.bibliography import Entry

_TODO = re.compile(r"\{*todo\b\}*[:\s]*", re.IGNORECASE)


def todos(entry: Entry) -> Iterator[tuple[str, str]]:
    """The fields of *entry* that begin with the word ``todo``, and what they say is to do."""
    for field in ("annotation", "annote", "note"):
        value = entry.fields.get(field, "")
        if found := _TODO.match(value):
            yield field, value[found.end() :]
