"""A tab indents a line.

Why it matters: YAML forbids it, since nobody agrees how wide a tab is.

Example: a line of `nodes:` that begins with a tab.

How to fix: indent with spaces, two a level. JSON files may use tabs, and so may a block of text (`note: |`) behind its
indentation, from its second line on.
"""

from argmap.checks.engine.rule import found_by_reader
from argmap.model import Severity

RULE = found_by_reader(__name__, "AM103", Severity.ERROR)
