"""Two figures of one subject and one date cannot both be right.

Why it matters: a reader who quotes one of them is contradicted by the other, out of the same map.

Example::

    vote: {evidence: 184 members voted., quantities: {of: votes-cast, value: 184, as_of: 2024-06-17}}
    count:
      evidence: The clerk counted 190 votes.
      quantities: {of: votes-cast, value: 190, as_of: 2024-06-17}     # AM520

Figures are compared where `of` and `as_of` are equal and the author is committed to both as a matter of fact. A number
is taken to be rounded to its last digit that is not zero, by a twentieth of it at most; `about` allows a tenth. Bounds
and ranges are understood, and units turned into one another; where that takes the package pint, which is not installed,
a note says so.

How to fix: correct the figure that is wrong. Where both are right, say what tells them apart: another `as_of`, another
subject, a `bound`, a `stance`. An attack between the nodes says that the map knows of it.
"""

from collections.abc import Iterator

from argmap.checks.consistency._figures import Readings, readings, set_against
from argmap.checks.consistency._record import asserted_figures
from argmap.checks.consistency._units import REMEDY
from argmap.checks.engine.rule import MapContext, Problem, on_map
from argmap.model import Map, Severity


@on_map("AM520", Severity.WARNING)
def disagreeing_quantities(map: Map, context: MapContext) -> Iterator[Problem]:
    """Each figure that some other of its subject and date, before it in the map, excludes; one such is named."""
    groups = {key: group for key, group in readings(asserted_figures(map)).items() if len(group) > 1}
    opposed = set_against(map) if groups else frozenset()
    said_missing = False
    for (subject, _), group in groups.items():
        earlier = Readings()
        for reading in group:
            two = reading.figure
            for one in (rival.figure for rival in earlier.rivals(reading)):
                if frozenset((one.node.id, two.node.id)) not in opposed:
                    names = f"'{one.node.id}'" if one.node is two.node else f"'{one.node.id}' and '{two.node.id}'"
                    what = f"the figures of '{subject}' as of {two.date} disagree"
                    yield Problem(
                        two.place,
                        f"{what} in {names}: {one.words}, and {two.words}",
                        "correct one, or say what tells them apart: another date, subject, bound or stance",
                        (("the other figure is here", one.place),),
                    )
                    break
            earlier.add(reading)
            if earlier.missing and not said_missing:
                said_missing = True
                message = f"the figures of '{subject}' are in units that only the package pint can compare"
                yield Problem(two.place, message, REMEDY, severity=Severity.NOTE)
