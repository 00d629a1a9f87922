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

How to fix: correct the figure that is wrong, or `part_of`.
"""

from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Any

from argmap.checks.consistency._figures import Reading, Readings, reading
from argmap.checks.consistency._record import asserted_figures, same_date
from argmap.checks.consistency._units import REMEDY
from argmap.checks.engine.rule import MapContext, Problem, on_map
from argmap.model import Map, Severity

_MOST_WHOLES = 20
"""How many wholes of a part are looked at, those of its wholes included."""


@on_map("AM522", Severity.WARNING)
def part_above_whole(map: Map, context: MapContext) -> Iterator[Problem]:
    """Figures that are certainly above some whole of theirs."""
    if not any(quantity.part_of for node in map.nodes.values() for quantity in node.quantities):
        return
    wholes: dict[str, dict[str, None]] = {}
    counted: dict[tuple[str, Any], list[Reading]] = {}
    for figure in asserted_figures(map):
        wholes.setdefault(figure.quantity.of, {}).update(dict.fromkeys(figure.quantity.part_of))
        measured = reading(figure)
        when = same_date(figure.quantity) if figure.date else figure.node.id
        # Of something that is less than nothing, as a loss, a part may be above it; percentages may be of anything.
        is_negative = measured.interval.high is not None and measured.interval.high <= 0
        if when is not None and not is_negative and not (measured.unit and measured.unit.is_ratio):
            counted.setdefault((figure.quantity.of, when), []).append(measured)
    # Without a date the figures of a whole may be of several times, and the part be of one of them.
    totals = {
        key: Readings(group) for key, group in counted.items() if not (isinstance(key[1], str) and len(group) > 1)
    }
    said_missing = False
    for (subject, when), group in counted.items():
        for whole in islice(_wholes(wholes, subject), _MOST_WHOLES):
            held = totals.get((whole, when))
            if held is None:
                continue
            for part in group:
                total = held.smaller(part)
                if total is not None:
                    yield _problem(part, whole, total)
            if held.missing and not said_missing:
                said_missing = True
                message = f"'{subject}' and '{whole}' are in units that only the package pint can compare"
                yield Problem(group[0].figure.place, message, REMEDY, severity=Severity.NOTE)


def _problem(part: Reading, whole: str, total: Reading) -> Problem:
    one, two = part.figure, total.figure
    where = "" if one.node is two.node else f" in '{two.node.id}'"
    message = (
        f"'{one.node.id}' has {one.words} of '{one.quantity.of}', a part of '{whole}', which is {two.words}{where}"
    )
    return Problem(one.place, message, "correct one of the figures, or 'part_of'", (("the whole is here", two.place),))


def _wholes(wholes: Mapping[str, Mapping[str, None]], subject: str) -> Iterator[str]:
    """The wholes of *subject*, theirs, and so on."""
    seen, waiting = {subject}, [subject]
    while waiting:
        for whole in wholes.get(waiting.pop(0), ()):
            if whole not in seen:
                seen.add(whole)
                waiting.append(whole)
                yield whole
