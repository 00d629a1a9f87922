"""Semantics by looking at every set of arguments: slow, and as near to the definitions as can be.

Sets are bits of a number: bit a for argument a, from 0. A framework is the list of whom each argument attacks.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from itertools import permutations

from argmap.logic import Framework, Semantics

Targets = list[int]


def framework(targets: Targets) -> Framework:
    size = range(len(targets))
    return Framework(size, [(a, b) for a in size for b in size if targets[a] >> b & 1])


def extensions(targets: Targets) -> dict[Semantics, set[tuple[int, ...]]]:
    """The extensions of every semantics, by the definitions of Baroni, Caminada and Giacomin (2011)."""
    size = len(targets)
    everything = (1 << size) - 1
    attackers = [sum(1 << a for a in range(size) if targets[a] >> b & 1) for b in range(size)]
    attacked = [0] * (everything + 1)
    for chosen in range(1, everything + 1):
        lowest = chosen & -chosen
        attacked[chosen] = attacked[chosen ^ lowest] | targets[lowest.bit_length() - 1]
    free = [chosen for chosen in range(everything + 1) if not chosen & attacked[chosen]]
    defended = {chosen: sum(1 << a for a in range(size) if not attackers[a] & ~attacked[chosen]) for chosen in free}
    admissible = [chosen for chosen in free if not chosen & ~defended[chosen]]
    complete = [chosen for chosen in free if chosen == defended[chosen]]
    preferred = _largest(admissible, admissible)
    common = everything
    for chosen in preferred:
        common &= chosen
    found = {
        Semantics.GROUNDED: [min(complete, key=int.bit_count)],
        Semantics.COMPLETE: complete,
        Semantics.PREFERRED: preferred,
        Semantics.STABLE: [chosen for chosen in free if chosen | attacked[chosen] == everything],
        Semantics.SEMI_STABLE: _largest(complete, [chosen | attacked[chosen] for chosen in complete]),
        Semantics.STAGE: _largest(free, [chosen | attacked[chosen] for chosen in free]),
        Semantics.IDEAL: [max((chosen for chosen in admissible if not chosen & ~common), key=int.bit_count)],
    }
    return {semantics: {_members(chosen) for chosen in sets} for semantics, sets in found.items()}


def _largest(sets: list[int], sizes: list[int]) -> list[int]:
    """The sets whose size, itself a set, is in no other's."""
    distinct = set(sizes)
    top = {size for size in distinct if not any(size != other and not size & ~other for other in distinct)}
    return [chosen for chosen, size in zip(sets, sizes, strict=True) if size in top]


def _members(chosen: int) -> tuple[int, ...]:
    return tuple(a for a in range(chosen.bit_length()) if chosen >> a & 1)


def all_frameworks(size: int) -> Iterator[Targets]:
    """Every framework of *size* arguments, one of each that differ in their names only."""
    bits = size * size
    seen = bytearray(1 << bits)
    for number in range(1 << bits):
        if seen[number]:
            continue
        pairs = [divmod(bit, size) for bit in range(bits) if number >> bit & 1]
        for order in permutations(range(size)):
            seen[sum(1 << order[a] * size + order[b] for a, b in pairs)] = 1
        yield [number >> a * size & (1 << size) - 1 for a in range(size)]


def random_frameworks(count: int, largest: int, seed: int) -> Iterator[Targets]:
    """Frameworks of 1 to *largest* arguments, sparse and dense."""
    chance = random.Random(seed)
    for _ in range(count):
        size = chance.randint(1, largest)
        density = chance.choice((1, 1.5, 2, 3)) / size
        yield [sum(1 << b for b in range(size) if chance.random() < density) for _ in range(size)]
