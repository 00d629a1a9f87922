"""Two maps of a comparison give figures of one subject and one date that cannot both be right.

Why it matters: where the positions rest on different figures they may differ about nothing else.

Example: in a comparison of two maps of which one has `{of: votes-cast, value: 184, as_of: 2024}` and the other
`{of: votes-cast, value: 190, as_of: 2024}`::

    maps: [council, chamber]     # AM526, at `chamber`

Figures are compared as by `disagreeing-quantities`, each map's own against those of the maps before it. A subject must
have the same name in both maps.

How to fix: correct the figure that is wrong in its map; otherwise the note is true of the sources and may stay,
perhaps with a topic of the comparison that takes it up.
"""

from collections.abc import Iterator
from itertools import islice
from typing import Any

from argmap.checks.consistency._figures import Readings, readings
from argmap.checks.consistency._record import asserted_figures
from argmap.checks.engine.rule import ComparisonContext, Problem, on_comparison
from argmap.model import Comparison, Severity


@on_comparison("AM526", Severity.NOTE)
def maps_disagree_on_quantity(comparison: Comparison, context: ComparisonContext) -> Iterator[Problem]:
    """Per map, the subjects of which it has a figure that one of a map before it excludes."""
    earlier: dict[str, dict[tuple[str, Any], Readings]] = {}
    for index, map_id in enumerate(dict.fromkeys(comparison.maps)):
        if map_id not in context.maps:
            continue
        own = readings(asserted_figures(context.maps[map_id]))
        for (subject, date), group in own.items():
            pairs = (
                (other_id, rival.figure, each.figure)
                for other_id, theirs in earlier.items()
                if (subject, date) in theirs
                for each in group
                for rival in theirs[subject, date].rivals(each)
            )
            for other_id, one, two in islice(pairs, 1):
                message = (
                    f"'{other_id}' and '{map_id}' disagree on '{subject}' as of {two.date}: "
                    f"{one.words} in '{other_id}:{one.node.id}', {two.words} in '{map_id}:{two.node.id}'"
                )
                yield Problem(("maps", index), message)
        earlier[map_id] = {key: Readings(group) for key, group in own.items()}
