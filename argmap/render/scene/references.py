"""How the references of a bibliography are shown in figures and texts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from argmap.model import Node
from argmap.render.scene.model import ReferenceLabel

if TYPE_CHECKING:
    from argmap.bibliography import Bibliography


def reference_labels(bibliography: Bibliography | None) -> dict[str, ReferenceLabel]:
    """Label and address by key; nothing without a bibliography."""
    if bibliography is None:
        return {}
    from argmap.citations.label import address, labels  # not every map has references

    texts = labels(bibliography)
    return {key: ReferenceLabel(texts[key], address(entry)) for key, entry in bibliography.entries.items()}


def cited_as(node: Node, references: Mapping[str, ReferenceLabel]) -> list[tuple[str, str | None]]:
    """The node's citations as text with locator (``Eliasson 2014, p. 12``), each with its address."""
    found = []
    for citation in node.cite:
        label = references.get(citation.key, ReferenceLabel(citation.key))
        found.append((f"{label.text}, {citation.locator}" if citation.locator else label.text, label.href))
    return found
