"""Figures beside one another: by subject and date, and in one unit."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

from argmap.checks.consistency._amounts import Interval, interval
from argmap.checks.consistency._record import Figure, same_date
from argmap.checks.consistency._units import Unit, into, unit
from argmap.model import Map, StepKind

# So that a map with a hundred thousand figures of one subject is looked at in linear time.
MOST_READINGS = 50


class Reading(NamedTuple):
    """A figure, the first of those that say the same, with its unit and what it allows in that."""

    figure: Figure
    unit: Unit | None
    interval: Interval

    def beside(self, other: Reading) -> tuple[Interval, Interval] | None:
        """What the two allow, in one unit; None where they measure different things.

        Raises UnitsMissingError where only pint could say, and is not installed.
        """
        if self.unit is None or other.unit is None:
            return (self.interval, other.interval) if self.unit is other.unit else None
        turned = into(self.unit, other.unit)
        return None if turned is None else (turned(self.interval), other.interval)


def reading(figure: Figure) -> Reading:
    """*figure* with what it allows."""
    measured = unit(figure.quantity.unit)
    is_share = measured is not None and measured.is_ratio and measured.factor == 1
    return Reading(figure, measured, interval(figure.quantity, is_share))


def readings(figures: Iterable[Figure]) -> dict[tuple[str, Any], list[Reading]]:
    """Readings by subject and date; of those that say the same the first, and of figures without a date none."""
    found: dict[tuple[str, Any], dict[Any, Figure]] = {}
    for figure in figures:
        quantity = figure.quantity
        date = same_date(quantity)
        if date is not None:
            wording = (quantity.value, quantity.unit, quantity.bound)
            found.setdefault((quantity.of, date), {}).setdefault(wording, figure)
    return {key: [reading(each) for each in group.values()] for key, group in found.items()}


def set_against(map: Map) -> frozenset[frozenset[str]]:
    """The pairs of nodes that the map itself sets against each other, which rules about attacks look at."""
    pairs = set()
    for step in map.steps.values():
        if step.kind is StepKind.ATTACK and step.conclusion is not None:
            pairs |= {frozenset((premise, step.conclusion)) for premise in step.premises}
        elif step.kind is StepKind.CONTRADICT and len(step.premises) == 2:
            pairs.add(frozenset(step.premises))
    return frozenset(pairs)
