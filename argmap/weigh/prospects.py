"""What would change a statement, in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from argmap.text.printable import counted
from argmap.weigh.change import Outcome, Prospects, Revision, RevisionKind
from argmap.weigh.framework import Support
from argmap.weigh.status import Status

FALLING = (
    "A statement falls when it is withdrawn or an objection to it stands, a step when it is undercut or, if it attacks,"
    " outweighed."
)
_MOST_SETS = 5
_MOST_NAMES = 20
"""So many are told, and how many more there are; data have all of them."""


def speaks_of_falling(prospects: Prospects) -> bool:
    """Whether the lines speak of falling, and :data:`FALLING` has to say what that is."""
    return any(
        revision.what is RevisionKind.FALLS
        for outcome in prospects.outcomes
        for chosen in outcome.sets
        for revision in chosen
    )


def prospect_lines(prospects: Prospects, support: Support) -> Iterator[str]:
    """What would change the status of a statement, line by line."""
    lines = [line for outcome in prospects.outcomes for line in _outcome_lines(outcome)]
    yield from lines
    if len(lines) == sum(outcome.status is Status.REJECTED for outcome in prospects.outcomes):
        aside = ", supports left aside" if support is Support.NONE else ""
        yield f"nothing else: it hangs on no other statement{aside}"


def _outcome_lines(outcome: Outcome) -> Iterator[str]:
    sets = [chosen for chosen in outcome.sets if chosen[0].what is not RevisionKind.OBJECTION]
    if len(sets) < len(outcome.sets):
        yield f"{outcome.status} if an objection to it stands"
    for chosen in sets[:_MOST_SETS]:
        yield f"{outcome.status} if {', and '.join(_revisions(chosen))}"
    if len(sets) > _MOST_SETS:
        more = len(sets) - _MOST_SETS
        yield f"{outcome.status} by {counted(more, 'more such set')}"
    if not outcome.complete:
        yield f"{outcome.status} {_cut_short(outcome.tried, sets)}"
    elif not sets and outcome.status is Status.ACCEPTED:
        yield "accepted by nothing that is added or withdrawn"


def _revisions(chosen: Sequence[Revision]) -> Iterator[str]:
    for revision in chosen:
        if revision.what is RevisionKind.SUPPORT:
            yield f"a further support of {_listed(_named(revision), ' or ')} stands"
    falling = [_named(revision) for revision in chosen if revision.what is RevisionKind.FALLS]
    if len(falling) > 1:
        yield f"all of these fall: {'; '.join(_listed(names, ' or ') for names in falling)}"
    elif falling:
        (names,) = falling
        yield f"any one of these falls: {_listed(names, ', ')}" if len(names) > 1 else f"{names[0]} falls"


def _named(revision: Revision) -> Sequence[str]:
    return (*revision.nodes, *revision.steps)


def _listed(names: Sequence[str], between: str) -> str:
    left = len(names) - _MOST_NAMES
    return between.join((*names[:_MOST_NAMES], counted(left, "other")) if left > 0 else names)


def _cut_short(tried: int, sets: Sequence[Sequence[Revision]]) -> str:
    ruled_out = {0: "no others were tried", 1: "only single changes were ruled out"}.get(
        tried, f"only sets of up to {tried} changes were ruled out"
    )
    if not sets:
        return f"by nothing that was found: {ruled_out}"
    if len(sets[0]) == tried + 1:
        return "perhaps by more: the search was cut short"
    return f"perhaps by fewer: {ruled_out}"
