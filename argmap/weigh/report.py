"""A map weighed: what is said of it, as data and as text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from argmap.logic import Semantics
from argmap.model import Map, NodeType
from argmap.text.printable import table, visible
from argmap.weigh.argument import Argument, Part
from argmap.weigh.change import Changes, changes
from argmap.weigh.framework import Support, framework
from argmap.weigh.status import Status, statuses
from argmap.weigh.strength import Strength, strength
from argmap.weigh.why import why


class Weight(NamedTuple):
    """A node weighed: its status, why it has it, and its strength between 0 and 1."""

    node: str
    type: str
    status: Status
    why: str
    strength: float


class Weighed(NamedTuple):
    """A map weighed: its nodes in their order, and what would change the status of each thesis."""

    map: str
    semantics: Semantics
    support: Support
    credulous: bool
    nodes: tuple[Weight, ...]
    strength: Strength
    changes: Mapping[str, Changes]


def weigh(
    map: Map,
    semantics: Semantics = Semantics.GROUNDED,
    support: Support = Support.NONE,
    *,
    credulous: bool = False,
    until: float | None = None,
) -> Weighed:
    """The weighed *map*; see :func:`argmap.weigh.statuses` for the options and what is raised."""
    whole = framework(map, support)
    found = statuses(whole, semantics, credulous=credulous, until=until)
    strong = strength(map)
    nodes = tuple(
        Weight(id, node.type.value, found[Argument(Part.NODE, id)], why(map, found, id), strong.values[id])
        for id, node in map.nodes.items()
        if node.type is not NodeType.QUESTION
    )
    theses = [id for id in map.thesis if Argument(Part.NODE, id) in found]
    would = {id: changes(map, whole, id) for id in theses}
    return Weighed(map.id, semantics, support, credulous, nodes, strong, would)


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
    for thesis, found in weighed.changes.items():
        yield ""
        yield f"What would change the status of {thesis}:"
        yield from (f"  {' and '.join(ids)} falling: {status}" for ids, status in found.sets)
        if not found.sets:
            yield "  nothing: it hangs on no other statement" if found.complete else "  nothing that was tried"
        elif not found.complete:
            yield "  and perhaps more: the search was cut short"


def _reading(weighed: Weighed) -> str:
    how = f"{weighed.semantics.name.lower().replace('_', '-')} semantics"
    taken = "" if weighed.semantics is Semantics.GROUNDED else ", credulously" if weighed.credulous else ", sceptically"
    support = "" if weighed.support is Support.NONE else f", {weighed.support} support"
    return f"{how}{taken}{support}"


def as_data(weighed: Weighed) -> dict[str, object]:
    """The same for programs."""
    return {
        "map": weighed.map,
        "semantics": weighed.semantics.name.lower().replace("_", "-"),
        "support": weighed.support,
        "acceptance": "credulous" if weighed.credulous else "sceptical",
        "strength": {"semantics": weighed.strength.semantics, "converged": weighed.strength.converged},
        "nodes": [weight._asdict() for weight in weighed.nodes],
        "changes": {
            thesis: {
                "complete": found.complete,
                "sets": [{"without": ids, "status": status} for ids, status in found.sets],
            }
            for thesis, found in weighed.changes.items()
        },
    }
