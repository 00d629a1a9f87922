"""An actor that the map does not declare.

Why it matters: who says it, or whom it is addressed to, is half of what a reader wants to know.

Example::

    by: majyor                        # AM202: did you mean 'mayor'?

How to fix: correct the id, or declare the actor under `actors`.
"""

from collections.abc import Iterator

from argmap.checks.engine.misspelt import misspelt
from argmap.checks.engine.rule import MapContext, Problem, on_map
from argmap.model import Map, Severity
from argmap.model.references import Kind, naming


@on_map("AM202", Severity.ERROR, partial=True)
def unknown_actor(map: Map, context: MapContext) -> Iterator[Problem]:
    """Every actor that a node names."""
    for mention in naming(map, Kind.ACTOR):
        if mention.name not in map.actors:
            yield misspelt(mention.place, f"no actor has the id '{mention.name}'", mention.name, map.actors)
