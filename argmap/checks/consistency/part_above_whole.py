"""A part that is larger than its whole.

Why it matters: a total that is smaller than one of its parts is wrong, or the part is not a part of it.

Example::

    arms:
      evidence: The council bought 40 buses, 60 of them electric.
      quantities:
        - {of: buses-bought, value: 40, unit: buses, as_of: 2024}
        - {of: electric-buses-bought, part_of: buses-bought, value: 60, unit: buses, as_of: 2024}     # AM522

A figure is compared with those of the subjects that it names as its wholes (`part_of`), and of their wholes, where they
have the same `as_of`; without a date, only within one node. Units, bounds and rounding are understood as for
`disagreeing-quantities`. Percentages are left alone, because each may be of something else.

How to mend: correct the figure that is wrong, or `part_of`.
"""

from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Any

from argmap.checks.consistency._amounts import Interval, below
from argmap.checks.consistency._figures import MOST_READINGS, Reading, reading
from argmap.checks.consistency._record import asserted_figures, same_date
from argmap.checks.consistency._units import REMEDY, UnitsMissingError
from argmap.checks.rule import MapContext, Problem, on_map
from argmap.model import Map, Severity


@on_map("AM522", Severity.WARNING)
def part_above_whole(map: Map, context: MapContext) -> Iterator[Problem]:
    """Figures that are certainly above some whole of theirs."""
    if not any(quantity.part_of for node in map.nodes.values() for quantity in node.quantities):
        return
    wholes: dict[str, set[str]] = {}
    by_key: dict[tuple[str, Any], list[Reading]] = {}
    figures = list(asserted_figures(map))
    for figure in figures:
        wholes.setdefault(figure.quantity.of, set()).update(figure.quantity.part_of)
        group = by_key.setdefault((figure.quantity.of, same_date(figure.quantity) or figure.node.id), [])
        if len(group) < MOST_READINGS:
            group.append(reading(figure))
    said_missing = False
    for figure in figures:
        if figure.quantity.as_of is not None and same_date(figure.quantity) is None:
            continue
        for subject in _all(wholes, figure.quantity.of):
            totals = by_key.get((subject, same_date(figure.quantity) or figure.node.id), [])
            try:
                above = [total for total in totals if _is_above(reading(figure), total)]
            except UnitsMissingError:
                if not said_missing:
                    said_missing = True
                    message = (
                        f"'{figure.quantity.of}' and '{subject}' are in units that only the package pint can compare"
                    )
                    yield Problem(figure.place, message, REMEDY, severity=Severity.NOTE)
                continue
            # Without a date the figures of a whole may be of several times, and the part be of one of them.
            if above and (figure.date or len(above) == len(totals)):
                total = above[0].figure
                where = "" if total.node is figure.node else f" in '{total.node.id}'"
                message = (
                    f"'{figure.node.id}' has {figure.words} of '{figure.quantity.of}', "
                    f"a part of '{subject}', which is {total.words}{where}"
                )
                help = "correct one of the figures, or 'part_of'"
                yield Problem(figure.place, message, help, (("the whole is here", total.place),))
                break


def _is_above(part: Reading, whole: Reading) -> bool:
    if (part.unit and part.unit.is_ratio) or (whole.unit and whole.unit.is_ratio):
        return False
    pair = part.beside(whole)
    return pair is not None and below(pair[1], pair[0]) and not below(pair[1], Interval(Fraction(0), None))


def _all(wholes: Mapping[str, set[str]], subject: str) -> Iterator[str]:
    """The wholes of *subject*, theirs, and so on."""
    seen, waiting = {subject}, [subject]
    while waiting:
        for whole in sorted(wholes.get(waiting.pop(), ())):
            if whole not in seen:
                seen.add(whole)
                waiting.append(whole)
                yield whole
