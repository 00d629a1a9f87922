"""Formulas: what is read, what is refused and where, what is printed, and what is true."""

import itertools

import pytest
from formulas import formulas
from hypothesis import given
from hypothesis import strategies as st

from argmap.logic.formulas.formula import DEEPEST, LONGEST, Clauses, FormulaError, atoms, holds, parse


def worlds(names):
    """All worlds of the atoms *names*."""
    names = sorted(set(names))
    return [dict(zip(names, row, strict=True)) for row in itertools.product((False, True), repeat=len(names))]


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("troops_leave -> not coalition_stays", "troops_leave -> (not coalition_stays)"),
        ("not a and b or c -> d <-> e", "(((((not a) and b) or c) -> d) <-> e)"),
        ("a -> b -> c", "a -> (b -> c)"),
        ("a <-> b <-> c", "(a <-> b) <-> c"),
        ("a or b and c", "a or (b and c)"),
        ("not not a", "not (not a)"),
        ("a->b", "a -> b"),
        ("  ( a )  ", "a"),
        ("true or false", "(true) or (false)"),
        ("nota and android", "(nota) and (android)"),
    ],
)
def test_connectives_bind_in_their_order(text, read):
    assert parse(text) == parse(read)


@pytest.mark.parametrize(
    ("text", "column", "remedy"),
    [
        ("", 1, "troops_leave"),
        ("   ", 1, "troops_leave"),
        ("troops-leave -> b", 7, "'troops_leave'"),
        ("a - b and c-d", 3, "'->'"),
        ("a & b", 3, "'and'"),
        ("a || b", 3, "'or'"),
        ("¬a", 1, "'not'"),
        ("a → b", 3, "'->'"),
        ("a => b", 3, "'->'"),
        ("a AND b", 3, "'and'"),
        ("Troops", 1, "'troops'"),
        ("3rd", 1, "'rd'"),
        ("_", 1, "begin with a letter"),
        ("a b", 3, "between"),
        ("a and", 3, "after it"),
        ("and a", 1, "write an atom"),
        ("a and or b", 7, "write an atom"),
        ("(a or b", 1, "close it"),
        ("a or b)", 7, "remove it"),
        ("()", 2, "write an atom"),
        ("a ? b", 3, "use atoms"),
        ("a " * LONGEST, LONGEST + 1, "characters"),
        ("not " * (DEEPEST + 5) + "a", 21, f"{DEEPEST} deep"),
    ],
)
def test_what_is_no_formula_is_refused_at_its_column(text, column, remedy):
    with pytest.raises(FormulaError) as error:
        parse(text)
    assert error.value.column == column
    assert remedy in error.value.remedy
    assert error.value.message in str(error.value)


@pytest.mark.parametrize("text", ["(" * LONGEST, "not " * 499 + "a", "a -> " * 399 + "a", "(a and " * 285 + "a"])
def test_no_nesting_exhausts_anything(text):
    with pytest.raises(FormulaError):
        parse(text)


def test_a_long_conjunction_is_not_deep():
    formula = parse(" and ".join(["a"] * 300))
    assert (len(formula.parts), formula.depth) == (300, 2)


@given(st.text(max_size=30) | st.text("ab()->< notrd_", max_size=40))
def test_any_text_is_read_or_refused(text):
    try:
        formula = parse(text)
    except FormulaError as error:
        assert 1 <= error.column <= max(1, len(text))
    else:
        assert parse(str(formula)) == formula


@given(formulas)
def test_what_is_printed_is_read_as_the_same(formula):
    again = parse(str(formula))
    assert str(again) == str(formula)
    assert list(atoms(again)) == list(atoms(formula))
    assert all(holds(again, world) is holds(formula, world) for world in worlds(atoms(formula)))


@pytest.mark.parametrize(
    ("text", "true_in"),
    [
        ("a and b", {(1, 1)}),
        ("a or b", {(1, 0), (0, 1), (1, 1)}),
        ("a -> b", {(0, 0), (0, 1), (1, 1)}),
        ("a <-> b", {(0, 0), (1, 1)}),
        ("not (a or b)", {(0, 0)}),
        ("(a or not a) and b and true", {(0, 1), (1, 1)}),
        ("(a and b) and false", set()),
    ],
)
def test_truth_tables(text, true_in):
    formula = parse(text)
    found = {(int(a), int(b)) for a in (False, True) for b in (False, True) if holds(formula, {"a": a, "b": b})}
    assert found == true_in


@given(formulas)
def test_the_clauses_of_a_formula_are_true_where_it_is(formula):
    clauses = Clauses()
    root = clauses.literal(formula)
    for world in worlds(atoms(formula)):
        fixed = {variable: world[name] for name, variable in clauses.variables.items()}
        values = propagated(clauses.clauses, fixed)
        assert values[abs(root)] is (holds(formula, world) if root > 0 else not holds(formula, world))
        assert all(any(values[abs(each)] is (each > 0) for each in clause) for clause in clauses.clauses)


def propagated(clauses, fixed):
    """The variables that follow, clause by clause, from those that are *fixed*."""
    values = dict(fixed)
    while True:
        units = [
            [each for each in clause if abs(each) not in values]
            for clause in clauses
            if not any(values.get(abs(each)) is (each > 0) for each in clause)
        ]
        new = {abs(each): each > 0 for unit in units if len(unit) == 1 for each in unit}
        if not new:
            return values
        values |= new
