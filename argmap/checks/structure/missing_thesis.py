"""The map names no thesis.

Why it matters: without it nobody can tell what the map as a whole argues for, and what does not bear on it.

Example: a map with nodes and no `thesis`.

How to fix: add `thesis: ID`.
"""

from collections.abc import Iterator

from argmap.checks.engine.rule import MapContext, Problem, on_map
from argmap.model import Map, Severity


@on_map("AM204", Severity.WARNING)
def missing_thesis(map: Map, context: MapContext) -> Iterator[Problem]:
    """A map with nodes and without thesis."""
    if map.nodes and not map.thesis:
        yield Problem(("map",), "the map names no thesis", "add 'thesis: ID'")
