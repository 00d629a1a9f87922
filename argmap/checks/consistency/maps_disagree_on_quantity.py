"""Two maps of a comparison give figures of one subject and one date that cannot both be right.

Why it matters: where the positions rest on different figures they may differ about nothing else.

Example, in a comparison of two maps of which one has `{of: votes-cast, value: 184, as_of: 2024}` and the other
`{of: votes-cast, value: 190, as_of: 2024}`::

    maps: [council, chamber]     # AM526, at `chamber`

Figures are compared as by `disagreeing-quantities`, each map's own against those of the maps before it. A subject must
have the same name in both maps.

How to mend: correct the figure that is wrong in its map; otherwise the note is true of the sources and may stay,
perhaps with a topic of the comparison that takes it up.
"""

from collections.abc import Iterator
from typing import Any

from argmap.checks.consistency._amounts import apart
from argmap.checks.consistency._figures import MOST_READINGS, Reading, readings
from argmap.checks.consistency._record import asserted_figures
from argmap.checks.consistency._units import UnitsMissingError
from argmap.checks.rule import ComparisonContext, Problem, on_comparison
from argmap.model import Comparison, Severity


@on_comparison("AM526", Severity.NOTE)
def maps_disagree_on_quantity(comparison: Comparison, context: ComparisonContext) -> Iterator[Problem]:
    """Per map, the subjects of which it has a figure that one of a map before it excludes."""
    earlier: dict[tuple[str, Any], list[tuple[str, Reading]]] = {}
    for index, map_id in enumerate(dict.fromkeys(comparison.maps)):
        if map_id not in context.maps:
            continue
        own = {key: group[:MOST_READINGS] for key, group in readings(asserted_figures(context.maps[map_id])).items()}
        for key, group in own.items():
            found = next((each for each in _pairs(earlier.get(key, []), group)), None)
            if found is not None:
                other_id, other, one = found
                message = (
                    f"'{other_id}' and '{map_id}' disagree on '{key[0]}' as of {one.figure.date}: "
                    f"{other.figure.words} in '{other_id}:{other.figure.node.id}', "
                    f"{one.figure.words} in '{map_id}:{one.figure.node.id}'"
                )
                yield Problem(("maps", index), message)
        for key, group in own.items():
            earlier.setdefault(key, []).extend((map_id, each) for each in group)


def _pairs(before: list[tuple[str, Reading]], group: list[Reading]) -> Iterator[tuple[str, Reading, Reading]]:
    for map_id, other in before[:MOST_READINGS]:
        for one in group:
            try:
                pair = one.beside(other)
            except UnitsMissingError:
                continue  # each map's own rule says what is missing where it matters there
            if pair is not None and apart(*pair):
                yield map_id, other, one
