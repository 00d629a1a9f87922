"""A field without a value.

Why it matters: it looks as if something were known that is not, and hides what a parent (`crossref`) might lend.

Example::

    @article{eliasson2014, title = {Congestion charges}, volume = {}}      # AM440

How to fix: fill it in, or let `argmap check --fix` take it out. In an entry with a parent it stays, for it may be
there to keep the parent's value away.
"""

from collections.abc import Iterator

from argmap.bibliography import Bibliography
from argmap.checks.engine.rule import BibliographyContext, Problem, on_bibliography
from argmap.checks.references._fields import inner, remove
from argmap.model import Severity

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
                fix = None if "crossref" in fields or "xdata" in fields else remove(entry, field)
                yield Problem((entry.key, field), f"the {field} of '{entry.key}' is empty", "take it out", fix=fix)
