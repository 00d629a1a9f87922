"""The nodes of a map weighed: the status of each, why it has it, and how strong it is."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from argmap.model import Map, NodeType
from argmap.weigh.argument import Argument, Part
from argmap.weigh.status import Status
from argmap.weigh.strength import measure_strength
from argmap.weigh.why import explain_status


class Weight(NamedTuple):
    """A node weighed.

    Attributes:
        node: Its id.
        type: Its type.
        status: Whether it is accepted.
        why: Why it has this status, in words.
        strength: How strong it is, between 0 and 1.
    """

    node: str
    type: str
    status: Status
    why: str
    strength: float


def weights(map: Map, statuses: Mapping[Argument, Status]) -> tuple[Weight, ...]:
    """The nodes of *map* in their order, but for questions, which hold nothing."""
    strengths = measure_strength(map).values
    return tuple(
        Weight(id, node.type.value, statuses[Argument(Part.NODE, id)], explain_status(map, statuses, id), strengths[id])
        for id, node in map.nodes.items()
        if node.type is not NodeType.QUESTION
    )
