"""Frameworks of attacks alone for graphs in which arguments support others too, by what support is taken to mean.

Deductive: who accepts the supporter accepts what it supports (Boella, Gabbay, van der Torre and Villata, COMMA 2010).
Necessary: who accepts what is supported accepts its supporter (Nouioua and Risch, SUM 2011). Evidential: what is
supported is accepted only with one of its supporters, and so on down to evidence, which stands by itself (Oren and
Norman, COMMA 2008).
"""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterable, Sequence
from typing import Any, NamedTuple

from argmap.logic.frameworks.framework import Framework
from argmap.logic.graph import Graph

Pairs = Iterable[tuple[Hashable, Hashable]]

MOST_ATTACKS = 4_000_000
"""More attacks and implications are refused: they can be as many as the square of the arguments."""


class Unsupported(NamedTuple):
    """An argument that a translation adds: that *argument* has no support."""

    argument: Any


def deductive(arguments: Sequence[Hashable], attacks: Pairs, supports: Pairs) -> Framework:
    """The framework in which a supporter is accepted with what it supports only; supports are pairs, supporter first.

    Raises ``ValueError`` for names that are no argument, and for more than ``MOST_ATTACKS``.
    """
    return _implied(Framework(arguments, attacks), Framework(arguments, supports).graph)


def necessary(arguments: Sequence[Hashable], attacks: Pairs, supports: Pairs) -> Framework:
    """The framework in which what is supported is accepted with its supporters only; as :func:`deductive`."""
    return _implied(Framework(arguments, attacks), Graph(Framework(arguments, supports).graph.attackers))


def evidential(
    arguments: Sequence[Hashable], attacks: Pairs, supports: Pairs, evidence: Collection[Hashable] | None = None
) -> Framework:
    """The framework in which all but *evidence* is accepted with a supporter only.

    *evidence* is by default what has no supporters. For every other argument a is added ``Unsupported(a)``, which
    attacks a and which the supporters of a attack (as Polberg and Oren, COMMA 2014, for supporters one by one). Raises
    ``ValueError`` as :func:`deductive`, and where arguments support one another in a circle: none of them would be
    evidence for the others, and attacks alone cannot say so.
    """
    framework = Framework(arguments, attacks)
    support = Framework(arguments, supports).graph
    supported_by_itself = (
        {a for a in support.numbers if not support.attackers[a]}
        if evidence is None
        else {framework.number(name) for name in evidence}
    )
    needing = [a for a in support.numbers if a not in supported_by_itself]
    needed_support = support.part(needing)
    for circle in needed_support.strong_components():
        if len(circle) > 1 or circle[0] in needed_support.targets[circle[0]]:
            names = framework.names(sorted(needing[a - 1] for a in circle))
            raise ValueError(f"these support one another in a circle: {', '.join(map(repr, names))}")
    named = framework.arguments
    added = [Unsupported(named[a - 1]) for a in needing]
    pairs = [(lack, lack.argument) for lack in added]
    pairs += [(named[b - 1], lack) for lack, a in zip(added, needing, strict=True) for b in support.attackers[a]]
    return Framework([*named, *added], [*framework.attacks(), *pairs])


def _implied(framework: Framework, implies: Graph) -> Framework:
    """The framework in which x attacks y if something that x implies attacks something that y implies.

    The one translation serves both readings (Cayrol and Lagasquie-Schiex, International Journal of Approximate
    Reasoning 54, 2013). Implications are chained, and every argument implies itself.
    """
    targets: list[list[int]] = [[]]
    # Whom x attacks: all that imply something that is attacked by something that x implies.
    implying: list[list[int]] = [[]]
    total = 0
    for a in implies.numbers:
        implying.append(implies.ancestors(a))
        total = _bounded(total + len(implying[a]))
    backwards = Graph(implies.attackers)
    for x in framework.graph.numbers:
        attacked = {v for u in backwards.ancestors(x) for v in framework.graph.targets[u]}
        targets.append(sorted({y for v in attacked for y in implying[v]}))
        total = _bounded(total + len(targets[x]))
    return Framework.of(framework.arguments, Graph(targets))


def _bounded(total: int) -> int:
    if total > MOST_ATTACKS:
        raise ValueError(f"these supports give more than {MOST_ATTACKS:,} implications and attacks")
    return total
