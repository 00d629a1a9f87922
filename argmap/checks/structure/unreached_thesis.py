"""Nothing in the map argues for its thesis.

Why it matters: the thesis is what all the rest is for; if no step leads to it, the map has no argument.

Example: `thesis: charge-drivers` where no node supports `charge-drivers`.

How to fix: add `supported_by` to the thesis, or name another one.
"""

from collections.abc import Iterator

from argmap.checks.engine.rule import MapContext, Problem, on_map
from argmap.model import Map, Severity, StepKind


@on_map("AM205", Severity.WARNING)
def unreached_thesis(map: Map, context: MapContext) -> Iterator[Problem]:
    """Theses without a support or explanation."""
    for index, thesis in enumerate(map.thesis):
        if thesis in map.nodes and not any(
            step.kind in (StepKind.SUPPORT, StepKind.EXPLAIN) for step in map.steps_to.get(thesis, ())
        ):
            yield Problem(("thesis", index), f"no step leads to the thesis '{thesis}'", "add 'supported_by' to it")
