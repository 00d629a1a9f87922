"""A map weighed: what is said of it, as data and as text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from argmap.logic import Semantics
from argmap.model import Map
from argmap.text.printable import table, visible
from argmap.weigh.argument import Argument, Part
from argmap.weigh.change import Changes, changes
from argmap.weigh.framework import Support, framework
from argmap.weigh.prospects import FALLING, speaks_of_falling, told
from argmap.weigh.sensitivity import MARGIN, Sensitivity, sensitivities
from argmap.weigh.status import Status, statuses
from argmap.weigh.strength import Strength, strength
from argmap.weigh.weight import Weight, weights

_MOST_MOVERS = 5
"""Of so many statements it is said how they move a strength; data have all of them."""
_LEAST = 0.0005
"""What moves a strength by less is not worth a line: it would read 0.000."""


class Weighed(NamedTuple):
    """A map weighed: its nodes in their order, what would change each thesis, and what its strength hangs on."""

    map: str
    semantics: Semantics
    support: Support
    credulous: bool
    nodes: tuple[Weight, ...]
    strength: Strength
    changes: Mapping[str, Changes]
    sensitivities: Mapping[str, Sensitivity]


def weigh(
    map: Map,
    semantics: Semantics = Semantics.GROUNDED,
    support: Support = Support.NONE,
    *,
    credulous: bool = False,
    until: float | None = None,
) -> Weighed:
    """The weighed *map*; see :func:`argmap.weigh.statuses` for the options and what is raised."""
    whole = map.once(framework) if support is Support.NONE else framework(map, support)
    found = statuses(whole, semantics, credulous=credulous, until=until)
    theses = [id for id in map.thesis if Argument(Part.NODE, id) in found]
    would = {id: changes(map, whole, id, support) for id in theses}
    strong, hangs = strength(map), sensitivities(map, theses)
    return Weighed(map.id, semantics, support, credulous, weights(map, found), strong, would, hangs)


def as_text(weighed: Weighed) -> str:
    """A table of the nodes, those that are not accepted with why, and what would change the theses."""
    return "".join(f"{line}\n" for line in _lines(weighed))


def _lines(weighed: Weighed) -> Iterator[str]:
    counts = {status: sum(weight.status is status for weight in weighed.nodes) for status in Status}
    said = ", ".join(f"{count} {status}" for status, count in counts.items() if count)
    yield f"{weighed.map}: {said or 'no statements'} ({_reading(weighed)})"
    rest = "" if weighed.strength.converged else ", which did not come to rest: they are a guess"
    yield f"Strengths by {weighed.strength.semantics}{rest}."
    yield ""
    rows = [[weight.status, f"{weight.strength:.2f}", weight.type, weight.node] for weight in weighed.nodes]
    yield from table(rows, [False, True, False, False]) if rows else ()
    contested = [weight for weight in weighed.nodes if weight.why != "nothing attacks it"]
    if contested:
        yield ""
        yield "Why:"
    for weight in contested:
        yield f"  {weight.node} is {weight.status}: {visible(weight.why)}"
    under = "" if weighed.semantics is Semantics.GROUNDED else " under the grounded semantics"
    for thesis, found in weighed.changes.items():
        yield ""
        yield f"What would change the status of {thesis}, which is {found.status}{under}:"
        yield from (f"  {visible(line)}" for line in told(found, weighed.support))
    if any(map(speaks_of_falling, weighed.changes.values())):
        yield from ("", FALLING)
    for thesis, hangs in weighed.sensitivities.items():
        yield ""
        yield from _moved(thesis, weighed.strength.values[thesis], hangs)


def _moved(thesis: str, strength: float, hangs: Sensitivity) -> Iterator[str]:
    movers = [(id, by) for id, by in hangs.by.items() if abs(by) >= _LEAST][:_MOST_MOVERS]
    yield f"How the strength of {thesis}, {strength:.2f}, moves as another statement begins higher (its derivative):"
    yield from (f"  {by:+.3f}  {id}" for id, by in movers)
    left = len(hangs.by) - len(movers)
    if left:
        yield f"  less with {left} others" if movers else f"  hardly with any of the {left} that bear on it"
    if not hangs.by:
        yield "  not at all"
    side = "stays on its side of a half" if hangs.keeps_side else "may be on either side of a half"
    yield f"  Between {hangs.low:.2f} and {hangs.high:.2f} where each begins up to {MARGIN} higher or lower: it {side}."
    if not hangs.converged:
        yield "  These figures did not come to rest, and are a guess."


def _reading(weighed: Weighed) -> str:
    how = f"{_named(weighed.semantics)} semantics"
    taken = "" if weighed.semantics is Semantics.GROUNDED else ", credulously" if weighed.credulous else ", sceptically"
    support = "" if weighed.support is Support.NONE else f", {weighed.support} support"
    return f"{how}{taken}{support}"


def _named(semantics: Semantics) -> str:
    return semantics.name.lower().replace("_", "-")


def as_data(weighed: Weighed) -> dict[str, object]:
    """The same for programs."""
    return {
        "map": weighed.map,
        "semantics": _named(weighed.semantics),
        "support": weighed.support,
        "acceptance": "credulous" if weighed.credulous else "sceptical",
        "strength": {"semantics": weighed.strength.semantics, "converged": weighed.strength.converged},
        "nodes": [weight._asdict() for weight in weighed.nodes],
        "changes": {
            thesis: {
                "semantics": _named(Semantics.GROUNDED),
                "status": found.status,
                "to": [
                    {
                        "status": outcome.status,
                        "complete": outcome.complete,
                        "tried": outcome.tried,
                        "sets": [[change._asdict() for change in chosen] for chosen in outcome.sets],
                    }
                    for outcome in found.outcomes
                ],
            }
            for thesis, found in weighed.changes.items()
        },
        "sensitivity": {
            thesis: {
                "margin": MARGIN,
                "low": hangs.low,
                "high": hangs.high,
                "keeps_side_of_half": hangs.keeps_side,
                "converged": hangs.converged,
                "by": hangs.by,
            }
            for thesis, hangs in weighed.sensitivities.items()
        },
    }
