"""A bare list within a list of steps.

Why it matters: it could mean premises that are needed together, or a slip; argmap does not guess.

Example::

    supported_by:
      - [revenue, transit-pays]       # AM113

How to fix: `- premises: [revenue, transit-pays]` for premises that are needed together; one line each for separate
steps. In the list `steps` at the top the step names its kind and target: `- {support: a, premises: [b, c]}`.
"""

from argmap.checks.engine.rule import found_by_reader
from argmap.model import Severity

RULE = found_by_reader(__name__, "AM113", Severity.ERROR)
