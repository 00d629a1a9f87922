"""What a map names; shared by the rules of this family."""

from __future__ import annotations

from argmap.model import Map


def named(map: Map) -> frozenset[str]:
    """The ids that a thesis, a step or another node names, conclusions of steps apart."""
    found = set(map.thesis)
    for node in map.nodes.values():
        found.update(node.specifies, node.rephrases)
    for step in map.steps.values():
        found.update(step.premises, step.warrant, step.outweighed_by)
    return frozenset(found)
