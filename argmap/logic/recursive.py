"""Complete and preferred extensions, one strongly connected component after the other.

Both semantics are SCC-recursive (Baroni, Giacomin and Guida, Artificial Intelligence 168, 2005): what may be chosen in
a component depends on what was chosen in those that attack it, and no choice can turn out to be wrong later. So a
large framework takes many small questions instead of a large one, and extensions come out one by one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from argmap.logic import encoding
from argmap.logic.encoding import Labels
from argmap.logic.grounded import IN, OUT, UNDECIDED

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Sequence

    from argmap.logic.graph import Graph


class Choices(Protocol):
    """The extensions of a component in which some arguments are *blocked*: attacked by an undecided one outside."""

    def __call__(self, graph: Graph, blocked: Container[int], until: float | None) -> Iterator[Sequence[int]]:
        """Each extension as numbers of *graph*."""


def complete(graph: Graph, blocked: Container[int], until: float | None) -> Iterator[Sequence[int]]:
    """The complete extensions, in no order."""
    with Labels(graph, encoding.complete(graph, blocked), until=until) as labels:
        while labels.solve():
            accepted = set(labels.accepted())
            yield sorted(accepted)
            labels.add([-a if a in accepted else a for a in graph.numbers])


def preferred(graph: Graph, blocked: Container[int], until: float | None) -> Iterator[Sequence[int]]:
    """The preferred extensions: each is grown from a complete one, and its subsets are ruled out."""
    with Labels(graph, encoding.complete(graph, blocked), until=until) as labels:
        labels.prefer(graph.numbers)
        while labels.solve():
            accepted = labels.grown(labels.accepted(), graph.numbers)
            yield sorted(accepted)
            labels.add([a for a in graph.numbers if a not in accepted])


def extensions(
    graph: Graph, choices: Choices, until: float | None = None, fixed: tuple[Sequence[int], Sequence[int]] = ((), ())
) -> Iterator[list[int]]:
    """Every extension of *graph*, where *choices* says which a component has.

    *fixed* is a set of arguments that nothing outside of it attacks, and the extension that is kept of it.
    """
    settled, kept = fixed
    labels = bytearray(graph.size + 1)
    for a in kept:
        labels[a] = IN
    for a in settled:
        if any(labels[b] == IN for b in graph.attackers[a]):
            labels[a] = OUT
    if settled:
        inside = set(settled)
        rest = [a for a in graph.numbers if a not in inside]
        order = [[rest[i - 1] for i in component] for component in graph.part(rest).strong_components()]
    else:
        order = graph.strong_components()
    stack: list[tuple[int, Iterator[bool]]] = []
    at = 0
    while True:
        while at < len(order) and len(order[at]) == 1:
            _decide(graph, labels, order[at][0])
            at += 1
        if at < len(order):
            stack.append((at, _chosen(graph, labels, order[at], choices, until)))
        else:
            yield [a for a in graph.numbers if labels[a] == IN]
        while stack and not next(stack[-1][1], False):
            stack.pop()
        if not stack:
            return
        at = stack[-1][0] + 1


def _decide(graph: Graph, labels: bytearray, argument: int) -> None:
    """Label an argument that is a component of its own: there is no choice."""
    labels[argument] = UNDECIDED
    attackers = {labels[b] for b in graph.attackers[argument]}  # its own label among them where it attacks itself
    if IN in attackers:
        labels[argument] = OUT
    elif UNDECIDED not in attackers:
        labels[argument] = IN


def _chosen(
    graph: Graph, labels: bytearray, component: list[int], choices: Choices, until: float | None
) -> Iterator[bool]:
    """Label *component* in each way that is open to it, after those that attack it were labelled."""
    attackers = graph.attackers
    for a in component:
        labels[a] = UNDECIDED
    inside = set(component)
    free, blocked = [], set()
    for a in component:
        outer = {labels[b] for b in attackers[a] if b not in inside}
        if IN in outer:
            labels[a] = OUT
        else:
            free.append(a)
            if UNDECIDED in outer:
                blocked.add(len(free))
    part = graph.part(free)
    for chosen in choices(part, blocked, until):
        for a in free:
            labels[a] = UNDECIDED
        for i in chosen:
            labels[free[i - 1]] = IN
        for i in chosen:
            for j in part.targets[i]:
                labels[free[j - 1]] = OUT
        yield True
