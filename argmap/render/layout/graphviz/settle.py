"""How high in its column everything stands, when the order in each column is known.

Graphviz minimises how much the lines climb, all in all. That often has many best answers, of which each version takes
another. Here it is the sum of the squares, weighted as by Gansner, Koutsofios, North and Vo, "A technique for drawing
directed graphs", IEEE Transactions on Software Engineering 19 (1993): it is found column by column, exactly for each
while the others stay, by pooling neighbours that would overlap (Ayer, Brunk, Ewing, Reid and Silverman, "An empirical
distribution function for sampling with incomplete information", Annals of Mathematical Statistics 26, 1955). The rounds
are of a fixed number, from a start that only the order decides, so that equal orders give equal pictures.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

_ROUNDS = 24
_REST = 1e-3  # how much everything wants to stay, as a weight


class Pull(NamedTuple):
    """An item wants to be *offset* px below another, and how much."""

    other: int
    weight: float
    offset: float


def settle_columns(
    columns: Sequence[Sequence[int]], apart: Sequence[Sequence[float]], pulls: Sequence[Sequence[Pull]]
) -> list[float]:
    """Gives every item its height.

    Args:
        columns: The items of each column, from top to bottom.
        apart: For each column, how far below the one before it every item but the first must at least be, in px.
        pulls: For each item, what it wants to be level with.

    Returns:
        The y of each item's middle, in px.
    """
    ys = [0.0] * len(pulls)
    for column, steps in zip(columns, apart, strict=True):
        y = -sum(steps) / 2
        for item, step in zip(column, (0.0, *steps), strict=True):
            y += step
            ys[item] = y
    weights = [_REST + sum([pull.weight for pull in each]) for each in pulls]
    turns = list(zip(columns, apart, strict=True))
    for _ in range(_ROUNDS):
        for column, steps in turns:
            wanted = [
                (_REST * ys[item] + sum([(ys[other] + offset) * weight for other, weight, offset in pulls[item]]))
                / weights[item]
                for item in column
            ]
            for item, y in zip(column, _pooled(wanted, [weights[item] for item in column], steps), strict=True):
                ys[item] = y
        turns.reverse()
    return ys


def _pooled(wanted: Sequence[float], weights: Sequence[float], steps: Sequence[float]) -> list[float]:
    """The places nearest to those *wanted*, by weighted squares, that are in order and *steps* apart."""
    pools: list[tuple[float, float, int]] = []  # the first one's place, less all steps; the weight; how many they are
    downs: list[float] = []
    down = 0.0
    for want, own, step in zip(wanted, weights, (0.0, *steps), strict=True):
        down += step
        downs.append(down)
        place, weight, count = want - down, own, 1
        while pools and pools[-1][0] >= place:
            above, heavy, more = pools.pop()
            place = (above * heavy + place * weight) / (heavy + weight)
            weight, count = weight + heavy, count + more
        pools.append((place, weight, count))
    places = [place for place, _, count in pools for _ in range(count)]
    return [place + down for place, down in zip(places, downs, strict=True)]
