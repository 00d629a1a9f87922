"""An id that no node or step of the map bears.

Why it matters: the step or thesis leads nowhere, and whatever it was to carry hangs in the air.

Example::

    supported_by: [stokholm-fell]     # AM201: did you mean 'stockholm-fell'?

How to mend: correct the id, or write the node. `--fix` corrects an id that can only be a slip for one that is there.
"""

from collections.abc import Iterator

from argmap.checks.engine.misspelt import misspelt
from argmap.checks.engine.rule import MapContext, Problem, on_map
from argmap.model import Map, Severity
from argmap.model.step import is_unnamed


@on_map("AM201", Severity.ERROR, partial=True)
def unknown_node(map: Map, context: MapContext) -> Iterator[Problem]:
    """Every id that a thesis, node or step names."""
    known = [*map.nodes, *(step.id for step in map.steps.values() if not is_unnamed(step))]
    for place, id in _named(map):
        if id not in map.nodes and id not in map.steps:
            yield misspelt(place, f"no node has the id '{id}'", id, known)


def _named(map: Map) -> Iterator[tuple[tuple[str | int, ...], str]]:
    for index, id in enumerate(map.thesis):
        yield ("thesis", index), id
    for node in map.nodes.values():
        for field in ("specifies", "rephrases"):
            for index, id in enumerate(getattr(node, field)):
                yield ("nodes", node.id, field, index), id
    for step in map.steps.values():
        for field, key in (("premises", "premises"), ("warrant", "warrant"), ("outweighed_by", "outweighed")):
            for index, id in enumerate(getattr(step, field)):
                yield ("steps", step.id, key, index), id
        if step.conclusion is not None:
            yield ("steps", step.id, "conclusion"), step.conclusion
