"""A map weighed: what is said of it, as data and as text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from argmap.logic import Semantics
from argmap.model import Map
from argmap.text.printable import counted, table, visible
from argmap.weigh.argument import Argument, Part
from argmap.weigh.change import Prospects, prospects
from argmap.weigh.framework import Support, build_framework
from argmap.weigh.prospects import FALLING, prospect_lines, speaks_of_falling
from argmap.weigh.sensitivity import MARGIN, Sensitivity, sensitivities
from argmap.weigh.status import Status, statuses
from argmap.weigh.strength import Strength, measure_strength
from argmap.weigh.weight import Weight, weights

_MOST_MOVERS = 5
"""Of so many statements it is said how they move a strength; data have all of them."""
_LEAST = 0.0005
"""What moves a strength by less is not worth a line: it would read 0.000."""


class Weighed(NamedTuple):
    """A map weighed.

    Attributes:
        map: The id of the map.
        semantics: What counts as an extension.
        support: What a support does to acceptance.
        credulous: Whether what one extension holds is accepted, and not only what all hold.
        nodes: Its nodes in their order, but for questions.
        strength: The strengths, by which semantics, and whether they came to rest.
        prospects: What would change the status of each thesis.
        sensitivities: What the strength of each thesis hangs on.
    """

    map: str
    semantics: Semantics
    support: Support
    credulous: bool
    nodes: tuple[Weight, ...]
    strength: Strength
    prospects: Mapping[str, Prospects]
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
    arguments = map.once(build_framework) if support is Support.NONE else build_framework(map, support)
    by_argument = statuses(arguments, semantics, credulous=credulous, until=until)
    theses = [id for id in map.thesis if Argument(Part.NODE, id) in by_argument]
    return Weighed(
        map.id,
        semantics,
        support,
        credulous,
        weights(map, by_argument),
        measure_strength(map),
        {id: prospects(map, arguments, id, support) for id in theses},
        sensitivities(map, theses),
    )


def as_text(weighed: Weighed) -> str:
    """A table of the nodes, those that are not accepted with why, and what would change the theses."""
    return "".join(f"{line}\n" for line in _lines(weighed))


def _lines(weighed: Weighed) -> Iterator[str]:
    counts = {status: sum(weight.status is status for weight in weighed.nodes) for status in Status}
    summary = ", ".join(f"{count} {status}" for status, count in counts.items() if count)
    yield f"{weighed.map}: {summary or 'no statements'} ({_reading(weighed)})"
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
    for thesis, changes in weighed.prospects.items():
        yield ""
        yield f"What would change the status of {thesis}, which is {changes.status}{under}:"
        yield from (f"  {visible(line)}" for line in prospect_lines(changes, weighed.support))
    if any(map(speaks_of_falling, weighed.prospects.values())):
        yield from ("", FALLING)
    for thesis, sensitivity in weighed.sensitivities.items():
        yield ""
        yield from _sensitivity_lines(thesis, weighed.strength.values[thesis], sensitivity)


def _sensitivity_lines(thesis: str, strength: float, sensitivity: Sensitivity) -> Iterator[str]:
    movers = [(id, by) for id, by in sensitivity.by.items() if abs(by) >= _LEAST][:_MOST_MOVERS]
    yield f"How the strength of {thesis}, {strength:.2f}, moves as another statement begins higher (its derivative):"
    yield from (f"  {by:+.3f}  {id}" for id, by in movers)
    left = len(sensitivity.by) - len(movers)
    if left:
        yield f"  less with {counted(left, 'other')}" if movers else f"  hardly with any of the {left} that bear on it"
    if not sensitivity.by:
        yield "  not at all"
    side = "stays on its side of a half" if sensitivity.keeps_side else "may be on either side of a half"
    bounds = f"{sensitivity.low:.2f} and {sensitivity.high:.2f}"
    yield f"  Between {bounds} where each begins up to {MARGIN} higher or lower: it {side}."
    if not sensitivity.converged:
        yield "  These figures did not come to rest, and are a guess."


def _reading(weighed: Weighed) -> str:
    name = f"{_named(weighed.semantics)} semantics"
    acceptance = ", credulously" if weighed.credulous else ", sceptically"
    if weighed.semantics is Semantics.GROUNDED:  # it has one extension
        acceptance = ""
    support = "" if weighed.support is Support.NONE else f", {weighed.support} support"
    return f"{name}{acceptance}{support}"


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
                "status": changes.status,
                "to": [
                    {
                        "status": outcome.status,
                        "complete": outcome.complete,
                        "tried": outcome.tried,
                        "sets": [[revision._asdict() for revision in chosen] for chosen in outcome.sets],
                    }
                    for outcome in changes.outcomes
                ],
            }
            for thesis, changes in weighed.prospects.items()
        },
        "sensitivity": {
            thesis: {
                "margin": MARGIN,
                "low": sensitivity.low,
                "high": sensitivity.high,
                "keeps_side_of_half": sensitivity.keeps_side,
                "converged": sensitivity.converged,
                "by": sensitivity.by,
            }
            for thesis, sensitivity in weighed.sensitivities.items()
        },
    }
