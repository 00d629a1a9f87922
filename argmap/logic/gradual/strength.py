"""Gradual strength: how far an argument holds, between 0 and 1, by its base score and what attacks and supports it.

Without cycles strengths are computed once, from what nothing attacks or supports on. With cycles they are followed in
time (Potyka, KR 2018, and AAMAS 2019): from the base scores on, each moves towards what its semantics says of the
others, and where they come to rest each is what it says. Steps are as small as their error asks for, for plain
repetition can swing for ever where this comes to rest.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from enum import StrEnum
from functools import cached_property
from typing import Any, NamedTuple

from argmap.logic.graph import Graph

Influence = Callable[[float, Sequence[float], Sequence[float]], float]

AT_REST = 1e-9
"""Strengths have converged when none differs by more from what its semantics says of the others."""
STEPS = 5000
"""After so many steps without it, they are given as not converged."""


class Gradual(StrEnum):
    """Semantics of strength, by what they are called where they were published."""

    DF_QUAD = "df-quad"
    QUADRATIC_ENERGY = "quadratic-energy"
    EULER_BASED = "euler-based"
    H_CATEGORISER = "h-categoriser"


class Weighted:
    """A quantitative bipolar graph: arguments with base scores between 0 and 1, attacks and supports between them."""

    def __init__(
        self,
        base: Mapping[Any, float],
        attacks: Iterable[tuple[Hashable, Hashable]],
        supports: Iterable[tuple[Hashable, Hashable]] = (),
    ) -> None:
        """Raise ``ValueError`` for a score outside of 0 to 1, and for an attack or support of none that has one."""
        self.arguments = list(base)
        self.base = list(base.values())
        for name, score in base.items():
            if not 0 <= score <= 1:
                raise ValueError(f"the base score of {name!r} is {score}, and not between 0 and 1")
        places = {name: place for place, name in enumerate(self.arguments)}
        self.attackers = _sources(places, attacks)
        self.supporters = _sources(places, supports)

    @cached_property
    def graph(self) -> Graph:
        """Which argument, numbered from 1, bears on which, be it for or against."""
        targets: list[list[int]] = [[] for _ in range(len(self.arguments) + 1)]
        for sources in (self.attackers, self.supporters):
            for target, places in enumerate(sources, 1):
                for source in places:
                    targets[source + 1].append(target)
        return Graph(targets)

    @cached_property
    def groups(self) -> list[list[int]]:
        """The places of arguments that hang on one another, in groups, each after those that it depends on.

        A group of more than one is a circle, or several that are entangled.
        """
        return [[number - 1 for number in component] for component in self.graph.strong_components()]

    def is_circle(self, group: Sequence[int]) -> bool:
        """Whether the arguments of a group of :attr:`groups` hang on themselves."""
        a = group[0]
        return len(group) > 1 or a in self.attackers[a] or a in self.supporters[a]

    @cached_property
    def is_cyclic(self) -> bool:
        """Whether any arguments hang on themselves."""
        return any(self.is_circle(group) for group in self.groups)

    def behind(self, places: Iterable[int]) -> list[int]:
        """The places given, and all that they depend on, along whatever path."""
        arguments = list(places)
        seen = set(arguments)
        for a in arguments:
            for sources in (self.attackers[a], self.supporters[a]):
                new = [b for b in sources if b not in seen]
                seen.update(new)
                arguments += new
        return sorted(seen)


class Strengths(NamedTuple):
    """The strength of each argument, and how it was found.

    *steps* is 0 where one pass was enough. *residual* is the largest difference of a strength from what the semantics
    says of the others; where it is above ``AT_REST``, *converged* is False and the strengths are no more than a guess.
    """

    values: dict[Any, float]
    semantics: Gradual
    steps: int
    residual: float

    @property
    def converged(self) -> bool:
        """Whether strengths have come to rest."""
        return self.residual <= AT_REST


def strengths(graph: Weighted, semantics: Gradual) -> Strengths:
    """The strengths of all arguments; raises ``ValueError`` for supports under the h-categoriser, which has none."""
    if semantics is Gradual.H_CATEGORISER and any(graph.supporters):
        raise ValueError("the h-categoriser knows attacks only")
    influence = _INFLUENCES[semantics]
    values, steps, residual = list(graph.base), 0, 0.0
    # Of what depends on circles and bears on none the strength at rest follows from theirs in one pass.
    core = graph.behind(a for group in graph.groups if graph.is_circle(group) for a in group)
    if core:
        rest, steps, residual = _followed(graph, influence, core)
        for a, value in zip(core, rest, strict=True):
            values[a] = value
    followed = frozenset(core)
    for group in graph.groups:
        if group[0] not in followed:
            (a,) = group
            sources = [values[b] for b in graph.attackers[a]], [values[b] for b in graph.supporters[a]]
            values[a] = influence(graph.base[a], *sources)
    return Strengths(dict(zip(graph.arguments, values, strict=True)), semantics, steps, residual)


def h_categoriser(base: float, attackers: Sequence[float], supporters: Sequence[float]) -> float:
    """Besnard and Hunter, Artificial Intelligence 128, 2001; with base scores."""
    return base / (1 + sum(attackers))


def df_quad(base: float, attackers: Sequence[float], supporters: Sequence[float]) -> float:
    """Rago, Toni, Aurisicchio and Baroni, KR 2016."""
    energy = math.prod([1 - s for s in attackers]) - math.prod([1 - s for s in supporters])
    return base + energy * (1 - base if energy >= 0 else base)


def euler_based(base: float, attackers: Sequence[float], supporters: Sequence[float]) -> float:
    """Amgoud and Ben-Naim, ECSQARU 2017."""
    energy = min(sum(supporters) - sum(attackers), 700.0)  # e to the power of more is no number
    return 1 - (1 - base * base) / (1 + base * math.exp(energy))


def quadratic_energy(base: float, attackers: Sequence[float], supporters: Sequence[float]) -> float:
    """Potyka, KR 2018."""
    energy = sum(supporters) - sum(attackers)
    moved = energy * energy / (1 + energy * energy)
    return base + moved * (1 - base if energy >= 0 else -base)


_INFLUENCES: dict[Gradual, Influence] = {
    Gradual.DF_QUAD: df_quad,
    Gradual.QUADRATIC_ENERGY: quadratic_energy,
    Gradual.EULER_BASED: euler_based,
    Gradual.H_CATEGORISER: h_categoriser,
}


def _sources(places: dict[Any, int], pairs: Iterable[tuple[Hashable, Hashable]]) -> list[list[int]]:
    sources: list[list[int]] = [[] for _ in places]
    for source, target in dict.fromkeys(pairs):
        for name in (source, target):
            if name not in places:
                raise ValueError(f"there is no argument {name!r}")
        sources[places[target]].append(places[source])
    return sources


def _followed(graph: Weighted, influence: Influence, core: Sequence[int]) -> tuple[list[float], int, float]:
    """The strengths of *core*, which depends on nothing else, at rest; after how many steps, and how far from rest."""
    index = {a: position for position, a in enumerate(core)}
    base = [graph.base[a] for a in core]
    attackers = [[index[b] for b in graph.attackers[a]] for a in core]
    supporters = [[index[b] for b in graph.supporters[a]] for a in core]

    def pull(values: Sequence[float]) -> list[float]:
        return [
            influence(w, [values[b] for b in against], [values[b] for b in for_it]) - value
            for w, against, for_it, value in zip(base, attackers, supporters, values, strict=True)
        ]

    return at_rest(base, pull, 0.0, 1.0)


def at_rest(
    start: Sequence[float], pull: Callable[[Sequence[float]], list[float]], low: float, high: float
) -> tuple[list[float], int, float]:
    """Where values between *low* and *high* come to rest that *pull* moves, after how many steps, how far from rest.

    Steps are of Bogacki and Shampine's method (Applied Mathematics Letters 2, 1989): three evaluations for a step of
    third order, and its difference from the second order as its error. A step is taken again, shorter, if its error
    is above a tenth of the way that is left; otherwise the error, not the equation, would say where it comes to rest.
    """
    values, step = list(start), 0.1
    first = pull(values)
    residual = max(map(abs, first))
    for count in range(STEPS):
        if residual <= AT_REST:
            return values, count, residual
        second = pull([v + step / 2 * p for v, p in zip(values, first, strict=True)])
        third = pull([v + step * 3 / 4 * p for v, p in zip(values, second, strict=True)])
        moved = [
            min(max(v + step / 9 * (2 * p + 3 * q + 4 * r), low), high)
            for v, p, q, r in zip(values, first, second, third, strict=True)
        ]
        fourth = pull(moved)
        error = step * max(
            abs(-5 / 72 * p + q / 12 + r / 9 - s / 8) for p, q, r, s in zip(first, second, third, fourth, strict=True)
        )
        allowed = min(1e-3, residual / 10)
        if error <= allowed:
            values, first = moved, fourth
            residual = max(map(abs, first))
        step *= min(4.0, max(0.2, 0.9 * (allowed / error) ** (1 / 3))) if error else 4.0
    return values, STEPS, residual
