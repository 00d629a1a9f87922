"""What formulas say together, against all worlds one by one."""

import random
from itertools import combinations, product

import pytest
from formulas import formulas
from hypothesis import given
from hypothesis import strategies as st

from argmap.logic.formulas.formula import atoms, holds, parse
from argmap.logic.formulas.mus import conflicts, shrink
from argmap.logic.formulas.theory import Theory
from argmap.logic.sat import CertificateError, UndecidedError


def satisfiable(chosen):
    """Whether some world makes all formulas *chosen* true."""
    names = sorted({name for formula in chosen for name in atoms(formula)})
    worlds = (dict(zip(names, row, strict=True)) for row in product((False, True), repeat=len(names)))
    return any(all(holds(formula, world) for formula in chosen) for world in worlds)


def minimal(formulas):
    """The minimal unsatisfiable subsets, by looking at all subsets."""
    found = []
    for size in range(len(formulas) + 1):
        for subset in combinations(range(len(formulas)), size):
            known = any(set(each) <= set(subset) for each in found)
            if not known and not satisfiable([formulas[number] for number in subset]):
                found.append(subset)
    return found


@given(st.lists(formulas, max_size=5))
def test_all_minimal_sets_are_found(chosen):
    with Theory(chosen) as theory:
        found = conflicts(theory, range(len(chosen)), limit=1000)
    assert found == (tuple(minimal(chosen)), False)


@given(st.lists(formulas, min_size=1, max_size=5))
def test_one_minimal_set_is_found_where_there_is_one(chosen):
    everything = range(len(chosen))
    with Theory(chosen) as theory:
        if satisfiable(chosen):
            with pytest.raises(ValueError, match="true together"):
                shrink(theory, everything)
        else:
            assert shrink(theory, everything) in minimal(chosen)


@given(st.lists(formulas, min_size=2, max_size=4))
def test_a_conclusion_follows_or_has_a_counterexample(chosen):
    *premises, conclusion = chosen
    with Theory(chosen) as theory:
        world = theory.counterexample(range(len(premises)), len(premises))
    if world is None:
        assert not satisfiable([*premises, parse(f"not ({conclusion})")])
    else:
        assert all(holds(premise, world) for premise in premises)
        assert not holds(conclusion, world)


@given(st.lists(formulas, min_size=1, max_size=4))
def test_what_is_decided_is_what_follows(chosen):
    names = {name for formula in chosen for name in atoms(formula)}
    with Theory(chosen) as theory:
        decided = theory.decided(range(len(chosen)))
    if decided is None:
        assert not satisfiable(chosen)
        return
    for name in names:
        can_be = {value for value in (True, False) if satisfiable([*chosen, parse(name if value else f"not {name}")])}
        assert can_be == ({decided[name]} if name in decided else {True, False})


def pairs(count):
    """*count* pairs of formulas that exclude each other."""
    return [parse(text) for at in range(count) for text in (f"p{at}", f"not p{at}")]


def test_the_bound_is_kept_and_said():
    chosen = pairs(5)
    with Theory(chosen) as theory:
        some, exactly, all_ = (conflicts(theory, range(10), most) for most in (3, 5, 6))
    assert (len(some.subsets), some.truncated) == (3, True)
    assert exactly == all_ == (((0, 1), (2, 3), (4, 5), (6, 7), (8, 9)), False)


def test_what_takes_too_long_is_undecided():
    with Theory(pairs(2), until=0.0) as theory:
        assert conflicts(theory, range(4)) == ((), True)
        with pytest.raises(UndecidedError):
            theory.world([0, 1])


def test_a_contradiction_among_many_atoms_is_confirmed_by_a_solver_of_its_own():
    chain = [parse(f"x{at} -> x{at + 1}") for at in range(20)]
    chosen = [parse("x0"), *chain, parse("not x20"), parse("y"), parse("y or x3")]
    random.Random(1).shuffle(chosen)
    with Theory(chosen) as theory:
        (subset,) = conflicts(theory, range(len(chosen))).subsets
        assert {str(chosen[number]) for number in subset} == {"x0", "not x20", *map(str, chain)}
        assert theory.refuted(subset)
        assert not theory.refuted(subset[1:])


def test_a_solver_that_lies_is_caught(monkeypatch):
    with Theory([parse("a"), parse("b")]) as theory:
        monkeypatch.setattr("argmap.logic.formulas.theory.Sat.model", lambda self: [])
        with pytest.raises(CertificateError):
            theory.world([0])
        monkeypatch.setattr("argmap.logic.formulas.theory.Sat.solve", lambda self, assumptions=(): False)
        monkeypatch.setattr("argmap.logic.formulas.theory.Sat.core", lambda self: [1, 2])
        with pytest.raises(CertificateError):
            shrink(theory, range(2))
