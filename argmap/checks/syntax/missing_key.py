"""A key that must be there is missing.

Why it matters: without it nothing can be said of the rest.

Example: a map without `argmap: 1`, an actor without `name`.

How to fix: add the key.
"""

from argmap.checks.engine.rule import found_by_reader
from argmap.model import Severity

RULE = found_by_reader(__name__, "AM108", Severity.ERROR)
