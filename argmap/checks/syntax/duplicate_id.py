"""An id is given twice.

Why it matters: nodes and steps share one space of ids, so that a reference means one thing.

Example: a step with `id: pricing-works` in a map with a node `pricing-works`.

How to fix: give the step another id.
"""

from argmap.checks.engine.rule import found_by_reader
from argmap.model import Severity

RULE = found_by_reader(__name__, "AM115", Severity.ERROR)
