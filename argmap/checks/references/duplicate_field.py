"""A field stands twice in one entry.

Why it matters: one of the two values is lost, and programs differ in which. argmap takes the first, as BibTeX does.

Example::

    @article{eliasson2006, year = {2006}, title = {Equity effects}, Year = {2007}}      # AM403

How to fix: delete the one that is wrong.
"""

from argmap.checks.engine.rule import found_by_reader
from argmap.model import Severity

RULE = found_by_reader(__name__, "AM403", Severity.WARNING)
