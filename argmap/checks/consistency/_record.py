"""What the rules about the record share: whose figures count, and of when the article is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from argmap.checks.engine.rule import MapContext, Place
from argmap.model import Map, Node, NodeType, Qualifier, Quantity
from argmap.model.date import bounds, without_times


class DatedFigure(NamedTuple):
    """A quantity of a node, and at which place of its list it stands."""

    node: Node
    at: int
    quantity: Quantity

    @property
    def date(self) -> str:
        """The EDTF date that it is of; empty where it has none."""
        return self.quantity.as_of.date if self.quantity.as_of else ""

    @property
    def place(self) -> Place:
        """Its place in the graph."""
        return ("nodes", self.node.id, "quantities", self.at)

    @property
    def words(self) -> str:
        """It as it is read: ``at-least 184 attacks``."""
        amount = " to ".join(_short(str(each)) for each in self.quantity.value)
        unit = _short(self.quantity.unit or "")
        return " ".join(filter(None, (self.quantity.bound and self.quantity.bound.replace("-", " "), amount, unit)))


def asserted_figures(map: Map) -> Iterator[DatedFigure]:
    """The figures that the author is committed to as a matter of fact.

    What others say, what may only be, and what is asked is none: that two voices differ is no fault of a record.
    """
    for node in map.nodes.values():
        hedged = node.qualifier in (Qualifier.POSSIBLE, Qualifier.CONDITIONAL)
        if node.committed and not hedged and node.type is not NodeType.QUESTION:
            yield from (DatedFigure(node, index, quantity) for index, quantity in enumerate(node.quantities))


def same_date(quantity: Quantity) -> tuple[str | None, ...] | None:
    """What is equal for two figures of one date; None for one without a date, or in a year that is left open."""
    if quantity.as_of is None or "X" in quantity.as_of.date:
        return None
    date = quantity.as_of.date
    return (*bounds(date), *(mark for mark in "?~%" if mark in date))


def article_date(map: Map, context: MapContext) -> str | None:
    """The EDTF date of the article that *map* is of: that of the reference, else the map's own; None for neither."""
    return _published(map, context) or (map.date.date if map.date else None)


def certain_article_date(map: Map, context: MapContext) -> str | None:
    """As :func:`article_date`, but the map's own date only where the map names no source and so is its own article.

    A map may be made long after the article, so its date says before when the article appeared, and not after when.
    """
    return _published(map, context) or (map.date.date if map.date and not map.source else None)


def _published(map: Map, context: MapContext) -> str | None:
    if context.bibliography is None or map.source is None:
        return None
    entry = context.bibliography.entries.get(map.source)
    if entry is None:
        return None
    date = without_times(entry.fields.get("date", ""))
    if not date:
        year, month = entry.fields.get("year", ""), entry.fields.get("month", "")
        date = f"{year}-{month:0>2}" if month.isascii() and month.isdecimal() else year
    try:
        bounds(date)
    except ValueError:
        return None
    return date


def _short(text: str) -> str:
    return text if len(text) <= 30 else text[:27] + "..."
