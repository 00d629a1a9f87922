"""How far the strength of an argument hangs on the base scores of all others.

Two answers. Locally: the derivative by each base score, the gradient-based attribution of Yin, Potyka and Toni (ECAI
2023; among other contribution functions in Kampik, Potyka, Yin, Čyras and Toni, International Journal of Approximate
Reasoning 173, 2024). Globally: between which bounds the strength stays while base scores move within given ones.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Collection, Iterable, Sequence
from typing import Any, NamedTuple

from argmap.logic.gradual.strength import AT_REST, Gradual, Strengths, Weighted, at_rest, strengths

Slopes = tuple[float, list[float], list[float]]
"""By the base score, by the strength of each attacker, by that of each supporter."""


class Attribution(NamedTuple):
    """The derivative of an argument's strength by each base score that it hangs on, its own included.

    Where not *converged*, the values are no more than a guess.
    """

    values: dict[Any, float]
    converged: bool


def attribution(graph: Weighted, strengths: Strengths, topic: Any) -> Attribution:
    """How the strength of *topic* moves with each base score, at the *strengths* of the graph.

    One pass back from the topic (reverse accumulation), whatever the number of arguments. In a circle of arguments each
    hangs on the others, and what they add up to is followed until it rests (Christianson, Optimization Methods and
    Software 3, 1994), as their strengths were.

    Where attackers and supporters balance, DF-QuAD has a bend; the derivative is then that towards attack.
    """
    values = list(strengths.values.values())
    derive = _SLOPES[strengths.semantics]
    weights = [0.0] * len(values)
    weights[graph.arguments.index(topic)] = 1.0
    by_base: dict[Any, float] = {}
    converged = strengths.converged
    for group in reversed(graph.groups):
        if not any(weights[a] for a in group):
            continue
        slopes = [
            derive(graph.base[a], [values[b] for b in graph.attackers[a]], [values[b] for b in graph.supporters[a]])
            for a in group
        ]
        if graph.is_circle(group):
            converged &= _settle(graph, group, slopes, weights)
        inside = frozenset(group)
        for a, (own, by_attacker, by_supporter) in zip(group, slopes, strict=True):
            by_base[graph.arguments[a]] = weights[a] * own
            for sources, partials in ((graph.attackers[a], by_attacker), (graph.supporters[a], by_supporter)):
                for b, partial in zip(sources, partials, strict=True):
                    if b not in inside:
                        weights[b] += weights[a] * partial
    return Attribution(by_base, converged)


def _settle(graph: Weighted, group: Sequence[int], slopes: Sequence[Slopes], weights: list[float]) -> bool:
    """Add to the weights of a circle what it adds to itself; whether that came to rest."""
    index = {a: position for position, a in enumerate(group)}
    inner = [
        [
            (index[b], partial)
            for sources, partials in ((graph.attackers[a], by_attacker), (graph.supporters[a], by_supporter))
            for b, partial in zip(sources, partials, strict=True)
            if b in index
        ]
        for a, (_, by_attacker, by_supporter) in zip(group, slopes, strict=True)
    ]
    start = [weights[a] for a in group]

    def pull(values: Sequence[float]) -> list[float]:
        moved = [from_outside - value for from_outside, value in zip(start, values, strict=True)]
        for value, sources in zip(values, inner, strict=True):
            for b, partial in sources:
                moved[b] += value * partial
        return moved

    settled, _, residual = at_rest(start, pull, -math.inf, math.inf)
    for a, value in zip(group, settled, strict=True):
        weights[a] = value
    return residual <= AT_REST


def bounds(
    graph: Weighted, semantics: Gradual, topics: Iterable[Any], moving: Collection[Any], by: float
) -> tuple[dict[Any, tuple[float, float]], bool]:
    """Between what the strengths of *topics* stay while the base scores of *moving* each move by *by* at most.

    And whether that was found: with circles it may not come to rest. What an argument is at its weakest follows from
    its attackers at their strongest and its supporters at their weakest, and the other way round, for by every
    semantics a strength rises with base scores and supporters and falls with attackers. So both ends are strengths of
    one graph of twice as many arguments (the embedding of a mixed monotone system: Gouzé and Hadeler, Nonlinear World
    1, 1994). No strength lies outside; the bounds are reached where no argument bears on a topic both for and against.
    """
    names, topic_names, moves = graph.arguments, list(topics), frozenset(moving)
    index = {name: position for position, name in enumerate(names)}
    # An argument a is 2 a at its weakest and 2 a + 1 at its strongest.
    ends = [(a, end) for a in graph.behind(index[name] for name in topic_names) for end in (0, 1)]
    base = {2 * a + end: graph.base[a] for a, end in ends}
    for a, end in ends:
        if names[a] in moves:
            base[2 * a + end] = min(max(graph.base[a] + (by if end else -by), 0.0), 1.0)
    attacks = [(2 * b + 1 - end, 2 * a + end) for a, end in ends for b in graph.attackers[a]]
    supports = [(2 * b + end, 2 * a + end) for a, end in ends for b in graph.supporters[a]]
    result = strengths(Weighted(base, attacks, supports), semantics)
    ranges = {name: (result.values[2 * index[name]], result.values[2 * index[name] + 1]) for name in topic_names}
    return ranges, result.converged


def _h_categoriser(base: float, attackers: Sequence[float], supporters: Sequence[float]) -> Slopes:
    share = 1 / (1 + sum(attackers))
    return share, [-base * share * share] * len(attackers), []


def _df_quad(base: float, attackers: Sequence[float], supporters: Sequence[float]) -> Slopes:
    spared, lacking = [1 - s for s in attackers], [1 - s for s in supporters]
    energy = math.prod(spared) - math.prod(lacking)
    room = 1 - base if energy > 0 or not attackers else base
    return 1 - abs(energy), [-room * rest for rest in _others(spared)], [room * rest for rest in _others(lacking)]


def _others(factors: Sequence[float]) -> list[float]:
    """For each factor the product of the others."""
    products, product = [], 1.0
    for factor in factors:
        products.append(product)
        product *= factor
    product = 1.0
    for index in range(len(factors) - 1, -1, -1):
        products[index] *= product
        product *= factors[index]
    return products


def _euler_based(base: float, attackers: Sequence[float], supporters: Sequence[float]) -> Slopes:
    raised = math.exp(min(sum(supporters) - sum(attackers), 700.0))
    share = 1 / (1 + base * raised)
    slope = (1 - base * base) * share * (1 - share)
    own = 2 * base * share + (1 - base * base) * (raised * share) * share
    return own, [-slope] * len(attackers), [slope] * len(supporters)


def _quadratic_energy(base: float, attackers: Sequence[float], supporters: Sequence[float]) -> Slopes:
    energy = sum(supporters) - sum(attackers)
    share = 1 / (1 + energy * energy)
    slope = 2 * abs(energy) * share * share * (1 - base if energy >= 0 else base)
    return share, [-slope] * len(attackers), [slope] * len(supporters)


_SLOPES: dict[Gradual, Callable[[float, Sequence[float], Sequence[float]], Slopes]] = {
    Gradual.DF_QUAD: _df_quad,
    Gradual.QUADRATIC_ENERGY: _quadratic_energy,
    Gradual.EULER_BASED: _euler_based,
    Gradual.H_CATEGORISER: _h_categoriser,
}
