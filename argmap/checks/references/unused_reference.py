"""An entry of the bibliography that no map cites or is of.

Why it matters: either a node lost its citation, or the list of references claims more reading than went into the maps.

Example: an entry `eliasson2014` in a workspace whose maps never say `eliasson2014`. An entry that a cited one inherits
from or refers to (`crossref`, `xref`, `xdata`, `entryset`, `related`) is in use.

How to fix: cite it where it belongs, or delete it.
"""

from collections.abc import Iterator

from argmap.bibliography import Bibliography
from argmap.bibliography.parents import Parents
from argmap.checks.engine.rule import BibliographyContext, Problem, on_bibliography
from argmap.model import Severity


@on_bibliography("AM411", Severity.WARNING, needs="used")
def unused_reference(bibliography: Bibliography, context: BibliographyContext) -> Iterator[Problem]:
    """Entries beyond those in use; nothing where not every map was looked at."""
    if context.used is None:
        return
    used = Parents(bibliography).closure(context.used)
    for key in bibliography.entries:
        if key not in used:
            yield Problem((key,), f"no map cites '{key}'", "cite it, or delete it")
