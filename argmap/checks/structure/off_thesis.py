"""A node that takes part in steps, none of which leads to the thesis.

Why it matters: it may be a side remark, which is fine and worth knowing, or a missing step.

Example: a claim that is supported by evidence and supports nothing, beside the thesis.

How to fix: add the step to what it bears on, if the source makes it.
"""

from collections.abc import Iterator

from argmap.checks.engine.rule import MapContext, Problem, on_map
from argmap.checks.structure._reach import named
from argmap.model import Map, Severity
from argmap.model.reach import reaching
from argmap.model.references import related


@on_map("AM209", Severity.NOTE)
def off_thesis(map: Map, context: MapContext) -> Iterator[Problem]:
    """Connected nodes without a path to any thesis; nothing is said where there is no thesis."""
    theses = tuple(id for id in map.thesis if id in map.nodes)
    if not theses:
        return
    bearing, referred = reaching(map, theses), named(map)
    for node in map.nodes.values():
        connected = node.id in referred or node.id in map.steps_to or related(node)
        if connected and node.id not in bearing:
            yield Problem(("nodes", node.id), f"no path leads from '{node.id}' to the thesis")
