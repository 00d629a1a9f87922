"""A citation of a reference that the bibliography lacks.

Why it matters: a receipt that leads nowhere is none.

Example::

    source: institute2025charg        # AM410: did you mean 'institute2025charge'?
    nodes:
      fell: {evidence: Traffic fell., cite: eliason2014}

How to mend: correct the key, or add the entry to the bibliography.
"""

from collections.abc import Iterator

from argmap.checks.engine.misspelt import misspelt
from argmap.checks.engine.rule import MapContext, Path, Problem, on_map
from argmap.model import Map, Severity


@on_map("AM410", Severity.ERROR, partial=True, needs="bibliography")
def unknown_reference(map: Map, context: MapContext) -> Iterator[Problem]:
    """Every key that the map's source or a node cites; nothing where there is no bibliography."""
    if context.bibliography is None:
        return
    entries = context.bibliography.entries
    for place, key in _cited(map):
        if key not in entries:
            yield misspelt(place, f"no reference has the key '{key}'", key, entries)


def _cited(map: Map) -> Iterator[tuple[Path, str]]:
    if map.source is not None:
        yield ("source",), map.source
    for node in map.nodes.values():
        for index, citation in enumerate(node.cite):
            yield ("nodes", node.id, "cite", index, "key"), citation.key
