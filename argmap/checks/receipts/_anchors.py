"""All anchors of a map with their places; shared by the rules of this family."""

from __future__ import annotations

from collections.abc import Iterator

from argmap.checks.rule import Path
from argmap.model import Anchor, Map


def anchors(map: Map) -> Iterator[tuple[Path, Anchor]]:
    """The anchors of nodes, then those of steps."""
    for node in map.nodes.values():
        for index, anchor in enumerate(node.at):
            yield ("nodes", node.id, "at", index), anchor
    for step in map.steps.values():
        for index, anchor in enumerate(step.at):
            yield ("steps", step.id, "at", index), anchor
