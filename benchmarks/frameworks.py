"""Seeded argumentation frameworks of a wanted size, as attacks between the numbers 1 to *size*."""

from __future__ import annotations

import random
from collections.abc import Callable

Attacks = list[tuple[int, int]]


def erdos_renyi(size: int, degree: float, seed: int = 1) -> Attacks:
    """Any argument attacks any other with the same chance, *degree* on average."""
    chance = random.Random(seed)
    return [(chance.randint(1, size), chance.randint(1, size)) for _ in range(round(size * degree))]


def barabasi_albert(size: int, seed: int = 1) -> Attacks:
    """Each new argument meets two, by preference much met ones; by toss it attacks, is attacked, or at times both."""
    chance = random.Random(seed)
    met = [1, 2]
    attacks = [(1, 2)]
    for new in range(3, size + 1):
        for old in {chance.choice(met), chance.choice(met)}:
            toss = chance.random()
            if toss < 0.6:
                attacks.append((new, old))
            if toss > 0.4:
                attacks.append((old, new))
            met += (new, old)
    return attacks


def watts_strogatz(size: int, seed: int = 1) -> Attacks:
    """A ring in which each argument meets the two that follow, a third of them moved anywhere; by toss as above."""
    chance = random.Random(seed)
    attacks = []
    for a in range(1, size + 1):
        for step in (1, 2):
            b = chance.randint(1, size) if chance.random() < 0.3 else (a + step - 1) % size + 1
            attacks.append((a, b) if chance.random() < 0.5 else (b, a))
    return attacks


def clustered(size: int, seed: int = 1) -> Attacks:
    """Clusters of twenty in which each attacks two and a half, and one attack in ten from a cluster to a later one."""
    chance = random.Random(seed)
    attacks = []
    for a in range(1, size + 1):
        first = (a - 1) // 20 * 20
        for _ in range(chance.choice((2, 3))):
            if chance.random() < 0.1 and first + 20 < size:
                attacks.append((a, chance.randint(first + 21, size)))
            else:
                attacks.append((a, chance.randint(first + 1, min(first + 20, size))))
    return attacks


KINDS: dict[str, Callable[[int], Attacks]] = {
    "Erdős–Rényi, degree 2": lambda size: erdos_renyi(size, 2),
    "Barabási–Albert": barabasi_albert,
    "Watts–Strogatz": watts_strogatz,
    "clustered": clustered,
}


def text(size: int, attacks: Attacks) -> str:
    """The framework in the competition's format."""
    return f"p af {size}\n" + "".join(f"{a} {b}\n" for a, b in attacks)
