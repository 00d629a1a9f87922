"""A YAML anchor, alias or tag.

Why it matters: a map is read by people, who should not have to look up what `*x` stands for; and aliases of aliases
grow without bound.

Example::

    note: &remark Same as before.     # AM105

How to fix: write the value out, or quote it if the `&`, `*` or `!` is text.
"""

from argmap.checks.engine.rule import found_by_reader
from argmap.model import Severity

RULE = found_by_reader(__name__, "AM105", Severity.ERROR)
