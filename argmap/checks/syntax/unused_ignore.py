"""A comment that silences nothing.

Why it matters: what it once silenced is fixed, or the code is wrong and the finding still stands; either way the
comment says something that is not so.

Example::

    a: {claim: Pricing works.}      # argmap: ignore[AM305] checked by hand

How to fix: remove the comment, or correct its code. A comment about a rule that did not run is left alone.
"""

from argmap.checks.engine.rule import found_by_reader
from argmap.model import Severity

RULE = found_by_reader(__name__, "AM116", Severity.WARNING)
