"""A citation of a reference that the bibliography lacks.

Why it matters: a receipt that leads nowhere is none.

Example::

    source: institute2025charg        # AM410: did you mean 'institute2025charge'?
    nodes:
      fell: {evidence: Traffic fell., cite: eliason2014}

How to fix: correct the key, or add the entry to the bibliography.
"""

from collections.abc import Iterator

from argmap.checks.engine.misspelt import misspelt
from argmap.checks.engine.rule import MapContext, Problem, on_map
from argmap.model import Map, Severity
from argmap.model.references import Kind, naming


@on_map("AM410", Severity.ERROR, partial=True, needs="bibliography")
def unknown_reference(map: Map, context: MapContext) -> Iterator[Problem]:
    """Every key that the map's source or a node cites; nothing where there is no bibliography."""
    if context.bibliography is None:
        return
    entries = context.bibliography.entries
    for mention in naming(map, Kind.REFERENCE):
        if mention.name not in entries:
            yield misspelt(mention.place, f"no reference has the key '{mention.name}'", mention.name, entries)
