"""Every answer is that of brute force, on all small frameworks and many larger ones."""

from __future__ import annotations

import random
from collections.abc import Iterable

import pytest
from brute import Targets, all_frameworks, extensions, framework, random_frameworks
from depth import counts

from argmap.logic import Framework, Semantics
from argmap.logic.frameworks import small, tasks

FOUR = 3044  # frameworks of four arguments that differ in more than their names


def check_extensions(made: Framework, expected: dict[Semantics, set[tuple[int, ...]]]) -> None:
    for semantics, sets in expected.items():
        found = list(tasks.extensions(made, semantics))
        assert len(found) == len(sets), semantics
        assert set(found) == sets, semantics


def check_single(made: Framework, semantics: Semantics, sets: set[tuple[int, ...]]) -> None:
    one = tasks.extension(made, semantics)
    assert one in sets if sets else one is None, semantics
    assert tasks.count(made, semantics) == len(sets), semantics


def check_acceptance(
    made: Framework, semantics: Semantics, sets: set[tuple[int, ...]], arguments: Iterable[int]
) -> None:
    for argument in arguments:
        verdict = tasks.credulous(made, semantics, argument)
        assert verdict.answer == any(argument in chosen for chosen in sets), (semantics, argument)
        if verdict.witness is not None:
            assert verdict.answer and argument in verdict.witness and verdict.witness in sets, (semantics, argument)
        else:
            assert not verdict.answer or semantics is Semantics.IDEAL
        verdict = tasks.sceptical(made, semantics, argument)
        assert verdict.answer == all(argument in chosen for chosen in sets), (semantics, argument)
        if verdict.witness is not None:
            assert not verdict.answer and argument not in verdict.witness and verdict.witness in sets
        else:
            assert verdict.answer or semantics is Semantics.IDEAL


def every_task(targets: Targets) -> None:
    made, expected = framework(targets), extensions(targets)
    check_extensions(made, expected)
    for semantics, sets in expected.items():
        check_single(made, semantics, sets)
        check_acceptance(made, semantics, sets, range(len(targets)))


@pytest.mark.parametrize(("size", "number"), [(0, 1), (1, 2), (2, 10), (3, 104)])
def test_all_frameworks_of_up_to_three_arguments(size: int, number: int) -> None:
    frameworks = list(all_frameworks(size))
    assert len(frameworks) == number
    for targets in frameworks:
        every_task(targets)


@pytest.mark.parametrize("count", counts(500, FOUR))
def test_all_frameworks_of_four_arguments(count: int) -> None:
    # All extensions always; the other tasks turn about among the semantics, and acceptance among the arguments too.
    frameworks = list(all_frameworks(4))
    assert len(frameworks) == FOUR
    for turn, targets in enumerate(random.Random(4).sample(frameworks, count)):
        made, expected = framework(targets), extensions(targets)
        check_extensions(made, expected)
        for semantics in list(Semantics)[turn % 2 :: 2]:
            check_single(made, semantics, expected[semantics])
            check_acceptance(made, semantics, expected[semantics], [turn // 2 % 4])


@pytest.mark.parametrize("count", counts(700, 5000))
def test_random_frameworks_of_up_to_nine_arguments(count: int) -> None:
    for turn, targets in enumerate(random_frameworks(count, 9, seed=6)):
        made, expected = framework(targets), extensions(targets)
        semantics = list(Semantics)[turn % 7]
        assert set(tasks.extensions(made, semantics)) == expected[semantics]
        check_single(made, semantics, expected[semantics])
        check_acceptance(made, semantics, expected[semantics], [turn // 7 % len(targets)])


@pytest.mark.parametrize("count", counts(300, 1000))
@pytest.mark.parametrize("most", [0, 2])
def test_what_is_not_small_is_left_to_the_solver(most: int, count: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(small, "MOST", most)
    for turn, targets in enumerate(random_frameworks(count, 8, seed=7)):
        made, expected = framework(targets), extensions(targets)
        for semantics in (Semantics.PREFERRED, Semantics.STABLE):
            assert set(tasks.extensions(made, semantics)) == expected[semantics]
            check_single(made, semantics, expected[semantics])
            check_acceptance(made, semantics, expected[semantics], [turn % len(targets)])
