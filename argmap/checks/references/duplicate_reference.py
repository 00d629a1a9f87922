"""Two entries with the same key.

Why it matters: a citation of that key could mean either; argmap takes the first, BibTeX stops, biber drops the second.
Keys that differ in case only are the same to BibTeX.

Example::

    @article{eliasson2006, title = {Equity effects of congestion pricing}}
    @report{eliasson2006, title = {Cost-benefit analysis}}              # AM402

How to fix: give one of them another key, or delete it if it is the same work.
"""

from argmap.checks.engine.rule import found_by_reader
from argmap.model import Severity

RULE = found_by_reader(__name__, "AM402", Severity.ERROR)
