"""A top-level step that says no kind, or more than one.

Why it matters: the key that names the target is what makes it a support, an attack, an undercut.

Example::

    steps:
      - {premises: [a]}               # AM114: a step needs exactly one of support, attack, ...

How to fix: `{support: TARGET, premises: [a]}`, `{contradict: [a, b]}`, `{prefer: a, over: b}`.
"""

from argmap.checks.engine.rule import found_by_reader
from argmap.model import Severity

RULE = found_by_reader(__name__, "AM114", Severity.ERROR)
