"""The entries of the bibliography are not in the order of their keys.

Why it matters: a reference is sought by its key, and two people who add one at the end of the file edit the same lines.

Example::

    @article{eliasson2014, title = {Congestion charges}}
    @article{borjesson2012, title = {Charges in Stockholm}}      # AM415: 'borjesson2012' belongs before 'eliasson2014'

Case is ignored. An entry that others name as their `crossref` comes after them, as BibTeX wants it, and an `@string`
or `@preamble` between entries keeps its place, so that each part of the file is sorted for itself.

How to fix: `argmap check --fix` sorts the file. Every entry stays as it is written, and comments between two entries
go with the one that follows.
"""

from collections.abc import Iterator

from argmap.bibliography import Bibliography
from argmap.bibliography.order import misplaced, sorted_text
from argmap.checks.engine.rule import BibliographyContext, Problem, on_bibliography
from argmap.model import Edit, Fix, Severity


@on_bibliography("AM415", Severity.NOTE)
def unsorted_references(bibliography: Bibliography, context: BibliographyContext) -> Iterator[Problem]:
    """The first entry that comes too late."""
    found = misplaced(bibliography)
    if found is None:
        return
    entry, following = found
    text, help = sorted_text(bibliography), "sort the entries by their keys"
    whole = entry.lines.span(0, len(bibliography.text))
    fix = Fix(help, (Edit(whole, text),)) if text is not None else None
    yield Problem((entry.key,), f"'{entry.key}' belongs before '{following.key}'", help, fix=fix)
