"""How far things are: a walk over nodes and steps, nearest first."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence
from typing import NamedTuple


class Reached(NamedTuple):
    """Where a walk came to a node or step: at which *distance*, and from which node (None: it began there)."""

    distance: int
    above: str | None


def walk(
    starts: Iterable[str],
    ends: Mapping[str, Sequence[str]],
    onward: Mapping[str, Sequence[str]],
    nodes: Container[str],
    reached: dict[str, Reached],
) -> None:
    """Walks from *starts* to all that can be reached, and notes in *reached* what was not yet there.

    Args:
        starts: Where the walk begins, at the distance 0.
        ends: From a step to what it brings with it: that is as far as the step.
        onward: From a node or step to what is one further.
        nodes: The ids of nodes.
        reached: What earlier walks came to; this one goes round it. The nearest come first.
    """
    here: list[tuple[str, str | None]] = [(start, None) for start in starts]
    distance = 0
    while here:
        beyond: list[tuple[str, str | None]] = []
        for name, above in here:  # which grows while it is read, by the ends of steps
            if name in reached:
                continue
            reached[name] = Reached(distance, above)
            last = name if name in nodes else above
            if name in ends:
                here += [(end, last) for end in ends[name]]
            if name in onward:
                beyond += [(other, last) for other in onward[name]]
        here, distance = beyond, distance + 1
