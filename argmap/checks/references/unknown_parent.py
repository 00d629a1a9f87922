"""An entry names another that the bibliography lacks, or inherits from itself.

Why it matters: what a parent was to lend, the title of the book or the date, is missing from every citation of the
entry, and BibTeX and biber say so only in their logs.

Example::

    @incollection{verhoef1996, crossref = {antology}}       # AM405: did you mean 'anthology'?
    @collection{anthology, crossref = {series}}             # AM405: 'anthology' inherits from itself
    @mvcollection{series, crossref = {anthology}}

Looked at are `crossref`, `xdata`, `xref`, `related` and `entryset`; only `crossref` and `xdata` lend fields, so only
they can run in a circle. A `crossref` may be written in other case than the key, as in BibTeX. An entry is also called
by its `ids`.

How to fix: correct the name, add the parent, or take the field out of one entry of the circle.
"""

from collections.abc import Iterator
from itertools import islice

from argmap.bibliography import Bibliography
from argmap.bibliography.parents import Parents
from argmap.checks.engine.rule import BibliographyContext, Problem, on_bibliography
from argmap.model import Severity
from argmap.text.suggest import did_you_mean

_MOST_SUGGESTIONS = 50
_MOST_SHOWN = 5


@on_bibliography("AM405", Severity.ERROR)
def unknown_parent(bibliography: Bibliography, context: BibliographyContext) -> Iterator[Problem]:
    """Every name of another entry that leads nowhere, and one entry of every circle."""
    parents = Parents(bibliography)
    missing = (
        (entry.key, field, name)
        for entry in bibliography.entries.values()
        for field, name, key in parents.related(entry)
        if key is None
    )
    for number, (key, field, name) in enumerate(missing):
        help = did_you_mean(name, bibliography.entries) if number < _MOST_SUGGESTIONS else None
        yield Problem((key, field), f"no reference has the key '{name}', which the {field} of '{key}' names", help)
    for cycle in parents.cycles():
        relation = dict(parents.lenders[cycle[0]])[cycle[1 % len(cycle)]]
        way = " → ".join(f"'{key}'" for key in islice((*cycle, cycle[0]), _MOST_SHOWN))
        more = " → …" if len(cycle) >= _MOST_SHOWN else ""
        message = f"'{cycle[0]}' inherits from itself: {way}{more}"
        yield Problem((cycle[0], relation), message, f"take the {relation} out of one of them")
