"""How strong the statements of a map are."""

import pytest
from test_weigh_framework import loaded

from argmap.logic.strength import Gradual
from argmap.weigh.strength import strength


def values(nodes: str) -> dict[str, float]:
    return {id: round(value, 4) for id, value in strength(loaded(nodes)).values.items()}


@pytest.mark.parametrize(
    ("nodes", "expected"),
    [
        ("nodes: {a: {claim: A.}}", {"a": 0.5}),
        ("nodes: {a: {claim: A., qualifier: certain}, b: {claim: B., qualifier: possible}}", {"a": 0.8, "b": 0.35}),
        # DF-QuAD by hand: 0.5 + 0.5 * 0.5, and 0.5 - 0.5 * 0.5
        ("nodes: {a: {claim: A., supported_by: b}, b: {claim: B.}}", {"a": 0.75, "b": 0.5}),
        ("nodes: {a: {claim: A., attacked_by: b}, b: {claim: B.}}", {"a": 0.25, "b": 0.5}),
        # two supports, and two premises that are needed together
        (
            "nodes: {a: {claim: A., supported_by: [b, c]}, b: {claim: B.}, c: {claim: C.}}",
            {"a": 0.875, "b": 0.5, "c": 0.5},
        ),
        (
            "nodes: {a: {claim: A., supported_by: {premises: [b, c]}}, b: {claim: B.}, c: {claim: C.}}",
            {"a": 0.625, "b": 0.5, "c": 0.5},
        ),
        # an undercut takes half of the step
        (
            "nodes: {a: {claim: A., supported_by: {premises: b, undercut_by: c}}, b: {claim: B.}, c: {claim: C.}}",
            {"a": 0.625, "b": 0.5, "c": 0.5},
        ),
        ("nodes: {a: {claim: A., stance: rejected}}", {"a": 0.0}),
    ],
)
def test_strengths_are_those_worked_out_by_hand(nodes, expected):
    assert values(nodes) == expected
    assert strength(loaded(nodes)).semantics is Gradual.DF_QUAD


def test_circles_are_weighed_by_quadratic_energy_and_come_to_rest():
    found = strength(loaded("nodes: {a: {claim: A., attacked_by: b}, b: {claim: B., attacked_by: a}}"))
    assert found.semantics is Gradual.QUADRATIC_ENERGY
    assert found.converged
    assert found.values["a"] == pytest.approx(found.values["b"])
    assert 0 < found.values["a"] < 0.5
