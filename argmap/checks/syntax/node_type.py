"""A node without a type, or with more than one.

Why it matters: the type key holds the text of the node and says what kind of statement it is.

Example::

    a: {text: Pricing works.}         # AM112: write its text under one of claim, evidence, ...

How to fix: keep exactly one of `claim`, `evidence`, `recommendation`, `question`, `argument`.
"""

from argmap.checks.engine.rule import found_by_reader
from argmap.model import Severity

RULE = found_by_reader(__name__, "AM112", Severity.ERROR)
