"""How strong the statements of a map are, between 0 and 1."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from argmap.logic.gradual.strength import Gradual, Strengths, Weighted, strengths
from argmap.model import Map, Qualifier
from argmap.weigh.argument import Argument, Part
from argmap.weigh.framework import build_framework, supports

NEUTRAL = 0.5
BASES = {
    Qualifier.CERTAIN: 0.8,
    Qualifier.LIKELY: 0.65,
    Qualifier.POSSIBLE: 0.35,
    Qualifier.CONDITIONAL: 0.35,
}
"""How far a statement holds before anything speaks for or against it, by how surely the text says it; a convention."""


class Strength(NamedTuple):
    """The strength of each node, by which semantics, and whether it came to rest."""

    values: Mapping[str, float]
    semantics: Gradual
    converged: bool


def measure_strength(map: Map) -> Strength:
    """The strengths of a map's nodes: by DF-QuAD, and by quadratic energy where arguments stand in circles."""
    result = map.once(graded)
    values = {argument.id: value for argument, value in result.values.items() if argument.part is Part.NODE}
    return Strength(values, result.semantics, result.converged)


def graded(map: Map) -> Strengths:
    """The strengths of all arguments of a map."""
    graph = map.once(weighted)
    return strengths(graph, Gradual.QUADRATIC_ENERGY if graph.is_cyclic else Gradual.DF_QUAD)


def weighted(map: Map) -> Weighted:
    """The arguments of a map with what each begins at, and what attacks and supports what.

    The arguments and attacks are those of :func:`argmap.weigh.build_framework`; a step that supports adds to its
    conclusion. A statement begins at :data:`NEUTRAL`, or where its qualifier puts it, and a step at 1: what its
    premises lack is taken from it by the arguments between, so that under DF-QuAD a linked step is as strong as the
    product of its premises, and one that is undercut loses by how strong the undercut is.
    """
    attack_framework = map.once(build_framework)
    base = {argument: _base(map, argument) for argument in attack_framework.arguments}
    supporting = [pair for pair in supports(map) if pair[0] in base and pair[1] in base]
    return Weighted(base, attack_framework.attacks(), supporting)


def _base(map: Map, argument: Argument) -> float:
    if argument.part is not Part.NODE:
        return 1
    qualifier = map.nodes[argument.id].qualifier
    return NEUTRAL if qualifier is None else BASES[qualifier]
