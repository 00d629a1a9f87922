"""A declared actor whom no node names.

Why it matters: the list of actors tells who takes part in the argument; an idle entry is a slip or a node forgotten.

Example: an actor `governor` in a map where nobody is quoted `by: governor`.

How to fix: remove the actor, or write the node.
"""

from collections.abc import Iterator

from argmap.checks.engine.rule import MapContext, Problem, on_map
from argmap.model import Map, Severity
from argmap.model.references import Kind, naming


@on_map("AM203", Severity.WARNING)
def unused_actor(map: Map, context: MapContext) -> Iterator[Problem]:
    """Actors beyond those that speak or are addressed."""
    used = {mention.name for mention in naming(map, Kind.ACTOR)}
    for actor in map.actors:
        if actor not in used:
            yield Problem(("actors", actor), f"no node names the actor '{actor}'", "remove it, or use it")
