"""Something about a reference is still to find out.

Why it matters: an honest gap is better than an invented author, and a list of the gaps is better still.

Example::

    annotation = {todo: The author and the day are unknown.}      # AM414

It is an `annotation` or a `note` that begins with `todo`. Fields that it names are not reported as missing (AM412).

How to mend: find it out, add the field, and remove the remark.
"""

from collections.abc import Iterator

from argmap.bibliography import Bibliography
from argmap.checks.references._todo import todos
from argmap.checks.rule import BibliographyContext, Problem, on_bibliography
from argmap.model import Severity


@on_bibliography("AM414", Severity.NOTE)
def reference_todo(bibliography: Bibliography, context: BibliographyContext) -> Iterator[Problem]:
    """Every remark that begins with ``todo``."""
    for entry in bibliography.entries.values():
        for field, text in todos(entry):
            yield Problem((entry.key, field), f"to do: {text}")
