"""What would change a statement, in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from argmap.weigh.change import Change, Changes, Outcome, What
from argmap.weigh.framework import Support
from argmap.weigh.status import Status

FALLING = (
    "A statement falls when it is withdrawn or an objection to it stands, a step when it is undercut or, if it attacks,"
    " outweighed."
)
_MOST_SETS = 5
_MOST_NAMES = 20
"""So many are told, and how many more there are; data have all of them."""


def speaks_of_falling(changes: Changes) -> bool:
    """Whether what is told has to say what it is to fall: :data:`FALLING`."""
    return any(change.what is What.FALLS for outcome in changes.outcomes for each in outcome.sets for change in each)


def told(changes: Changes, support: Support) -> Iterator[str]:
    """What would change the status of a statement, line by line."""
    lines = [line for outcome in changes.outcomes for line in _told(outcome)]
    yield from lines
    if len(lines) == sum(outcome.status is Status.REJECTED for outcome in changes.outcomes):
        aside = ", supports left aside" if support is Support.NONE else ""
        yield f"nothing else: it hangs on no other statement{aside}"


def _told(outcome: Outcome) -> Iterator[str]:
    sets = [chosen for chosen in outcome.sets if chosen[0].what is not What.OBJECTION]
    if len(sets) < len(outcome.sets):
        yield f"{outcome.status} if an objection to it stands"
    for chosen in sets[:_MOST_SETS]:
        yield f"{outcome.status} if {', and '.join(_said(chosen))}"
    if len(sets) > _MOST_SETS:
        more = len(sets) - _MOST_SETS
        yield f"{outcome.status} by {more} more such set{'s' if more > 1 else ''}"
    if not outcome.complete:
        yield f"{outcome.status} {_cut_short(outcome.tried, sets)}"
    elif not sets and outcome.status is Status.ACCEPTED:
        yield "accepted by nothing that is added or withdrawn"


def _said(chosen: Sequence[Change]) -> Iterator[str]:
    for change in chosen:
        if change.what is What.SUPPORT:
            yield f"a further support of {_listed(_named(change), ' or ')} stands"
    falling = [_named(change) for change in chosen if change.what is What.FALLS]
    if len(falling) > 1:
        yield f"all of these fall: {'; '.join(_listed(names, ' or ') for names in falling)}"
    elif falling:
        (names,) = falling
        yield f"any one of these falls: {_listed(names, ', ')}" if len(names) > 1 else f"{names[0]} falls"


def _named(change: Change) -> Sequence[str]:
    return (*change.nodes, *change.steps)


def _listed(names: Sequence[str], between: str) -> str:
    left = len(names) - _MOST_NAMES
    return between.join((*names[:_MOST_NAMES], f"{left} others") if left > 0 else names)


def _cut_short(tried: int, sets: Sequence[Sequence[Change]]) -> str:
    ruled_out = {0: "no others were tried", 1: "only single changes were ruled out"}.get(
        tried, f"only sets of up to {tried} changes were ruled out"
    )
    if not sets:
        return f"by nothing that was found: {ruled_out}"
    if len(sets[0]) == tried + 1:
        return "perhaps by more: the search was cut short"
    return f"perhaps by fewer: {ruled_out}"
