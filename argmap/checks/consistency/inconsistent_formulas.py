"""The author is committed to statements whose formulas cannot all be true.

Why it matters: who holds all of them contradicts himself, though any one of them could be given up.

Example::

    leave: {claim: The troops leave., formal: troops_leave}                           # AM541
    stay: {claim: The coalition stays., formal: coalition_stays}
    link: {claim: It goes when they go., formal: troops_leave -> not coalition_stays}

The formulas of endorsed and conceded nodes count, not those of questions and of what is only `possible`. Each
finding names statements of which all are needed for the contradiction: without any one of them the others can be true.
Ten such sets are shown at most.

How to fix: correct a formula, or the stance of what the author does not hold; where the source contradicts itself the
finding is true of it and may be silenced with that as its reason.
"""

from collections.abc import Iterator, Sequence

from argmap.checks.engine.rule import MapContext, Problem, on_map
from argmap.model import Map, Severity

_MOST = 10


@on_map("AM541", Severity.WARNING)
def inconsistent_formulas(map: Map, context: MapContext) -> Iterator[Problem]:
    """The minimal sets of commitments whose formulas exclude one another."""
    if all(node.formal is None for node in map.nodes.values()):
        return
    from argmap.checks.consistency._formulas import SECONDS, commitments, deadline, short
    from argmap.logic.formulas.mus import conflicts
    from argmap.logic.formulas.theory import Theory

    held = commitments(map)
    ids = list(held)
    if not ids:
        return
    first = ("nodes", ids[0], "formal")
    with Theory(list(held.values()), until=deadline()) as theory:
        found = conflicts(theory, range(len(ids)), _MOST)
    sets = [[ids[number] for number in subset] for subset in found.subsets]
    in_all = [id for id in ids if sets and all(id in each for each in sets)]
    for each in sets:
        said = [f"'{id}' ({short(held[id])})" for id in each]
        message = f"'{each[0]}' contradicts itself: {short(held[each[0]])}"
        if len(each) > 1:
            message = f"the author is committed to {', '.join(said[:-1])} and {said[-1]}, which cannot all be true"
        related = tuple((f"'{id}' says so here", ("nodes", id, "formal")) for id in each[1:])
        yield Problem(("nodes", each[0], "formal"), message, _remedy(each, in_all, len(sets)), related)
    if found.truncated and sets:
        message = f"there may be more sets of formulas that cannot all be true than the {len(sets)} that are shown"
        yield Problem(first, message, severity=Severity.NOTE)
    elif found.truncated:
        message = f"which formulas of this map exclude one another was not decided within {SECONDS:g} seconds"
        yield Problem(first, message, severity=Severity.NOTE)


def _remedy(conflict: Sequence[str], in_all: Sequence[str], conflicts: int) -> str:
    if len(conflict) == 1:
        return "correct the formula"
    if conflicts > 1 and in_all:
        names = " or ".join(f"'{id}'" for id in in_all)
        return f"without {names} all {conflicts} such sets are settled: correct its formula or its stance"
    return "without any one of them the others can be true: correct a formula or a stance"
