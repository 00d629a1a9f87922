"""Complete and preferred extensions, one strongly connected component after the other.

Both semantics are SCC-recursive (Baroni, Giacomin and Guida, Artificial Intelligence 168, 2005): what may be chosen in
a component depends on what was chosen in those that attack it, and no choice can turn out to be wrong later. So a
large framework takes many small questions instead of a large one, and extensions come out one by one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from argmap.logic import sat
from argmap.logic.frameworks import encoding, small
from argmap.logic.frameworks.encoding import Labels
from argmap.logic.frameworks.grounded import Labelling

# The sets that can be accepted of arguments that a labelling left undecided in a component: each time that one is
# asked for, the labelling is as it was.
Choices = Callable[[Labelling, list[int], float | None], Iterator[Sequence[int]]]


def complete(labelling: Labelling, free: list[int], until: float | None) -> Iterator[Sequence[int]]:
    """Those of the complete extensions, in no order."""
    with _labels(labelling, free, until) as labels:
        while labels.solve():
            accepted = set(labels.accepted())
            yield [free[i - 1] for i in accepted]
            labels.add([-i if i in accepted else i for i in labels.numbers])


def preferred(labelling: Labelling, free: list[int], until: float | None) -> Iterator[Sequence[int]]:
    """Those of the preferred extensions: each is grown from a complete one, and its subsets are ruled out."""
    known = None
    if len(free) <= small.MOST:
        known = small.preferred(labelling, free)
        yield known
    with _labels(labelling, free, until) as labels:
        labels.prefer(labels.numbers)
        if known is not None:
            labels.add([i for i, a in enumerate(free, 1) if a not in known])
        while labels.solve():
            accepted = labels.grown(labels.accepted(), labels.numbers)
            yield [free[i - 1] for i in accepted]
            labels.add([i for i in labels.numbers if i not in accepted])


def _labels(labelling: Labelling, free: list[int], until: float | None) -> Labels:
    """A solver for complete extensions of the arguments *free*, without those that an undecided one outside attacks."""
    part = labelling.graph.part(free)
    blocked = {i for i, a in enumerate(free, 1) if labelling.left[a] > part.indegree[i]}
    return Labels(part, encoding.complete(part, blocked), until=until)


def one_preferred(labelling: Labelling, until: float | None = None) -> list[int]:
    """A preferred extension that holds what a complete *labelling* accepts, which follows the choices."""
    labels, left, targets = labelling.labels, labelling.left, labelling.graph.targets
    # What attacks its only attacker can be accepted without more ado, and often that leaves little to choose.
    for a in labelling.undecided():
        if left[a] == 1 and not labels[a] and any(a in targets[b] for b in targets[a] if not labels[b] and b != a):
            labelling.accept([a])
    for component in _components(labelling):
        sat.in_time(until)
        free = _free(labelling, component)
        if free:
            labelling.accept(next(preferred(labelling, free, until)))
    return labelling.accepted()


def extensions(labelling: Labelling, choices: Choices, until: float | None = None) -> Iterator[list[int]]:
    """Every extension that holds what a complete *labelling* accepts, where *choices* says which a component has.

    The labelling follows the choices.
    """
    order = _components(labelling)
    stack: list[Iterator[bool]] = []
    while True:
        sat.in_time(until)
        if len(stack) < len(order):
            stack.append(_chosen(labelling, order[len(stack)], choices, until))
        else:
            yield labelling.accepted()
        while stack and not next(stack[-1], False):
            stack.pop()
        if not stack:
            return


def _chosen(labelling: Labelling, component: list[int], choices: Choices, until: float | None) -> Iterator[bool]:
    """Label *component* in each way that is open to it, after those that attack it were labelled."""
    free = _free(labelling, component)
    for chosen in choices(labelling, free, until) if free else [()]:
        decided = labelling.accept(chosen)
        yield True
        labelling.undo(decided)


def _components(labelling: Labelling) -> list[list[int]]:
    """What hangs together of what is undecided, attackers first; what stands alone has no choice."""
    return [component for component in labelling.graph.strong_components(labelling.labels) if len(component) > 1]


def _free(labelling: Labelling, component: list[int]) -> list[int]:
    """What is undecided of a component, if that leaves a choice.

    A single argument attacks itself, or is attacked by what stays undecided.
    """
    free = [a for a in component if not labelling.labels[a]]
    return free if len(free) > 1 else []
