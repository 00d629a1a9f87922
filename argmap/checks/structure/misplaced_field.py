"""A field that does not go with the type of its node.

Why it matters: an addressee of a claim, or the kind of a recommendation, says that the type or the field is wrong.

Example::

    pricing-works: {claim: Pricing works., addressee: council}      # AM216

How to fix: remove the field, or correct the type.
"""

from collections.abc import Iterator

from argmap.checks.engine.rule import MapContext, Problem, on_map
from argmap.model import Map, NodeType, Severity


@on_map("AM216", Severity.WARNING)
def misplaced_field(map: Map, context: MapContext) -> Iterator[Problem]:
    """`addressee` outside recommendations, `kind` outside evidence, `as` without `by`."""
    for node in map.nodes.values():
        if node.addressee and node.type is not NodeType.RECOMMENDATION:
            yield Problem(
                ("nodes", node.id, "addressee"), f"'addressee' is of recommendations; this is {_a(node.type)}"
            )
        if node.kind and node.type is not NodeType.EVIDENCE:
            yield Problem(("nodes", node.id, "kind"), f"'kind' is of evidence; this is {_a(node.type)}")
        if node.role and not node.by:
            yield Problem(("nodes", node.id, "role"), "'as' names the role of a speaker, and 'by' names none")


def _a(type: NodeType) -> str:
    return {"evidence": "evidence", "argument": "an argument"}.get(type, f"a {type}")
