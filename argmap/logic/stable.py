"""Stable extensions, which attack all that they do not hold."""

from __future__ import annotations

from argmap.logic import encoding
from argmap.logic.encoding import Labels

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.logic.graph import Graph


def stable(graph: Graph, until: float | None = None, wanted: int = 0) -> Iterator[list[int]]:
    """The stable extensions; only those that accept *wanted*, or where it is negative do not."""
    with Labels(graph, encoding.stable(graph), until=until) as labels:
        while labels.solve([wanted] if wanted else []):
            accepted = labels.accepted()
            yield accepted
            # One stable extension never holds another, so that leaving one of these out is all that others do.
            labels.add([-a for a in accepted])
