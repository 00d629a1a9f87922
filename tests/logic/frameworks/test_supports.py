"""Supports as attacks, by what support is taken to mean."""

from __future__ import annotations

import pytest

from argmap.logic import Framework, Semantics
from argmap.logic.frameworks import tasks
from argmap.logic.frameworks.supports import Unsupported, deductive, evidential, necessary


def preferred(framework: Framework) -> list[tuple[object, ...]]:
    return sorted(tasks.extensions(framework, Semantics.PREFERRED), key=repr)


def test_deductive_and_necessary_support_differ_as_published() -> None:
    given = ("abcx", [("x", "c")], [("a", "x"), ("b", "c")])
    assert preferred(deductive(*given)) == [("a", "x")]
    assert preferred(necessary(*given)) == [("a", "b", "x")]
    assert set(deductive(*given).attacks()) == {("x", "c"), ("x", "b"), ("a", "c"), ("a", "b")}


def test_implications_are_chained() -> None:
    # a supports b supports c, and x attacks c: deductively all fall; necessarily only c does.
    given = ("abcx", [("x", "c")], [("a", "b"), ("b", "c")])
    assert preferred(deductive(*given)) == [("x",)]
    assert preferred(necessary(*given)) == [("a", "b", "x")]
    # x attacks a: necessarily all fall; deductively only a does.
    given = ("abcx", [("x", "a")], [("a", "b"), ("b", "c")])
    assert preferred(deductive(*given)) == [("b", "c", "x")]
    assert preferred(necessary(*given)) == [("x",)]


def test_supports_in_a_circle_stand_and_fall_together() -> None:
    given = ("abx", [("x", "a")], [("a", "b"), ("b", "a")])
    assert preferred(deductive(*given)) == preferred(necessary(*given)) == [("x",)]


def test_what_has_lost_all_its_supporters_has_no_evidence() -> None:
    arguments, supports = ("e", "f", "a", "b", "x"), [("e", "a"), ("f", "a"), ("a", "b")]
    assert preferred(evidential(arguments, [], supports)) == [("e", "f", "a", "b", "x")]
    one_left = evidential(arguments, [("x", "e")], supports)
    assert preferred(one_left) == [("f", "a", "b", "x")]
    none_left = evidential(arguments, [("x", "e"), ("x", "f")], supports)
    assert preferred(none_left) == [("x", Unsupported("a"), Unsupported("b"))]
    # Whoever says what evidence is says that nothing else is.
    assert preferred(evidential("ab", [], [], evidence=["a"])) == [("a", Unsupported("b"))]


def test_evidence_does_not_come_from_a_circle() -> None:
    with pytest.raises(ValueError, match="circle: 'a', 'b'"):
        evidential("abc", [], [("a", "b"), ("b", "a"), ("b", "c")])
    # With evidence among them there is no circle without it.
    assert preferred(evidential("ab", [], [("a", "b"), ("b", "a")], evidence=["a"])) == [("a", "b")]


def test_more_attacks_than_can_be_kept_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("argmap.logic.frameworks.supports.MOST_ATTACKS", 100)
    with pytest.raises(ValueError, match="more than 100"):
        deductive(range(50), [(49, 0)], [(a, a + 1) for a in range(49)])
