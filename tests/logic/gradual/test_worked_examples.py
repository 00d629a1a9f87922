"""Worked examples of gradual strength, with the strengths that others published.

Each says where its numbers stand, and to how many digits. All were worked out a second time by the papers' equations.
"""

from __future__ import annotations

from math import exp
from typing import NamedTuple

import pytest

from argmap.logic.gradual.strength import Gradual, Weighted, strengths


class Worked(NamedTuple):
    """A graph, pairs being sources and targets as words, and the strengths, to within *abs*."""

    semantics: Gradual
    base: dict[str, float]
    attacks: str
    supports: str
    published: dict[str, float]
    abs: float = 1e-9


STOCK = {"Buy": 0.5, "Sell": 0.5, "1": 0.8, "2": 0.7, "3": 0.3, "4": 0.9, "5": 0.9}
SIX = {"a": 0.5, "b": 0.2, "c": 0.85, "d": 0.65, "e": 0.4, "f": 1.0}
BASES = {"A1": 0.5, "A2": 0.5, "P1": 0.7, "P2": 0.5, "P3": 0.9, "C1": 0.2, "C2": 0.2, "C3": 0.6, "C4": 0.5}

EXAMPLES = {
    # The debate of Rago and Toni's opinion polls, as Uncertainpy has it: examples/gradual/BAG/RagoEtAlEDemocracy.bag,
    # and the output of computeStrengthValues in examples/gradual/gradual_argumentation_examples.ipynb.
    "e-democracy, DF-QuAD": Worked(
        Gradual.DF_QUAD, BASES, "C1-A2 C2-P2 C3-P2 C4-P2", "P1-A1 P2-A1 P3-A2",
        BASES | {"A1": 0.862, "A2": 0.85, "P2": 0.08},
    ),
    # QBAF-Py, tests/test_cycles.py: two that attack each other, of which one cannot be doubted.
    "mutual attack, DF-QuAD": Worked(
        Gradual.DF_QUAD, {"a": 1.0, "b": 0.5}, "a-b b-a", "", {"a": 1.0, "b": 0.0}, 1e-6
    ),
    "mutual attack on a stronger one, DF-QuAD": Worked(
        Gradual.DF_QUAD, {"a": 1.0, "b": 0.8}, "a-b b-a", "", {"a": 1.0, "b": 0.0}, 1e-6
    ),
    # Čyras's QDT, exampleQDT.ipynb, "Example 4.1", and example01.ipynb.
    "QDT 4.1, quadratic energy": Worked(
        Gradual.QUADRATIC_ENERGY, SIX, "c-a e-b f-c", "b-a d-a e-c",
        SIX | {"a": 0.51875517241626, "b": 0.172413793103448, "c": 0.625},
    ),
    "QDT 01, quadratic energy": Worked(
        Gradual.QUADRATIC_ENERGY, {"a": 0.5, "b": 0.5, "c": 0.5, "d": 0.5, "e": 1.0}, "c-a e-c", "b-a d-a e-b",
        {"a": 0.75, "b": 0.75, "c": 0.25, "d": 0.5, "e": 1.0},
    ),
    # Uncertainpy's stock example, which has a circle: strengths of the same notebook, which stops when none moves by
    # more than 0.001; the graph as in notebooks/demo_solver.ipynb of orange3-argument, which takes it from there.
    "stock, quadratic energy": Worked(
        Gradual.QUADRATIC_ENERGY, STOCK, "Buy-Sell Sell-Buy 2-1 3-2 4-3 5-1", "1-Sell 2-Buy 4-2 5-Buy",
        STOCK | {"Buy": 0.8208, "Sell": 0.3635, "1": 0.2049, "2": 0.8050, "3": 0.1658}, 2e-3,
    ),
    # orange3-argument, tests/test_influence.py: 0.84 and 0.76, to within a hundredth of them.
    "one supporter, Euler": Worked(
        Gradual.EULER_BASED, {"a": 0.8, "b": 0.5}, "", "b-a", {"a": 0.84, "b": 0.5}, 0.0084
    ),
    "one attacker, Euler": Worked(
        Gradual.EULER_BASED, {"a": 0.8, "b": 0.5}, "b-a", "", {"a": 0.76, "b": 0.5}, 0.0076
    ),
    # Not published but computed by hand, for want of a longer example that is: c attacks b, and b supports a.
    "a chain, Euler, by hand": Worked(
        Gradual.EULER_BASED, {"a": 0.4, "b": 0.5, "c": 0.6}, "c-b", "b-a",
        {"c": 0.6, "b": 1 - 0.75 / (1 + 0.5 * exp(-0.6)), "a": 0.4761871288},
    ),
}  # fmt: skip


def pairs(words: str) -> list[tuple[str, str]]:
    return [(source, target) for source, _, target in (word.partition("-") for word in words.split())]


@pytest.mark.parametrize("name", EXAMPLES)
def test_strengths_are_those_that_others_published(name: str) -> None:
    worked = EXAMPLES[name]
    graph = Weighted(worked.base, pairs(worked.attacks), pairs(worked.supports))
    found = strengths(graph, worked.semantics)
    assert found.converged
    assert found.values == pytest.approx(worked.published, abs=worked.abs)
