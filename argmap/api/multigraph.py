"""A map as a graph of networkx."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from typing import TYPE_CHECKING, Any

from argmap.extras import extra
from argmap.model import Map, Node, Step

if TYPE_CHECKING:
    import networkx as nx


def multigraph(map: Map) -> nx.MultiDiGraph[str]:
    """The graph that :meth:`argmap.Map.to_networkx` describes. Raises MissingExtraError without networkx."""
    networkx = extra("networkx", "networkx", "to_networkx")
    graph: nx.MultiDiGraph[str] = networkx.MultiDiGraph(
        id=map.id, title=map.title, source=map.source, thesis=map.thesis
    )
    for node in map.nodes.values():
        graph.add_node(node.id, kind="node", **_attributes(node))
    for step in map.steps.values():
        graph.add_node(step.id, kind="step", **_attributes(step))
    for tail, head, role in _edges(map):
        for end in (tail, head):
            if end not in graph:
                graph.add_node(end, kind="missing")
        graph.add_edge(tail, head, role=role)
    return graph


def _attributes(thing: Node | Step) -> dict[str, Any]:
    """The fields; *kind*, which a step and evidence have too, is told apart by what has it."""
    names = {"kind": "step_kind" if isinstance(thing, Step) else "evidence_kind"}
    return {
        names.get(field.name, field.name): getattr(thing, field.name) for field in fields(thing) if field.name != "id"
    }


def _edges(map: Map) -> Iterator[tuple[str, str, str]]:
    for step in map.steps.values():
        yield from ((premise, step.id, "premise") for premise in step.premises)
        yield from ((warrant, step.id, "warrant") for warrant in step.warrant)
        yield from ((node, step.id, "outweighs") for node in step.outweighed_by)
        if step.conclusion is not None:
            yield step.id, step.conclusion, "conclusion"
    for node in map.nodes.values():
        yield from ((node.id, wider, "specifies") for wider in node.specifies)
        yield from ((node.id, rephrase, "rephrases") for rephrase in node.rephrases)
