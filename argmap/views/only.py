"""Nodes of a type, of a tag, or by somebody."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from argmap.model import Map, Node, NodeType
from argmap.text.suggest import did_you_mean
from argmap.views.unknown import UnknownViewError

_SORTS = {"type": "a type", "tag": "a tag", "by": "an actor"}


def chosen(map: Map, selectors: Iterable[str]) -> frozenset[str]:
    """The nodes that *selectors* mean: selectors of one sort are alternatives, those of different sorts combined.

    Args:
        map: The map.
        selectors: Each is a type, a tag or an actor of the map: ``type:claim``, ``tag:partnership``, ``by:abadi``, or
            the word alone where it is only one of these.

    Returns:
        The ids of the nodes.

    Raises:
        UnknownViewError: A selector means nothing in the map, or several things.
    """
    known: dict[str, set[str]] = {"type": set(NodeType), "tag": set(), "by": set(map.actors)}
    for node in map.nodes.values():
        known["tag"].update(node.tags)
        known["by"].update(node.by)
    wanted: dict[str, set[str]] = {}
    for selector in selectors:
        sort, word = _meant(selector, known)
        wanted.setdefault(sort, set()).add(word)
    return frozenset(
        node.id
        for node in map.nodes.values()
        if all(not words.isdisjoint(_words(node, sort)) for sort, words in wanted.items())
    )


def _words(node: Node, sort: str) -> tuple[str, ...]:
    return (node.type,) if sort == "type" else node.tags if sort == "tag" else node.by


def _meant(selector: str, known: Mapping[str, set[str]]) -> tuple[str, str]:
    """The sort and the word that a selector means."""
    sort, colon, word = selector.partition(":")
    if colon and word in known.get(sort, ()):
        return sort, word
    sorts = [sort for sort, words in known.items() if selector in words]
    if len(sorts) == 1:
        return sorts[0], selector
    if sorts:
        what = " and ".join(_SORTS[sort] for sort in sorts)
        ways = " or ".join(f"'{sort}:{selector}'" for sort in sorts)
        raise UnknownViewError(f"'{selector}' is {what}; write {ways}")
    words = [word for words in known.values() for word in sorted(words)]
    full = [f"{sort}:{word}" for sort, words in known.items() for word in sorted(words)]
    help = did_you_mean(selector, [*words, *full]) or "write a node type, 'tag:TAG' or 'by:ACTOR'"
    raise UnknownViewError(f"'{selector}' is not a type, tag or actor of the map; {help}")
