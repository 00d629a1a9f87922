"""An atom that occurs only once in the formulas of a map.

Why it matters: what one formula alone speaks of can neither support nor contradict another; often it is a slip of the
pen for another atom.

Example::

    leave: {claim: The troops leave., formal: troops_leave}               # AM542
    link: {claim: Then it ends., formal: troop_leave -> mission_ends}     # AM542, of `troop_leave`
    ends: {claim: It ends., formal: mission_ends}

How to fix: correct the atom, or give the formula that is missing.
"""

from collections import Counter
from collections.abc import Iterator

from argmap.checks.engine.rule import MapContext, Problem, on_map
from argmap.model import Map, Severity
from argmap.text.suggest import did_you_mean

_MOST_LIKENESSES = 200


@on_map("AM542", Severity.NOTE)
def lone_atom(map: Map, context: MapContext) -> Iterator[Problem]:
    """The atoms that occur once in all formulas, those of nodes that the author does not hold included."""
    if all(node.formal is None for node in map.nodes.values()):
        return
    from argmap.checks.consistency._formulas import formulas
    from argmap.logic.formulas.formula import atoms

    used = {id: list(atoms(formula)) for id, formula in formulas(map).items()}
    counts = Counter(name for names in used.values() for name in names)
    few = len(counts) <= _MOST_LIKENESSES
    for id, names in used.items():
        for name in names:
            if counts[name] == 1:
                help = did_you_mean(name, [atom for atom in counts if atom != name]) if few else None
                yield Problem(("nodes", id, "formal"), f"the atom '{name}' occurs in no other place", help)
