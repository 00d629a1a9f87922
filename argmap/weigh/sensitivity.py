"""What the strength of a statement hangs on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from argmap.logic.gradual.sensitivity import attribution, bounds
from argmap.model import Map
from argmap.weigh.argument import Argument, Part
from argmap.weigh.strength import graded, weighted

MARGIN = 0.1
"""By how much every statement may begin higher or lower when it is asked how far a strength can be trusted."""


class Sensitivity(NamedTuple):
    """How the strength of a statement moves with what the other statements begin at.

    *by* gives, for each statement that bears on it, the derivative of the strength by what that one begins at, the
    largest first: that a statement begins 0.1 higher moves the strength by about a tenth of it. *low* and *high* are
    between what the strength stays while all statements begin :data:`MARGIN` higher or lower at most. Where not
    *converged*, all of that is a guess.
    """

    by: Mapping[str, float]
    low: float
    high: float
    converged: bool

    @property
    def keeps_side(self) -> bool:
        """Whether the strength stays on its side of a half within its bounds."""
        return self.low > 0.5 or self.high < 0.5


def sensitivities(map: Map, ids: Iterable[str]) -> dict[str, Sensitivity]:
    """What the strengths of the nodes *ids* hang on."""
    graph, found = map.once(weighted), map.once(graded)
    topics = {id: Argument(Part.NODE, id) for id in ids}
    moving = [argument for argument in graph.arguments if argument.part is Part.NODE]
    between, rests = bounds(graph, found.semantics, topics.values(), moving, MARGIN)
    order = {id: at for at, id in enumerate(map.nodes)}
    made = {}
    for id, topic in topics.items():
        told = attribution(graph, found, topic)
        others = {each.id: value for each, value in told.values.items() if each.part is Part.NODE and each != topic}
        # Those that are alike but for the last digits, which hang on the order of sums, stand as in the map.
        by = dict(sorted(others.items(), key=lambda item: (-round(abs(item[1]), 9), order[item[0]])))
        made[id] = Sensitivity(by, *between[topic], told.converged and rests)
    return made
