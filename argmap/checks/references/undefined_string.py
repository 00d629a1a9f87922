"""A word without braces that no `@string` before it defines.

Why it matters: BibTeX and biber put nothing in its place. argmap shows the word itself.

Example::

    @string{tp = "Transport Policy"}
    @article{eliasson2006, journaltitle = tpo}      # AM404: did you mean 'tp'?

How to fix: put the text in braces, correct the name, or move the `@string` up.
"""

from argmap.checks.engine.rule import found_by_reader
from argmap.model import Severity

RULE = found_by_reader(__name__, "AM404", Severity.WARNING)
