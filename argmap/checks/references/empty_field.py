"""A field without a value.

Why it matters: it looks as if something were known that is not, and hides what a parent (`crossref`) might lend.

Example::

    @article{eliasson2014, title = {Congestion charges}, volume = {}}      # AM440

How to mend: fill it in, or let `argmap check --fix` take it out. In an entry with a parent it stays, for it may be
there to keep the parent's value away.
"""

import re
from collections.abc import Iterator

from argmap.bibliography import Bibliography, Entry
from argmap.checks.references._fields import edit, inner, name_start
from argmap.checks.rule import BibliographyContext, Problem, on_bibliography
from argmap.model import Fix, Severity

_COMMA = re.compile(r"[ \t]*,")
_REST_OF_LINE = re.compile(r"[ \t]*\r?\n")
_SPACE = re.compile(r"[ \t]*")
_EMPTY = ("", "{}")


@on_bibliography("AM440", Severity.NOTE)
def empty_field(bibliography: Bibliography, context: BibliographyContext) -> Iterator[Problem]:
    """Every field with nothing between its braces."""
    for entry in bibliography.entries.values():
        fields = entry.fields
        if "" not in fields.values() and "{}" not in fields.values():
            continue
        for field, value in fields.items():
            if value in _EMPTY and inner(entry, field):  # not a string that is empty
                fix = None if "crossref" in fields or "xdata" in fields else _fix(entry, field)
                yield Problem((entry.key, field), f"the {field} of '{entry.key}' is empty", "take it out", fix=fix)


def _fix(entry: Entry, field: str) -> Fix | None:
    """The field goes with its comma, and with its line where nothing else is in that."""
    start = name_start(entry, field)
    if start is None:
        return None
    start, end = start - entry.offset, entry.offsets[field][1] - entry.offset
    source = entry.source
    if comma := _COMMA.match(source, end):
        end = comma.end()
    line = source.rfind("\n", 0, start) + 1
    rest = _REST_OF_LINE.match(source, end)
    if line and rest and not source[line:start].strip():
        start, end = line, rest.end()
    elif space := _SPACE.match(source, end):
        end = space.end()
    return Fix("take it out", (edit(entry, entry.offset + start, entry.offset + end, ""),))
