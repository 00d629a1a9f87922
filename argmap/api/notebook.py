"""How maps and comparisons show themselves in a notebook."""

from __future__ import annotations

from collections.abc import Mapping

from argmap.model import Comparison, Map, Node, NodeType
from argmap.model.head import Head


def mime_bundle(content: Head) -> dict[str, str]:
    """The picture as SVG, which has no script and loads nothing, and what it says as text.

    A comparison knows the nodes of its maps by their ids alone, so its cards show these.
    """
    from argmap.api.drawing import picture
    from argmap.api.reading import show

    if isinstance(content, Map):
        return {"image/svg+xml": str(picture(content, "svg").content), "text/plain": show(content)}
    assert isinstance(content, Comparison)  # noqa: S101
    maps = _stand_ins(content)
    text = str(picture(content, "text", maps=maps).content)
    return {"image/svg+xml": str(picture(content, "svg", maps=maps).content), "text/plain": text}


def _stand_ins(comparison: Comparison) -> Mapping[str, Map]:
    """Maps in which each node that the comparison names says its id."""
    maps = {}
    for id in comparison.maps:
        named = dict.fromkeys(node for topic in comparison.topics.values() for node in topic.positions.get(id, ()))
        nodes = {node: Node(id=node, type=NodeType.ARGUMENT, text=node) for node in named}
        maps[id] = Map(id=id, title=id, nodes=nodes)
    return maps
