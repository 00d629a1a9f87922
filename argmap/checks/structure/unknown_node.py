"""An id that no node or step of the map bears.

Why it matters: the step or thesis leads nowhere, and whatever it was to carry hangs in the air.

Example::

    supported_by: [stokholm-fell]     # AM201: did you mean 'stockholm-fell'?

How to fix: correct the id, or write the node. `--fix` corrects an id that can only be a slip for one that is there.
"""

from collections.abc import Iterator

from argmap.checks.engine.misspelt import misspelt
from argmap.checks.engine.rule import MapContext, Problem, on_map
from argmap.model import Map, Severity
from argmap.model.references import Kind, naming
from argmap.model.step import is_unnamed


@on_map("AM201", Severity.ERROR, partial=True)
def unknown_node(map: Map, context: MapContext) -> Iterator[Problem]:
    """Every id that a thesis, node or step names."""
    known = [*map.nodes, *(step.id for step in map.steps.values() if not is_unnamed(step))]
    for mention in naming(map, Kind.NODE):
        id = mention.name
        if id not in map.nodes and id not in map.steps:
            yield misspelt(mention.place, f"no node has the id '{id}'", id, known)
