"""Gradual strengths are the published ones, and come to rest."""

from __future__ import annotations

import random
from math import exp

import pytest

from argmap.logic.gradual import strength
from argmap.logic.gradual.strength import AT_REST, Gradual, Weighted, strengths

EQUATIONS = {
    Gradual.DF_QUAD: strength.df_quad,
    Gradual.QUADRATIC_ENERGY: strength.quadratic_energy,
    Gradual.EULER_BASED: strength.euler_based,
    Gradual.H_CATEGORISER: strength.h_categoriser,
}
BIPOLAR = (Gradual.DF_QUAD, Gradual.QUADRATIC_ENERGY, Gradual.EULER_BASED)


def test_the_h_categoriser_on_a_worked_example_with_a_cycle() -> None:
    """The graph of Bonzon, Delobelle, Konieczny and Maudet (AAAI 2016), as TweetyProject's examples have it."""
    attacks = [("a", "e"), ("d", "a"), ("e", "d"), ("c", "e"), ("b", "c"), ("b", "a")]
    found = strengths(Weighted(dict.fromkeys("abcde", 1.0), attacks), Gradual.H_CATEGORISER)
    assert found.converged
    assert found.steps > 0
    expected = {"a": 0.3770, "b": 1, "c": 0.5, "d": 0.6524, "e": 0.5328}
    assert found.values == pytest.approx(expected, abs=5e-5)


@pytest.mark.parametrize(
    ("semantics", "attacked", "supported", "both"),
    [
        # One argument of base score 0.5, another of 0.8; by the equations of the papers.
        (Gradual.DF_QUAD, 0.5 * 0.2, 0.5 + 0.5 * 0.8, 0.5),
        (Gradual.QUADRATIC_ENERGY, 0.5 - 0.5 * 0.64 / 1.64, 0.5 + 0.5 * 0.64 / 1.64, 0.5),
        (Gradual.EULER_BASED, 1 - 0.75 / (1 + 0.5 * exp(-0.8)), 1 - 0.75 / (1 + 0.5 * exp(0.8)), 0.5),
        (Gradual.H_CATEGORISER, 0.5 / 1.8, None, None),
    ],
)
def test_strengths_of_one_step(
    semantics: Gradual, attacked: float, supported: float | None, both: float | None
) -> None:
    def moved(attacks: list[tuple[str, str]], supports: list[tuple[str, str]]) -> float:
        found = strengths(Weighted({"a": 0.5, "b": 0.8, "c": 0.8}, attacks, supports), semantics)
        assert (found.steps, found.residual, found.converged) == (0, 0, True)
        return float(found.values["a"])

    assert moved([("b", "a")], []) == pytest.approx(attacked, abs=1e-6)
    if supported is not None:
        assert moved([], [("b", "a")]) == pytest.approx(supported, abs=1e-6)
        assert moved([("b", "a")], [("c", "a")]) == pytest.approx(both, abs=1e-6)


@pytest.mark.parametrize("semantics", BIPOLAR)
def test_a_cycle_in_which_plain_repetition_swings_comes_to_rest(semantics: Gradual) -> None:
    # One argument, ten that it attacks and that support it, ten that it supports and that attack it.
    attacked, supported = [f"b{i}" for i in range(10)], [f"c{i}" for i in range(10)]
    base = dict.fromkeys(["a", *attacked, *supported], 0.8)
    attacks = [("a", b) for b in attacked] + [(c, "a") for c in supported]
    supports = [(b, "a") for b in attacked] + [("a", c) for c in supported]
    found = strengths(Weighted(base, attacks, supports), semantics)
    assert found.converged
    assert 0 < found.residual <= AT_REST
    # Ten equal ones are equally strong, and what is attacked falls as far below as its equation says.
    assert len({round(found.values[b], 9) for b in attacked}) == 1
    assert found.values["b0"] < 0.8 < found.values["c0"]


@pytest.mark.parametrize("semantics", list(Gradual))
def test_strengths_of_random_graphs_satisfy_their_equations_and_stay_between_0_and_1(semantics: Gradual) -> None:
    chance = random.Random(8)
    for _ in range(20):
        size = chance.randint(2, 12)
        base = {a: chance.random() for a in range(size)}
        pairs = {(chance.randrange(size), chance.randrange(size)) for _ in range(2 * size)}
        attacks = {pair for pair in pairs if semantics is Gradual.H_CATEGORISER or chance.random() < 0.5}
        found = strengths(Weighted(base, attacks, pairs - attacks), semantics)
        assert found.converged
        for a, value in found.values.items():
            attackers = [found.values[b] for b, attacked in attacks if attacked == a]
            supporters = [found.values[b] for b, supported in pairs - attacks if supported == a]
            assert 0 <= value <= 1
            assert value == pytest.approx(EQUATIONS[semantics](base[a], attackers, supporters), abs=2 * AT_REST)


def test_what_is_no_circle_and_bears_on_none_need_not_be_followed(monkeypatch: pytest.MonkeyPatch) -> None:
    chance = random.Random(9)
    followed = []
    at_rest = strength.at_rest
    monkeypatch.setattr(strength, "at_rest", lambda start, *rest: followed.append(len(start)) or at_rest(start, *rest))
    for _ in range(20):
        base = {a: chance.random() for a in range(12)}
        pairs = {(chance.randrange(12), chance.randrange(12)) for _ in range(14)}
        attacks = {pair for pair in pairs if chance.random() < 0.5}
        part = strengths(Weighted(base, attacks, pairs - attacks), Gradual.QUADRATIC_ENERGY)
        # The same with a circle of its own that hangs on everything, so that all of it is followed.
        whole = strengths(
            Weighted(
                {**base, "x": 0.5, "y": 0.5},
                [*attacks, ("x", "y"), ("y", "x"), *((a, "x") for a in base)],
                pairs - attacks,
            ),
            Gradual.QUADRATIC_ENERGY,
        )
        assert part.values == pytest.approx({a: whole.values[a] for a in base}, abs=1e-6)
    assert min(followed) < 12
    assert max(followed) == 14


def test_what_has_not_converged_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("argmap.logic.gradual.strength.STEPS", 3)
    found = strengths(Weighted({"a": 1, "b": 1}, [("a", "b"), ("b", "a")]), Gradual.H_CATEGORISER)
    assert (found.steps, found.converged) == (3, False)
    assert found.residual > AT_REST


def test_many_supporters_are_no_overflow() -> None:
    base = dict.fromkeys(range(2000), 1.0) | {"a": 0.1}
    found = strengths(Weighted(base, [], [(b, "a") for b in range(2000)]), Gradual.EULER_BASED)
    assert found.values["a"] == pytest.approx(1)


def test_scores_and_names_that_make_no_sense_are_refused() -> None:
    for score in (-0.1, 1.1, float("nan")):
        with pytest.raises(ValueError, match="not between 0 and 1"):
            Weighted({"a": score}, [])
    with pytest.raises(ValueError, match="there is no argument 'b'"):
        Weighted({"a": 1}, [], [("b", "a")])
    with pytest.raises(ValueError, match="attacks only"):
        strengths(Weighted({"a": 1, "b": 1}, [], [("b", "a")]), Gradual.H_CATEGORISER)
