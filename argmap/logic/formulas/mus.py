"""Minimal unsatisfiable subsets: formulas that cannot be true together, though all but any one of them can.

One is found by deletion: what is not needed is left out, one formula after another. All are found by MARCO: M. H.
Liffiton, A. Previti, A. Malik and J. Marques-Silva, Fast, flexible MUS enumeration, Constraints 21 (2016): the subsets
that are not yet known to be satisfiable or not are themselves described by clauses, to whose solutions it looks.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import NamedTuple

from argmap.logic.formulas.formula import holds
from argmap.logic.formulas.theory import Theory
from argmap.logic.sat import CertificateError, Sat, UndecidedError


class Conflicts(NamedTuple):
    """Minimal unsatisfiable subsets, each the numbers of its formulas in order, the smallest first.

    *truncated* says that there may be more: the bound was reached, or the time ran out.
    """

    subsets: tuple[tuple[int, ...], ...]
    truncated: bool


def conflicts(theory: Theory, among: Iterable[int], limit: int = 10) -> Conflicts:
    """The minimal unsatisfiable subsets of the formulas *among* of *theory*, at most *limit* of them."""
    subsets: list[tuple[int, ...]] = []
    truncated = False
    try:
        for subset in islice(_subsets(theory, sorted(set(among))), limit + 1):
            if len(subsets) == limit:
                truncated = True
                break
            subsets.append(subset)
    except UndecidedError:
        truncated = True
    return Conflicts(tuple(sorted(subsets, key=lambda subset: (len(subset), subset))), truncated)


def shrink(theory: Theory, unsatisfiable: Iterable[int]) -> tuple[int, ...]:
    """A minimal unsatisfiable subset of formulas that cannot be true together; checked before it is given.

    Raises ValueError where they can.
    """
    rest = theory.core(unsatisfiable)
    if rest is None:
        raise ValueError("these formulas can be true together")
    needed: list[int] = []
    waiting = list(rest)
    while waiting:
        tried = waiting.pop()
        core = theory.core((*needed, *waiting))
        if core is None:
            needed.append(tried)
        else:
            waiting = [number for number in waiting if number in core]
    subset = tuple(sorted(needed))
    # That each of them is needed was shown by a world without it; that they suffice is shown once more.
    if not theory.refuted(subset):
        raise CertificateError("the formulas found to be inconsistent can be true together")
    return subset


def _subsets(theory: Theory, numbers: list[int]) -> Iterator[tuple[int, ...]]:
    variables = {number: variable for variable, number in enumerate(numbers, start=1)}
    with Sat(until=theory.until) as unexplored:
        unexplored.prefer(list(variables.values()))
        while unexplored.solve():
            out = {-literal for literal in unexplored.model() if literal < 0}
            seed = [number for number in numbers if variables[number] not in out]
            world = theory.world(seed)
            if world is None:
                subset = shrink(theory, seed)
                unexplored.add([-variables[number] for number in subset])
                yield subset
            else:
                grown = _grow(theory, seed, numbers)
                unexplored.add([variables[number] for number in numbers if number not in grown])


def _grow(theory: Theory, seed: list[int], numbers: list[int]) -> set[int]:
    """As many of the formulas *numbers* as can be true together with *seed*: no other can be added."""
    grown = set(seed)
    for number in numbers:
        if number in grown:
            continue
        world = theory.world((*sorted(grown), number))
        if world is not None:
            grown |= {other for other in numbers if other not in grown and holds(theory.formulas[other], world)}
    return grown
