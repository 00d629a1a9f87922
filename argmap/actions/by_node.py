"""Which node of a map a finding speaks of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from argmap.formats.native import Document
from argmap.model import Finding, Map, Span


def findings_by_node(document: Document, findings: Iterable[Finding]) -> Mapping[str, list[Finding]]:
    """The findings in a map's file by the ids of the nodes in whose lines they stand.

    A finding in a step at the top of the file goes with the node that the step concludes. What speaks of no node
    is left out.
    """
    found: dict[str, list[Finding]] = defaultdict(list)
    lines = {line: node for node, span in _places(document) for line in range(span.line, span.end_line + 1)}
    for finding in findings:
        if finding.span is not None and finding.file == document.file and finding.span.line in lines:
            found[lines[finding.span.line]].append(finding)
    return dict(found)


def _places(document: Document) -> Iterator[tuple[str, Span]]:
    map = document.content
    if not isinstance(map, Map):
        return
    for step in map.steps.values():
        if step.conclusion in map.nodes and document.origins.get(step.id, ())[:1] == ("steps",):
            span = document.span(("steps", step.id))
            if span is not None:
                yield step.conclusion, span
    for node in map.nodes:
        key, value = document.span(("nodes", node)), document.tree and document.tree.children.get("nodes")
        if key is not None and value is not None and node in value.children:
            yield node, key._replace(end_line=value.children[node].span.end_line)
