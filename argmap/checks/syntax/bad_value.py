"""A value of the wrong kind.

Why it matters: a list where text is meant, a date that does not exist or a word outside the vocabulary cannot be used.

Example::

    a:
      claim: 2015                     # AM110: must be text, not the number 2015
      said: 2015-02-30                # AM110: there is no such day

How to fix: as the finding says; quotes make text of what looks like a number.
"""

from argmap.checks.engine.rule import found_by_reader
from argmap.model import Severity

RULE = found_by_reader(__name__, "AM110", Severity.ERROR)
