"""Why a statement has its status, in the words of its map."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from argmap.model import Map, Stance, Step, StepKind
from argmap.weigh.argument import Argument, Part
from argmap.weigh.framework import is_settled
from argmap.weigh.status import Status

Statuses = Mapping[Argument, Status]


def explain_status(map: Map, statuses: Statuses, id: str) -> str:
    """Why the node *id* is accepted, rejected or undecided: what hits it, and how each of these attacks fares.

    One sentence or several, which name nodes by their ids.
    """
    node = map.nodes[id]
    if node.stance is Stance.REJECTED:
        return "the author rejects it"
    hits: list[Step | tuple[Step, str]] = [*_attacks(map, id), *_contradictions(map, id)]
    if not hits:
        lost = _lost_supports(map, statuses, id)
        if statuses.get(Argument(Part.NODE, id)) is Status.ACCEPTED:
            return "nothing attacks it"
        return f"nothing attacks it, but {lost}" if lost else "nothing attacks it"
    return "; ".join(_attack_reason(map, statuses, hit) for hit in hits)


def _attacks(map: Map, id: str) -> Iterator[Step]:
    return (step for step in map.steps_to.get(id, ()) if step.kind is StepKind.ATTACK)


def _contradictions(map: Map, id: str) -> Iterator[tuple[Step, str]]:
    for step in map.steps_from.get(id, ()):
        if step.kind is StepKind.CONTRADICT:
            yield from ((step, premise) for premise in step.premises if premise != id)


def _attack_reason(map: Map, statuses: Statuses, hit: Step | tuple[Step, str]) -> str:
    if not isinstance(hit, Step):
        other = hit[1]
        return f"'{other}' contradicts it, and is {statuses.get(Argument(Part.NODE, other), Status.UNDECIDED)}"
    attacked = f"{_does(hit.premises, 'attack')} it"
    if is_settled(hit):
        return f"{attacked}, and is outweighed"
    status = statuses.get(Argument(Part.STEP, hit.id))
    if status is Status.ACCEPTED:
        return f"{attacked}, and nothing accepted attacks that"
    reason = next(defeats(map, statuses, hit, status), "")
    return f"{attacked}{f', but {reason}' if status is Status.REJECTED else f', undecided because {reason}'}"


def defeats(map: Map, statuses: Statuses, step: Step, status: Status | None) -> Iterator[str]:
    """What keeps a step from standing, of what has the opposite status."""
    against = Status.ACCEPTED if status is Status.REJECTED else Status.UNDECIDED
    for need in (*step.premises, *step.warrant):
        if statuses.get(Argument(Part.FAILS, need)) is against:
            yield f"'{need}' is {statuses.get(Argument(Part.NODE, need), status)}"
    for cut in map.steps_to.get(step.id, ()):
        if cut.kind in (StepKind.UNDERCUT, StepKind.ATTACK) and statuses.get(Argument(Part.STEP, cut.id)) is against:
            yield f"{_does(cut.premises, 'undercut')} that"
    if statuses.get(Argument(Part.OUTWEIGHED, step.id)) is against:
        yield f"{_does(step.outweighed_by, 'outweigh')} that"


def _lost_supports(map: Map, statuses: Statuses, id: str) -> str:
    """Which supports of the node *id* do not stand, and why; empty where all do."""
    lost = []
    for step in map.steps_to.get(id, ()):
        status = statuses.get(Argument(Part.STEP, step.id))
        if step.kind is StepKind.SUPPORT and status is not Status.ACCEPTED:
            reason = next(defeats(map, statuses, step, status), "")
            lost.append(f"its support by {_named(step.premises)} {'fails' if reason else 'does not stand'}: {reason}")
    return "; ".join(lost).rstrip(": ")


def _does(ids: Sequence[str], verb: str) -> str:
    """``'a' attacks``, ``'a' and 'b' attack``."""
    return f"{_named(ids)} {verb}{'s' if len(ids) == 1 else ''}"


def _named(ids: Iterable[str]) -> str:
    return " and ".join(f"'{id}'" for id in ids)
