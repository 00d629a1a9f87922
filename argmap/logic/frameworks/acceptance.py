"""Whether an argument that the grounded extension leaves open is accepted, with what shows it.

Only what attacks the argument along some path is looked at: admissible sets of that are admissible everywhere.
"""

from __future__ import annotations

from argmap.logic.frameworks import encoding
from argmap.logic.frameworks.encoding import Labels
from argmap.logic.frameworks.reduct import Reduct


def admissible_with(reduct: Reduct, argument: int, until: float | None) -> list[int] | None:
    """An admissible set of open arguments that holds *argument*; None where there is none."""
    cone = reduct.cone(argument)
    part = reduct.framework.graph.part(cone)
    with Labels(part, encoding.admissible(part), until=until) as labels:
        if not labels.solve([cone.index(argument) + 1]):
            return None
        return [cone[a - 1] for a in labels.accepted()]


def preferred_without(reduct: Reduct, argument: int, until: float | None) -> tuple[str, list[int]] | None:
    """Why not every preferred extension holds *argument*, and an admissible set whose larger ones do not; or None.

    Cheap questions first: is it in no admissible set, is it attacked by one? Then counterexamples are sought and
    refuted, one after the other (Dvořák, Järvisalo, Wallner and Woltran 2014): an admissible set without the argument
    shows something only if none that holds it is larger; if one is, nothing within that one can show anything.
    """
    cone = reduct.cone(argument)
    part = reduct.framework.graph.part(cone)
    number = cone.index(argument) + 1
    with Labels(part, encoding.complete(part), until=until) as labels:
        if not labels.solve([number]):
            return "no admissible set holds it", []
        if labels.solve([number + part.size]):
            return "an admissible set attacks it", [cone[a - 1] for a in labels.accepted()]
        labels.prefer(part.numbers)
        while labels.solve([-number]):
            without = labels.accepted()
            if not labels.solve([number, *without]):
                return "a preferred extension leaves it out", [cone[a - 1] for a in without]
            largest = labels.grown(labels.accepted(), part.numbers)
            labels.add([a for a in part.numbers if a not in largest])
    return None
