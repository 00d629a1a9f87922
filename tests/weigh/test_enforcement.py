"""The smallest changes that give an argument another status, against trying every set of them."""

from __future__ import annotations

import random
from itertools import combinations

import pytest
from brute import Targets, framework, random_frameworks

from argmap.logic.frameworks.grounded import IN, OUT, UNDECIDED, label_grounded
from argmap.weigh.enforcement import Enforcer

Moves = list[tuple[int, ...]]


def label(targets: Targets, goal: int, refuted: set[int]) -> int:
    """The grounded label of *goal* in the framework that has a new argument against each of *refuted*."""
    size = len(targets)
    expanded = [*targets, *(1 << a for a in sorted(refuted))]
    assert len(expanded) == size + len(refuted)
    return label_grounded(framework(expanded).graph).labels[goal + 1]


def smallest(targets: Targets, goal: int, wanted: int, moves: Moves) -> set[tuple[int, ...]]:
    for size in range(1, len(moves) + 1):
        found = {
            chosen
            for chosen in combinations(range(len(moves)), size)
            if label(targets, goal, {a for move in chosen for a in moves[move]}) == wanted
        }
        if found:
            return found
    return set()


@pytest.mark.parametrize("seed", range(6))
def test_all_smallest_sets_are_found_and_none_else(seed: int) -> None:
    chance = random.Random(seed)
    sizes = set()
    for targets in random_frameworks(120, 7, seed):
        arguments = range(len(targets))
        goal = chance.choice(arguments)
        moves: Moves = [(a,) for a in arguments if a != goal and chance.random() < 0.8]
        moves += [tuple(sorted({chance.choice(arguments), chance.choice(arguments)})) for _ in range(2)]
        graph = framework(targets).graph
        numbered = [[a + 1 for a in move] for move in moves]
        now = label(targets, goal, set())
        for wanted in {IN, OUT, UNDECIDED} - {now}:
            enforcer = Enforcer(graph, goal + 1, numbered, most=len(moves), bound=10**9)
            assert enforcer.label == now
            found = enforcer.to(wanted)
            assert found.complete
            assert set(found.sets) == smallest(targets, goal, wanted, moves)
            assert len(set(found.sets)) == len(found.sets)
            sizes.update(len(chosen) for chosen in found.sets)
    assert {1, 2} <= sizes


@pytest.mark.parametrize(("most", "bound"), [(1, 10**9), (10, 0), (10, 30)])
def test_where_not_all_is_tried_a_set_is_found_of_which_every_move_is_needed(most: int, bound: int) -> None:
    cut = larger = 0
    for targets in random_frameworks(300, 8, 21):
        goal = len(targets) - 1
        moves: Moves = [(a,) for a in range(goal)]
        now = label(targets, goal, set())
        for wanted in {IN, OUT, UNDECIDED} - {now}:
            graph = framework(targets).graph
            found = Enforcer(graph, goal + 1, [[a + 1] for (a,) in moves], most=most, bound=bound).to(wanted)
            expected = smallest(targets, goal, wanted, moves)
            if found.complete:
                assert set(found.sets) == expected
                continue
            cut += 1
            for chosen in found.sets:
                refuted = {a for move in chosen for a in moves[move]}
                assert label(targets, goal, refuted) == wanted
                assert all(label(targets, goal, refuted - {a}) != wanted for a in refuted)
                larger += len(chosen) > found.tried
            assert not expected or len(min(expected)) > found.tried
    assert cut > 10
    assert larger > 5


def test_a_set_without_end_is_not_looked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    graph = framework([0, 1, 1, 1, 1]).graph  # four arguments attack the first
    enforcer = Enforcer(graph, 1, [[2], [3], [4], [5]], most=2, bound=10**9)
    assert enforcer.to(IN) == (((0, 1, 2, 3),), False, 2)
    monkeypatch.setattr("argmap.weigh.enforcement.MOST_TURNS", 3)
    assert enforcer.to(IN) == ((), False, 2)
