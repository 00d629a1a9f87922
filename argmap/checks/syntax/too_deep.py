"""The file nests more than 60 levels deep.

Why it matters: no map does; such a file is broken or meant to break its reader.

Example: 100,000 opening brackets.

How to fix: give steps an `id` and write what hits them below the top-level `steps`.
"""

from argmap.checks.engine.rule import found_by_reader
from argmap.model import Severity

RULE = found_by_reader(__name__, "AM106", Severity.ERROR)
