"""A share of more than the whole.

Why it matters: a part cannot be more than all of it, so the number, its unit or its subject is wrong.

Example::

    vote:
      evidence: The turnout was high.
      quantities: {of: share-of-voters, value: 110, unit: percent}     # AM521

A figure is a share where its unit is `share`, `fraction` or `proportion`; or where the unit is `percent` and the
subject's name holds one of these words, or the figure says with `part_of` what it is a part of. A name that tells of
change (`growth`, `increase`, `rate`) or of a comparison (`ratio`, `relative`) is of no share: a price may rise by 300
percent. What may be rounded to the whole is let pass.

How to fix: correct the number or the unit; a share of one is written `1` or `1/3`, one of a hundred has the unit
`percent`.
"""

from collections.abc import Iterator

from argmap.checks.consistency._amounts import Interval, below
from argmap.checks.consistency._figures import reading
from argmap.checks.consistency._record import DatedFigure
from argmap.checks.engine.rule import MapContext, Problem, on_map
from argmap.model import Map, Quantity, Severity

_SHARES = frozenset(("share", "shares", "fraction", "proportion", "portion"))
_NO_SHARES = frozenset(
    (
        *("change", "changes", "growth", "growing", "increase", "decrease", "rise", "fall", "gain", "loss", "decline"),
        *("rate", "rates", "ratio", "relative", "compared", "inflation", "return", "returns", "price", "prices"),
        *("index", "yield", "level", "times", "interest", "premium", "markup", "coverage", "utilization"),
    )
)


@on_map("AM521", Severity.WARNING)
def impossible_share(map: Map, context: MapContext) -> Iterator[Problem]:
    """Figures that are shares and certainly above the whole, whoever says them."""
    for node in map.nodes.values():
        for index, quantity in enumerate(node.quantities):
            figure = DatedFigure(node, index, quantity)
            measured = reading(figure)
            if (
                measured.unit is None
                or not measured.unit.is_ratio
                or not _is_share(quantity, measured.unit.factor == 1)
            ):
                continue
            whole = 1 / measured.unit.factor
            if below(Interval(None, whole), measured.interval):
                message = f"'{node.id}' has a share above the whole: {figure.words} of '{quantity.of}'"
                yield Problem(figure.place, message, "correct the number, the unit or the subject")


def _is_share(quantity: Quantity, says_share: bool) -> bool:
    words = frozenset(quantity.of.split("-"))
    return not words & _NO_SHARES and (says_share or bool(words & _SHARES) or bool(quantity.part_of))
