"""The comments of a YAML file."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from argmap.text.edit import Offsets
from argmap.text.yaml import Tree

_MARK = re.compile(r"(?:^|(?<=[ \t]))#[^\r\n]*", re.MULTILINE)
_BLOCK_HEADER = re.compile(r"[|>][-+0-9]*[ \t]+#")


class Comment(NamedTuple):
    """A comment from its ``#`` to the end of its line: where it begins in the text, and what it is."""

    offset: int
    text: str


def comments(text: str, tree: Tree, offsets: Offsets) -> list[Comment]:
    """The comments in *text*, whose places are *tree* and whose lines *offsets* knows."""
    if "#" not in text:
        return []
    scalars = sorted(offsets.of(place.span) for place in leaves(tree))
    starts = [start for start, _ in scalars]
    listed, position = [], 0
    while mark := _MARK.search(text, position):
        position = mark.end()
        index = bisect_right(starts, mark.start()) - 1
        if index >= 0 and mark.start() < scalars[index][1]:
            # A block of text holds no comments, but its first line may end in one.
            header = _BLOCK_HEADER.match(text, scalars[index][0])
            if header is None or header.end() != mark.start() + 1:
                position = scalars[index][1]
                continue
        listed.append(Comment(mark.start(), mark[0].rstrip()))
    return listed


def leaves(tree: Tree) -> Iterator[Tree]:
    """The places of all scalars, those of keys too, in no certain order."""
    waiting = [tree]
    while waiting:
        place = waiting.pop()
        if place.keys is not None:
            yield from place.keys.values()
            waiting += place.children.values()
        elif place.children is not None:
            waiting += place.children
        else:
            yield place
