"""What a map names; shared by the rules of this family."""

from __future__ import annotations

from argmap.model import Map
from argmap.model.references import Kind, naming


def named(map: Map) -> frozenset[str]:
    """The ids that a thesis, a step or another node names, conclusions of steps apart."""
    return frozenset(mention.name for mention in naming(map, Kind.NODE) if mention.place[2:] != ("conclusion",))
