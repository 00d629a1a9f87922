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
    graph, strengths = map.once(weighted), map.once(graded)
    topics = {id: Argument(Part.NODE, id) for id in ids}
    moving = [argument for argument in graph.arguments if argument.part is Part.NODE]
    ranges, bounds_converged = bounds(graph, strengths.semantics, topics.values(), moving, MARGIN)
    index = {id: position for position, id in enumerate(map.nodes)}
    by_id = {}
    for id, topic in topics.items():
        derivatives = attribution(graph, strengths, topic)
        others = {
            argument.id: value
            for argument, value in derivatives.values.items()
            if argument.part is Part.NODE and argument != topic
        }
        # Those that are alike but for the last digits, which hang on the order of sums, stand as in the map.
        by = dict(sorted(others.items(), key=lambda item: (-round(abs(item[1]), 9), index[item[0]])))
        by_id[id] = Sensitivity(by, *ranges[topic], derivatives.converged and bounds_converged)
    return by_id
