"""Which nodes stand behind which card."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from typing import NamedTuple

from argmap.model import Map, Node, NodeType
from argmap.model.reach import RANKING
from argmap.model.references import related, sources
from argmap.views.walk import Reached, walk


class Fold(NamedTuple):
    """The card that shows each node, which is the node itself or stands for it, and the cards that are new."""

    cards: dict[str, str]
    groups: dict[str, Node]


def by_tag(map: Map, kept: Collection[str]) -> Fold:
    """One card for all nodes with the same first tag.

    Args:
        map: The map.
        kept: The nodes that stay cards of their own.

    Returns:
        The fold. A node without tags stays, and so does one that is alone with its tag.
    """
    alone = frozenset(kept)
    members: dict[str, list[str]] = defaultdict(list)
    for node in map.nodes.values():
        if node.tags and node.id not in alone:
            members[node.tags[0]].append(node.id)
    cards = {id: id for id in map.nodes}
    groups: dict[str, Node] = {}
    for tag, ids in members.items():
        if len(ids) > 1:
            id, count = f"tag-{tag}", 1
            while id in map.nodes or id in map.steps or id in groups:
                count += 1
                id = f"tag-{tag}-{count}"
            # It has the tag that it stands for, and so a fold of what is folded changes nothing.
            groups[id] = Node(id=id, type=NodeType.ARGUMENT, text=tag, tags=(tag,))
            cards |= dict.fromkeys(ids, id)
    return Fold(cards, groups)


def by_depth(depths: Mapping[str, Reached], nodes: Collection[str], limit: int) -> Fold:
    """Nodes that are deeper than *limit* stand behind the nearest card above them.

    Args:
        depths: What :func:`depths` gives.
        nodes: The ids of the map's nodes.
        limit: How deep a card may be.

    Returns:
        The fold; it has no new cards.
    """
    cards: dict[str, str] = {}
    for name, (distance, above) in depths.items():  # the nearest first, so that what is above has its card
        if name in nodes:
            cards[name] = name if distance <= limit or above is None else cards[above]
    return Fold(cards, {})


def depths(map: Map, kept: Collection[str]) -> dict[str, Reached]:
    """How deep each node and step is below the nodes *kept*, and what it is below.

    What leads to none of these is below what it leads to in the end, and where that is a ring, below the first of it.
    Rankings and contradictions are no links of a chain.

    Args:
        map: The map; every id that is named is there.
        kept: The theses, and other nodes to count from.

    Returns:
        The depths of all nodes.
    """
    ends: dict[str, tuple[str, ...]] = {}
    onward: dict[str, list[str]] = defaultdict(list)
    leading: set[str] = set()
    for step in map.steps.values():
        if step.kind not in RANKING and step.conclusion is not None:
            ends[step.id] = sources(step)
            onward[step.conclusion].append(step.id)
            leading.update(ends[step.id])
    for node in map.nodes.values():
        for whole in related(node):
            onward[whole].append(node.id)
            leading.add(node.id)
    reached: dict[str, Reached] = {}
    walk(kept, ends, onward, map.nodes, reached)
    walk((id for id in map.nodes if id not in leading), ends, onward, map.nodes, reached)
    for id in map.nodes:
        if id not in reached:
            walk((id,), ends, onward, map.nodes, reached)
    return reached
