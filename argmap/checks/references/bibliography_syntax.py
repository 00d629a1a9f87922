r"""A part of the bibliography that does not parse.

Why it matters: BibTeX and biber stop at such an entry or silently drop it, and with it goes a citation. argmap reads
on behind the fault, and says nothing of fields that may stand in the part it could not read.

Example::

    title = {Congestion {charging},     # AM401: the brace that opens the value of 'title' is not closed
    year = {2006}                       # AM401: a comma is missing after the value of 'year'
    volume = 40,

How to fix: close the brace or the quotation mark, add the comma. A brace counts with a backslash before it too, so
`\{` needs its `\}`.
"""

from argmap.checks.engine.rule import found_by_reader
from argmap.model import Severity

RULE = found_by_reader(__name__, "AM401", Severity.ERROR)
