"""How strong the statements of a map are."""

import pytest
from marked import loaded

from argmap.logic.gradual.strength import Gradual
from argmap.model import Qualifier
from argmap.weigh.sensitivity import sensitivities
from argmap.weigh.strength import BASES, measure_strength


def values(nodes: str) -> dict[str, float]:
    return {id: round(value, 4) for id, value in measure_strength(loaded(nodes)).values.items()}


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
    assert measure_strength(loaded(nodes)).semantics is Gradual.DF_QUAD


def test_circles_are_weighed_by_quadratic_energy_and_come_to_rest():
    found = measure_strength(loaded("nodes: {a: {claim: A., attacked_by: b}, b: {claim: B., attacked_by: a}}"))
    assert found.semantics is Gradual.QUADRATIC_ENERGY
    assert found.converged
    assert found.values["a"] == pytest.approx(found.values["b"])
    assert 0 < found.values["a"] < 0.5


def test_what_a_strength_hangs_on_is_worked_out_by_hand():
    # a = 0.5 + 0.5 (d - b c), where all begin at 0.5 and b and c are needed together; e bears on nothing.
    nodes = "nodes: {a: {claim: A., attacked_by: {premises: [b, c]}, supported_by: d}, b: {claim: B.}, c: {claim: C.},"
    found = sensitivities(loaded(f"{nodes} d: {{claim: D.}}, e: {{claim: E.}}}}"), ["a"])["a"]
    assert found.by == pytest.approx({"d": 0.5, "b": -0.25, "c": -0.25})
    assert next(iter(found.by)) == "d"
    assert found.converged
    # at worst a begins at 0.4, d at 0.4, b and c at 0.6: 0.4 + 0.6 (0.4 - 0.36); at best at 0.6, 0.6, 0.4
    assert (found.low, found.high) == pytest.approx((0.4 + 0.6 * 0.04, 0.6 + 0.4 * 0.44))
    assert not found.keeps_side


def test_an_undercut_bears_on_what_its_target_supports():
    nodes = "nodes: {a: {claim: A., supported_by: {premises: b, undercut_by: c}}, b: {claim: B.}, c: {claim: C.}}"
    found = sensitivities(loaded(nodes), ["a"])["a"]
    # a = 0.5 + 0.5 b (1 - c)
    assert found.by == pytest.approx({"b": 0.25, "c": -0.25})
    assert (found.low, found.high) == pytest.approx((0.4 + 0.6 * 0.4 * 0.4, 0.6 + 0.4 * 0.6 * 0.6))


def test_a_strength_keeps_its_side_of_a_half_where_its_bounds_do():
    nodes = "nodes: {a: {claim: A., qualifier: certain}, b: {claim: B., qualifier: possible}, c: {claim: C.}}"
    found = sensitivities(loaded(nodes), ["a", "b", "c"])
    assert {id: each.keeps_side for id, each in found.items()} == {"a": True, "b": True, "c": False}
    assert (found["a"].by, found["b"].low, found["b"].high) == ({}, pytest.approx(0.25), pytest.approx(0.45))


@pytest.mark.parametrize("circle", [True, False])
def test_what_a_strength_hangs_on_is_what_moves_it(circle, monkeypatch):
    nodes = (
        "nodes: {a: {claim: A., supported_by: [b, {premises: [c, d]}]}, b: {claim: B., attacked_by: c},"
        f" c: {{claim: C.{', attacked_by: b' if circle else ''}}}, d: {{claim: D., qualifier: possible}}}}"
    )
    found = sensitivities(loaded(nodes), ["a"])["a"]
    before = measure_strength(loaded(nodes))
    assert before.semantics is (Gradual.QUADRATIC_ENERGY if circle else Gradual.DF_QUAD)
    monkeypatch.setitem(BASES, Qualifier.POSSIBLE, 0.35 + 1e-5)
    moved = measure_strength(loaded(nodes)).values["a"] - before.values["a"]
    assert found.by["d"] == pytest.approx(moved / 1e-5, rel=1e-2)
    assert found.low < before.values["a"] < found.high
