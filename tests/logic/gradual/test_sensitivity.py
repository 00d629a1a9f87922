"""How far strengths hang on base scores: derivatives against small differences, bounds against draws within them."""

from __future__ import annotations

import random

import pytest

from argmap.logic.gradual.sensitivity import attribution, bounds
from argmap.logic.gradual.strength import Gradual, Weighted, strengths

BIPOLAR = (Gradual.DF_QUAD, Gradual.QUADRATIC_ENERGY, Gradual.EULER_BASED)
Pairs = set[tuple[int, int]]


def drawn(chance: random.Random, semantics: Gradual, *, acyclic: bool) -> tuple[dict[int, float], Pairs, Pairs]:
    """Base scores, attacks and supports of a random graph."""
    size = chance.randint(2, 9)
    base = {a: chance.uniform(0.05, 0.95) for a in range(size)}
    pairs = {(chance.randrange(size), chance.randrange(size)) for _ in range(2 * size)}
    if acyclic:
        pairs = {(max(pair), min(pair)) for pair in pairs if pair[0] != pair[1]}
    attacks = {pair for pair in pairs if semantics is Gradual.H_CATEGORISER or chance.random() < 0.5}
    return base, attacks, pairs - attacks


@pytest.mark.parametrize("acyclic", [True, False])
@pytest.mark.parametrize("semantics", list(Gradual))
def test_derivatives_are_those_of_small_differences(semantics: Gradual, acyclic: bool) -> None:
    chance = random.Random(3)
    differing = circles = 0
    for _ in range(40):
        base, attacks, supports = drawn(chance, semantics, acyclic=acyclic)
        graph = Weighted(base, attacks, supports)
        circles += graph.is_cyclic
        found = attribution(graph, strengths(graph, semantics), 0)
        assert found.converged
        for a in base:
            up, down = (
                strengths(Weighted(base | {a: base[a] + step}, attacks, supports), semantics).values[0]
                for step in (1e-5, -1e-5)
            )
            assert found.values.get(a, 0) == pytest.approx((up - down) / 2e-5, abs=2e-4)
            differing += abs(up - down) > 1e-7
    assert differing > 90
    assert (circles == 0) if acyclic else (circles > 20)


def test_derivatives_worked_out_by_hand() -> None:
    # a = 0.5 + 0.5 (b + c - b c) with b = 0.6, c = 0.2: by b 0.5 (1 - c), by c 0.5 (1 - b), by a 1 - (b + c - b c).
    graph = Weighted({"a": 0.5, "b": 0.6, "c": 0.2}, [], [("b", "a"), ("c", "a")])
    found = attribution(graph, strengths(graph, Gradual.DF_QUAD), "a")
    assert found.values == pytest.approx({"a": 0.32, "b": 0.4, "c": 0.2})
    # d attacks b, with 0.5: b = 0.3, and a rises by 0.4 times as much as b, which d lowers by 0.6 and scales by 0.5.
    graph = Weighted({"a": 0.5, "b": 0.6, "c": 0.2, "d": 0.5}, [("d", "b")], [("b", "a"), ("c", "a")])
    found = attribution(graph, strengths(graph, Gradual.DF_QUAD), "a")
    assert found.values == pytest.approx({"a": 0.8 * 0.7, "b": 0.4 * 0.5, "c": 0.5 * 0.7, "d": -0.4 * 0.6})
    # What does not bear on an argument has no part in it.
    assert set(attribution(graph, strengths(graph, Gradual.DF_QUAD), "b").values) == {"b", "d"}


def test_at_a_bend_the_derivative_is_that_of_the_side_that_there_is() -> None:
    # c, of no strength, attacks b, which begins at 1 and attacks a: the more c has, the less b, the more a.
    graph = Weighted({"a": 0.5, "b": 1.0, "c": 0.0}, [("b", "a"), ("c", "b")])
    found = attribution(graph, strengths(graph, Gradual.DF_QUAD), "a")
    assert found.values == pytest.approx({"a": 0.0, "b": -0.5, "c": 0.5})
    # b and c balance: towards attack a loses by its 0.2, and not by the 0.8 above it.
    graph = Weighted({"a": 0.2, "b": 0.6, "c": 0.6}, [("b", "a")], [("c", "a")])
    found = attribution(graph, strengths(graph, Gradual.DF_QUAD), "a")
    assert found.values == pytest.approx({"a": 1.0, "b": -0.2, "c": 0.2})


