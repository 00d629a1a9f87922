"""A map: one article's (or person's, or debate's) argument as a flat graph."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from importlib import import_module
from typing import TYPE_CHECKING, Any, TypeVar

from argmap.model.head import Head
from argmap.model.node import Actor, Node
from argmap.model.step import Step

if TYPE_CHECKING:
    import networkx

T = TypeVar("T")


@dataclass(frozen=True, kw_only=True)
class Map(Head):
    """Nodes and steps by id.

    Ids that nothing bears may occur in steps: a check says so, and nothing else may fail on them.
    """

    source: str | None = None
    thesis: tuple[str, ...] = ()
    actors: dict[str, Actor] = field(default_factory=dict)
    nodes: dict[str, Node] = field(default_factory=dict)
    steps: dict[str, Step] = field(default_factory=dict)

    @cached_property
    def _derived(self) -> dict[Callable[[Map], Any], Any]:
        return {}

    def once(self, derive: Callable[[Map], T]) -> T:
        """What *derive* makes of the map: made when first asked for and kept with it, since a map does not change."""
        if derive not in self._derived:
            self._derived[derive] = derive(self)
        value: T = self._derived[derive]
        return value

    @cached_property
    def steps_to(self) -> Mapping[str, Sequence[Step]]:
        """The steps by their conclusion, a node's or a step's id."""
        steps: dict[str, list[Step]] = defaultdict(list)
        for step in self.steps.values():
            if step.conclusion is not None:
                steps[step.conclusion].append(step)
        return dict(steps)

    @cached_property
    def cited(self) -> frozenset[str]:
        """The reference keys that it uses: what its nodes cite, and the article that it is of."""
        keys = {citation.key for node in self.nodes.values() for citation in node.cite}
        return frozenset(keys | {self.source} if self.source else keys)

    @cached_property
    def steps_from(self) -> Mapping[str, Sequence[Step]]:
        """The steps by each of their premises."""
        steps: dict[str, list[Step]] = defaultdict(list)
        for step in self.steps.values():
            for premise in dict.fromkeys(step.premises):
                steps[premise].append(step)
        return dict(steps)

    def to_networkx(self) -> networkx.MultiDiGraph[str]:
        """The map as a directed multigraph of networkx, steps as nodes of their own; it takes the extra ``networkx``.

        A node of the graph has ``kind`` ``"node"`` or ``"step"``, and the fields of the :class:`Node` or :class:`Step`
        as attributes. An edge has ``role``: ``premise`` and ``warrant`` lead from a node to its step, ``conclusion``
        from a step to the node or step that it is for or against, ``outweighs`` from a node to the attack that it
        outweighs, ``specifies`` and ``rephrases`` from a node to the one that it is a part or another wording of. The
        graph has the attributes ``id``, ``title``, ``source`` and ``thesis``. An id that the map names but does not
        hold is a node of the graph with ``kind`` ``"missing"``.

        Raises:
            MissingExtraError: networkx is not installed.
        """
        # By its name, as what draws a map is: see :class:`argmap.model.shown.Shown`.
        graph: networkx.MultiDiGraph[str] = import_module("argmap.api.multigraph").multigraph(self)
        return graph
