"""A verdict that the formulas of the two sides belie.

Why it matters: where each side's formulas can be true and not both sides' together, the two do not agree; where each
follows from the other, they do not differ. Either the verdict is wrong, or a formula says more than its statement.

Example: a topic whose two positions have the formulas `troops_stay` and `not troops_stay`::

    verdict: agree      # AM608

Only verdicts on the whole topic are looked at, `agree` and `differ`, and only positions to which the author is
committed. Atoms must have the same names in both maps.

How to fix: correct the verdict, or the formula that says too much.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import TYPE_CHECKING

from argmap.checks.engine.rule import ComparisonContext, Problem, on_comparison
from argmap.model import Comparison, Severity, Topic, VerdictKind

if TYPE_CHECKING:
    from argmap.logic.formulas.formula import Formula


@on_comparison("AM608", Severity.WARNING)
def verdict_against_formulas(comparison: Comparison, context: ComparisonContext) -> Iterator[Problem]:
    """Topics judged ``agree`` whose sides exclude each other, or ``differ`` whose sides say the same."""
    if not any(node.formal for id in comparison.maps if id in context.maps for node in context.maps[id].nodes.values()):
        return
    from argmap.checks.consistency._formulas import commitments, deadline
    from argmap.logic.sat import UndecidedError

    known = {id: commitments(map) for id, map in context.maps.items() if id in comparison.maps}
    if sum(map(bool, known.values())) < 2:
        return
    try:
        for topic in comparison.topics.values():
            yield from _problems(topic, known, deadline())
    except UndecidedError:
        return


def _problems(topic: Topic, known: dict[str, dict[str, Formula]], until: float) -> Iterator[Problem]:
    sides = {
        map_id: {id: known[map_id][id] for id in nodes if id in known[map_id]}
        for map_id, nodes in topic.positions.items()
        if map_id in known
    }
    for verdict in topic.verdicts:
        if verdict.about is not None or verdict.kind not in (VerdictKind.AGREE, VerdictKind.DIFFER):
            continue
        for one, other in combinations(verdict.between or topic.speakers, 2):
            if not sides.get(one) or not sides.get(other):
                continue
            first, second = list(sides[one].values()), list(sides[other].values())
            place, nodes = (
                ("topics", topic.id, "verdict"),
                f"{_named(one, sides[one])} and {_named(other, sides[other])}",
            )
            if verdict.kind is VerdictKind.AGREE and _exclude(first, second, until):
                yield Problem(place, f"the verdict is 'agree', and {nodes} cannot be true together", _HELP)
            if verdict.kind is VerdictKind.DIFFER and _same(first, second, until):
                yield Problem(place, f"the verdict is 'differ', and {nodes} say the same", _HELP)


_HELP = "correct the verdict, or the formula that says too much"


def _named(map_id: str, formulas: dict[str, Formula]) -> str:
    return " and ".join(f"'{map_id}:{id}'" for id in formulas)


def _exclude(first: Sequence[Formula], second: Sequence[Formula], until: float) -> bool:
    """Whether each side can be true, and not both."""
    from argmap.logic.formulas.theory import Theory

    with Theory([*first, *second], until=until) as theory:
        own, others = range(len(first)), range(len(first), len(first) + len(second))
        return (
            theory.world(own) is not None and theory.world(others) is not None and theory.world([*own, *others]) is None
        )


def _same(first: Sequence[Formula], second: Sequence[Formula], until: float) -> bool:
    """Whether each side follows from the other, and both can be true."""
    from argmap.logic.formulas.theory import Theory

    with Theory([*first, *second], until=until) as theory:
        own, others = range(len(first)), range(len(first), len(first) + len(second))
        if theory.world(own) is None:
            return False
        return all(theory.counterexample(own, each) is None for each in others) and all(
            theory.counterexample(others, each) is None for each in own
        )
