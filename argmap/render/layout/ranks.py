"""Which column everything stands in: as near to the thesis as what it bears on allows.

Ranks by the longest path, as Sugiyama, Tagawa and Toda have them in "Methods for visual understanding of hierarchical
system structures", IEEE Transactions on Systems, Man, and Cybernetics 11 (1981). Graphviz is told these, because in a
map with rings its versions come to different ones.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

from argmap.render.scene.model import Link


class Ranks(NamedTuple):
    """The rank of each box (even) and junction (odd), and the places of the links that close a ring."""

    of: Mapping[str, int]
    closing: Collection[int]


def ranked(items: Sequence[str], junctions: Collection[str], links: Sequence[Link]) -> Ranks:
    """Ranks boxes and junctions.

    Args:
        items: The ids of both.
        junctions: Those that are junctions.
        links: What runs between them. One that shapes the layout and closes no ring leads to a lower rank.

    Returns:
        The ranks; the lowest is 0 or, for a junction, 1.
    """
    ranks = {item: int(item in junctions) for item in items}
    tails: dict[str, list[tuple[str, int, int]]] = {item: [] for item in items}
    leading = set()
    for at, link in enumerate(links):
        tail, head = link.tail.id, link.head.id
        if not link.free and tail != head:
            tails[head].append((tail, at, 1 if ranks[tail] != ranks[head] else 2))
            leading.add(tail)
    order, closing = _walk([*(item for item in items if item not in leading), *items], tails)
    heads = Counter(tail for those in tails.values() for tail, at, _ in those if at not in closing)
    for item in order:
        for tail, at, length in tails[item]:
            if at not in closing:
                ranks[tail] = max(ranks[tail], ranks[item] + length)
    for item in reversed(order):
        near = [ranks[tail] - length for tail, at, length in tails[item] if at not in closing]
        if len(near) > heads[item]:
            ranks[item] = min(near)
    return Ranks(ranks, closing)


def _walk(starts: Sequence[str], tails: Mapping[str, Sequence[tuple[str, int, int]]]) -> tuple[list[str], set[int]]:
    """All items, heads before their tails, and the links that close a ring, found depth first."""
    order: list[str] = []
    done: set[str] = set()
    closing: set[int] = set()
    for start in starts:
        path = {} if start in done else {start: iter(tails[start])}
        while path:
            item, ways = next(reversed(path.items()))
            for tail, at, _ in ways:
                if tail in path:
                    closing.add(at)
                elif tail not in done:
                    path[tail] = iter(tails[tail])
                    break
            else:
                path.popitem()
                done.add(item)
                order.append(item)
    return order[::-1], closing
