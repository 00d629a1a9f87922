"""A formula that cannot be read.

Why it matters: what it was to say takes no part in the check.

Example::

    leave: {claim: If they leave it falls apart., formal: troops-leave -> falls_apart}     # AM540

How to fix: write atoms in snake_case (`troops_leave`), and `not`, `and`, `or`, `->` (if), `<->` (exactly if) and
parentheses between them. The message says at which column of the formula it cannot be read.
"""

from collections.abc import Iterator

from argmap.checks.engine.rule import MapContext, Problem, on_map
from argmap.model import Map, Severity


@on_map("AM540", Severity.ERROR, partial=True)
def unreadable_formula(map: Map, context: MapContext) -> Iterator[Problem]:
    """Every `formal` that is no formula."""
    if all(node.formal is None for node in map.nodes.values()):
        return
    from argmap.checks.consistency._formulas import read
    from argmap.logic.formulas.formula import FormulaError

    for node in map.nodes.values():
        error = None if node.formal is None else read(node.formal)
        if isinstance(error, FormulaError):
            message = f"the formula cannot be read at its column {error.column}: {error.message}"
            yield Problem(("nodes", node.id, "formal", error.column - 1), message, error.remedy)
