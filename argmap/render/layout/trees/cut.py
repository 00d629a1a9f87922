"""Cutting large trees into pieces that a reader can take in: subtrees, and groups of siblings without their parent.

A root and its main branches stay together as long as there is room. What is little stays with what it hangs on, so that
no piece is a crumb. All is linear in the number of items.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from math import ceil
from typing import NamedTuple

from argmap.render.layout.trees.tidy import Forest, Sizes

_HIGH, _DEEP = 2200.0, 6  # px of cards below one another, and columns, of a piece
_LITTLE, _FLAT = 450.0, 2  # px and columns of what is never cut off alone
_GAP = 16.0  # px below a card


class Piece(NamedTuple):
    """Trees to be drawn as one: their roots, and the item elsewhere on which these hang (None: nothing)."""

    roots: tuple[str, ...]
    parent: str | None


class _Extents(NamedTuple):
    """Of each item: the px that its subtree is high at most, its columns, and the px of what cannot be cut off it."""

    tall: dict[str, float]
    deep: dict[str, int]
    least: dict[str, float]

    def within(self, item: str, high: float, deep: int) -> bool:
        return self.tall[item] <= high and self.deep[item] <= deep


def cut_trees(forest: Forest, sizes: Sizes) -> tuple[list[Piece], dict[str, list[str]]]:
    """Cuts trees into pieces.

    Args:
        forest: The trees.
        sizes: The size of each item.

    Returns:
        The pieces, each after the one that it hangs on; and what hangs on each item in its own piece.
    """
    extents = _extents(forest, sizes)
    pieces: list[Piece] = []
    waiting = [Piece((root,), None) for root in reversed(forest.roots)]
    while waiting:
        pieces.append(waiting.pop())
        if len(pieces[-1].roots) == 1:  # else it was made to fit
            waiting += reversed(list(_off(pieces[-1].roots[0], forest.children, extents)))
    away = {root for piece in pieces for root in piece.roots}
    return pieces, {item: [each for each in those if each not in away] for item, those in forest.children.items()}


def _extents(forest: Forest, sizes: Sizes) -> _Extents:
    extents = _Extents({}, {}, {})
    for item in reversed(forest.parents):
        below, height = forest.children[item], sizes.high[item] + _GAP
        little = [each for each in below if extents.within(each, _LITTLE, _FLAT)]
        extents.tall[item] = max(height, sum([extents.tall[each] for each in below]))
        extents.deep[item] = max([extents.deep[each] for each in below], default=0) + (sizes.wide[item] > 0)
        extents.least[item] = max(height, sum([extents.tall[each] for each in little]))
    return extents


def _off(root: str, children: Mapping[str, Sequence[str]], extents: _Extents) -> Iterator[Piece]:
    """What has to be cut off a subtree so that the rest is not too large."""
    used = min(extents.least[root], _HIGH)
    queue = deque([(root, 1)])
    while queue:
        item, column = queue.popleft()
        little, whole = [], []
        for each in children[item]:
            if extents.within(each, _LITTLE, _FLAT):
                little.append(each)
            elif used + extents.least[each] <= _HIGH and column < _DEEP:
                used += extents.least[each]
                queue.append((each, column + 1))
            elif extents.within(each, _HIGH, _DEEP):
                whole.append(each)
            else:
                yield Piece((each,), item)
        for group in [*_groups(little, extents.tall)[1:], *_groups(whole, extents.tall)]:
            yield Piece(tuple(group), item)


def _groups(items: Sequence[str], tall: Mapping[str, float]) -> list[list[str]]:
    """Neighbours together, in as few groups as there must be, about equally tall."""
    whole = sum(tall[item] for item in items)
    share = whole / ceil(whole / _HIGH) if items else 0
    groups: list[list[str]] = []
    used = share
    for item in items:
        if used + tall[item] / 2 > share:
            groups.append([])
            used = 0.0
        groups[-1].append(item)
        used += tall[item]
    return groups
