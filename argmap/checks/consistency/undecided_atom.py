"""An atom that nothing the author is committed to decides.

Why it matters: the formulas speak of it again and again, and leave open whether it is so. Perhaps the statement that
says so has no formula yet; perhaps the source never says it, and that is worth knowing.

Example::

    link: {claim: If they leave it ends., formal: troops_leave -> mission_ends}     # AM543 (of both atoms)
    back: {claim: It does not end otherwise., formal: mission_ends -> troops_leave}

An atom is decided where it, or its negation, follows from the formulas of what the author is committed to. Those that
occur only once are left to `lone-atom`. Nothing is said where the formulas contradict one another, since then
everything follows.

How to fix: give the statement that decides it its formula; otherwise the note is true of the source and may stay.
"""

from collections import Counter
from collections.abc import Iterator

from argmap.checks.engine.rule import MapContext, Problem, on_map
from argmap.model import Map, Severity


@on_map("AM543", Severity.NOTE)
def undecided_atom(map: Map, context: MapContext) -> Iterator[Problem]:
    """The atoms of commitments that these leave open, each at the first formula that uses it."""
    if all(node.formal is None for node in map.nodes.values()):
        return
    from argmap.checks.consistency._formulas import commitments, deadline, formulas
    from argmap.logic.formulas.formula import atoms
    from argmap.logic.formulas.theory import Theory
    from argmap.logic.sat import UndecidedError

    counts = Counter(name for formula in formulas(map).values() for name in atoms(formula))
    held = commitments(map)
    if all(counts[name] == 1 for formula in held.values() for name in atoms(formula)):
        return
    try:
        with Theory(list(held.values()), until=deadline()) as theory:
            decided = theory.decided(range(len(held)))
    except UndecidedError:
        return  # `inconsistent-formulas` says it
    if decided is None:
        return
    said: set[str] = set()
    for id, formula in held.items():
        for name in dict.fromkeys(atoms(formula)):
            if name not in decided and name not in said and counts[name] > 1:
                said.add(name)
                message = f"nothing that the author is committed to decides '{name}'"
                yield Problem(("nodes", id, "formal"), message, "give the statement that decides it its formula")
