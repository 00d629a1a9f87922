"""How maps and comparisons show themselves in a notebook."""

from __future__ import annotations

from collections.abc import Mapping

from argmap.api.document import Document
from argmap.api.drawing import picture
from argmap.api.reading import show
from argmap.model import Comparison, Map, Node, NodeType
from argmap.model.shown import Shown


def mime_bundle(content: Shown) -> dict[str, str]:
    """The picture as SVG, which has no script and loads nothing, and what it says as text.

    A document is shown with the references and maps of its workspace. A comparison by itself knows the nodes of its
    maps by their ids alone, so its cards show these.
    """
    if isinstance(content, Document):
        if content.content is None or not content.whole:
            return {"text/plain": repr(content)}
        bibliography = content.workspace.bibliography if content.workspace else None
        if isinstance(content.content, Map):
            text = show(content.content, bibliography=bibliography)
        else:
            text = str(picture(content, "text").content)
        return {"image/svg+xml": str(picture(content, "svg").content), "text/plain": text}
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