def test_a_circle_adds_up_what_goes_round_in_it() -> None:
    # a and b attack each other, s = w / (1 + t): da/dw = s_w / (1 - s_t t_s), where s_t = -w / (1 + t)^2.
    graph = Weighted({"a": 1.0, "b": 1.0}, [("a", "b"), ("b", "a")])
    golden = (5**0.5 - 1) / 2
    found = attribution(graph, strengths(graph, Gradual.H_CATEGORISER), "a")
    assert found.converged
    slope = -1 / (1 + golden) ** 2
    assert found.values["a"] == pytest.approx(1 / (1 + golden) / (1 - slope**2), abs=1e-6)
    assert found.values["b"] == pytest.approx(slope / (1 + golden) / (1 - slope**2), abs=1e-6)


def test_what_did_not_come_to_rest_is_called_a_guess(monkeypatch: pytest.MonkeyPatch) -> None:
    graph = Weighted({"a": 1.0, "b": 1.0}, [("a", "b"), ("b", "a")])
    found = strengths(graph, Gradual.H_CATEGORISER)
    assert not attribution(graph, found._replace(residual=1.0), "a").converged
    monkeypatch.setattr("argmap.logic.gradual.strength.STEPS", 1)
    assert not attribution(graph, found, "a").converged
    assert not bounds(graph, Gradual.H_CATEGORISER, "a", "ab", 0.1)[1]


@pytest.mark.parametrize("acyclic", [True, False])
@pytest.mark.parametrize("semantics", list(Gradual))
def test_no_strength_lies_outside_of_its_bounds(semantics: Gradual, acyclic: bool) -> None:
    chance = random.Random(4)
    tight = 0
    for _ in range(25):
        base, attacks, supports = drawn(chance, semantics, acyclic=acyclic)
        moving = [a for a in base if chance.random() < 0.7]
        found, converged = bounds(Weighted(base, attacks, supports), semantics, base, moving, 0.1)
        assert converged
        assert all(low - 1e-9 <= high for low, high in found.values())
        lowest = 1.0
        for _ in range(12):
            moved = {a: base[a] + chance.choice((-0.1, 0.1, chance.uniform(-0.1, 0.1))) for a in moving}
            clipped = {a: min(max(score, 0.0), 1.0) for a, score in (base | moved).items()}
            for a, value in strengths(Weighted(clipped, attacks, supports), semantics).values.items():
                assert found[a][0] - 1e-6 <= value <= found[a][1] + 1e-6
                lowest = min(lowest, value - found[a][0] if a == 0 else 1)
        tight += lowest < 0.02
    assert tight > 5


def test_bounds_are_reached_where_nothing_speaks_for_and_against() -> None:
    # b supports and c attacks: the worst is both bases moved against a, and a's own down.
    graph = Weighted({"a": 0.5, "b": 0.6, "c": 0.2}, [("c", "a")], [("b", "a")])
    found, _ = bounds(graph, Gradual.DF_QUAD, "a", "abc", 0.1)
    worst = strengths(Weighted({"a": 0.4, "b": 0.5, "c": 0.3}, [("c", "a")], [("b", "a")]), Gradual.DF_QUAD)
    best = strengths(Weighted({"a": 0.6, "b": 0.7, "c": 0.1}, [("c", "a")], [("b", "a")]), Gradual.DF_QUAD)
    assert found["a"] == pytest.approx((worst.values["a"], best.values["a"]))
    still, _ = bounds(graph, Gradual.DF_QUAD, "a", [], 0.1)
    assert still["a"] == pytest.approx((0.7, 0.7))


def test_base_scores_move_no_further_than_0_and_1() -> None:
    found, _ = bounds(Weighted({"a": 0.05, "b": 0.95}, []), Gradual.DF_QUAD, "ab", "ab", 0.1)
    assert found == {"a": (0.0, pytest.approx(0.15)), "b": (pytest.approx(0.85), 1.0)}
