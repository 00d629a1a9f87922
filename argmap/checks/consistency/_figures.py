"""Figures beside one another: by subject and date, and in one unit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from argmap.checks.consistency._amounts import Interval, apart, below, interval
from argmap.checks.consistency._record import DatedFigure, same_date
from argmap.checks.consistency._units import Unit, into, unit
from argmap.extras import MissingExtraError
from argmap.model import Map, StepKind

_MOST_FAMILIES = 8


class Reading(NamedTuple):
    """A figure with its unit and what it allows in that."""

    figure: DatedFigure
    unit: Unit | None
    interval: Interval


class Readings:
    """The readings of one subject and date, by what they measure; of each kind those that exclude the most are kept.

    So a figure is compared in constant time, however many there are.

    Attributes:
        missing: Whether there were units that only pint could compare, and it is not installed.
    """

    def __init__(self, group: Iterable[Reading] = ()) -> None:
        self.missing = False
        self._families: list[_Family] = []
        for each in group:
            self.add(each)

    def add(self, reading: Reading) -> None:
        """Take *reading* in; one of a ninth kind is passed over."""
        family, turned = self._family(reading)
        if family is not None:
            family.add(reading, turned)
        elif len(self._families) < _MOST_FAMILIES:
            self._families.append(_Family(reading))

    def rivals(self, reading: Reading) -> Iterator[Reading]:
        """Some of the readings that exclude *reading*, the first one taken in before others; none where none does."""
        family, turned = self._family(reading)
        for kept, allowed in family.kept if family is not None else ():
            if apart(allowed, turned):
                yield kept

    def smaller(self, reading: Reading) -> Reading | None:
        """One that is certainly smaller than *reading*."""
        family, turned = self._family(reading)
        kept = family.kept if family is not None else ()
        return next((each for each, allowed in kept if below(allowed, turned)), None)

    def _family(self, reading: Reading) -> tuple[_Family | None, Interval]:
        for family in self._families:
            if reading.unit is None or family.unit is None:
                if reading.unit is family.unit:
                    return family, reading.interval
                continue
            try:
                turn = into(reading.unit, family.unit)
            except MissingExtraError:
                self.missing = True
                continue
            if turn is not None:
                return family, turn(reading.interval)
        return None, reading.interval


class _Family:
    """Of readings of one kind, in one unit: the first, the one that begins last, the one that ends first."""

    def __init__(self, first: Reading) -> None:
        self.unit = first.unit
        self.kept = [(first, first.interval)] * 3

    def add(self, reading: Reading, turned: Interval) -> None:
        _, highest, lowest = self.kept
        if turned.low is not None and (highest[1].low is None or _begin(turned) > _begin(highest[1])):
            self.kept[1] = (reading, turned)
        if turned.high is not None and (lowest[1].high is None or _end(turned) < _end(lowest[1])):
            self.kept[2] = (reading, turned)


def _begin(interval: Interval) -> tuple[Any, bool]:
    return interval.low, interval.low_open


def _end(interval: Interval) -> tuple[Any, bool]:
    return interval.high, not interval.high_open


def reading(figure: DatedFigure) -> Reading:
    """*figure* with what it allows."""
    measured = unit(figure.quantity.unit)
    is_share = measured is not None and measured.is_ratio and measured.factor == 1
    return Reading(figure, measured, interval(figure.quantity, is_share))


def readings(figures: Iterable[DatedFigure]) -> dict[tuple[str, Any], list[Reading]]:
    """Readings by subject and date; of those that say the same the first, and of figures without a date none."""
    found: dict[tuple[str, Any], dict[Any, DatedFigure]] = {}
    for figure in figures:
        quantity = figure.quantity
        date = same_date(quantity)
        if date is not None:
            wording = (quantity.value, quantity.unit, quantity.bound)
            found.setdefault((quantity.of, date), {}).setdefault(wording, figure)
    return {key: [reading(each) for each in group.values()] for key, group in found.items() if group}


def set_against(map: Map) -> frozenset[frozenset[str]]:
    """The pairs of nodes that the map itself sets against each other, which rules about attacks look at."""
    pairs = set()
    for step in map.steps.values():
        if step.kind is StepKind.ATTACK and step.conclusion is not None:
            pairs |= {frozenset((premise, step.conclusion)) for premise in step.premises}
        elif step.kind is StepKind.CONTRADICT and len(step.premises) == 2:
            pairs.add(frozenset(step.premises))
    return frozenset(pairs)
