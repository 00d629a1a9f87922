"""Remarks in an entry about what is still to find out."""

from collections.abc import Iterator

from argmap.bibliography import Entry


def todos(entry: Entry) -> Iterator[tuple[str, str]]:
    """The fields of *entry* that begin with ``todo``, and what they say is to do."""
    for field in ("annotation", "annote", "note"):
        value = entry.fields.get(field, "")
        if value[:4].lower() == "todo":
            yield field, value[4:].lstrip(": ")
