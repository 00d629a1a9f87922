"""Something about a reference is still to find out.

Why it matters: an honest gap is better than an invented author, and a list of the gaps is better still.

Example::

    annotation = {todo: The author and the day are unknown.}      # AM414
    pages = {??}                                                  # AM414

It is an `annotation` or a `note` that begins with `todo`, `fixme` or `tbd`, or any other field with nothing in it but
such a word, `xxx` or question marks. Fields that a remark names are not reported as missing (AM412).

How to fix: find it out, add the field, and remove the remark.
"""

from collections.abc import Iterator

from argmap.bibliography import Bibliography
from argmap.checks.engine.rule import BibliographyContext, Problem, on_bibliography
from argmap.checks.references._todo import places_held, todos
from argmap.model import Severity


@on_bibliography("AM414", Severity.NOTE)
def reference_todo(bibliography: Bibliography, context: BibliographyContext) -> Iterator[Problem]:
    """Every remark that begins with ``todo``, and every value that only holds a place."""
    for entry in bibliography.entries.values():
        for field, text in todos(entry):
            yield Problem((entry.key, field), f"to do: {text}")
        for field in places_held(entry):
            yield Problem((entry.key, field), f"to do: the {field} of '{entry.key}'")
