"""Answers are those of pygarg, another program, on frameworks that are too large for brute force."""

from __future__ import annotations

import random

import pytest
from depth import counts

from argmap.logic import Framework, Semantics
from argmap.logic.frameworks import tasks

solver = pytest.importorskip("pygarg.dung.solver", reason="needs the package pygarg")

# Not its semi-stable extensions, of which it misses some ('ab ba ac bd cc dd'), and it has no stage ones.
SEMANTICS = (Semantics.GROUNDED, Semantics.COMPLETE, Semantics.PREFERRED, Semantics.STABLE, Semantics.IDEAL)


def theirs(
    names: list[str], attacks: list[list[str]], asked: str, semantics: Semantics
) -> tuple[set[frozenset[str]], bool, bool]:
    """All extensions, and whether *asked* is accepted credulously and sceptically."""
    code = str(semantics)
    if semantics in (Semantics.GROUNDED, Semantics.IDEAL):
        only = frozenset(solver.compute_some_extension(names, attacks, code))
        return {only}, asked in only, asked in only
    return (
        {frozenset(each) for each in solver.extension_enumeration(names, attacks, code)},
        bool(solver.credulous_acceptability(names, attacks, asked, code)[0]),
        bool(solver.skeptical_acceptability(names, attacks, asked, code)[0]),
    )


@pytest.mark.parametrize("count", counts(150, 500))
def test_frameworks_of_up_to_forty_arguments(count: int) -> None:
    chance = random.Random(4)
    sizes = 0
    for turn in range(count):
        size = chance.randint(1, 40)
        names = [f"a{i}" for i in range(size)]
        wanted = round(size * chance.choice((1, 1.5, 2, 3)))
        pairs = sorted({(chance.choice(names), chance.choice(names)) for _ in range(wanted)})
        made = Framework(names, pairs)
        asked = chance.choice(names)
        semantics = SEMANTICS[turn % len(SEMANTICS)]
        verdicts = tasks.credulous(made, semantics, asked), tasks.sceptical(made, semantics, asked)
        found = {frozenset(each) for each in tasks.extensions(made, semantics)}
        ours = (found, *(verdict.answer for verdict in verdicts))
        assert ours == theirs(names, [list(pair) for pair in pairs], asked, semantics), (semantics, asked, pairs)
        for verdict in verdicts:
            assert verdict.witness is None or frozenset(verdict.witness) in found, (semantics, asked, pairs)
        sizes += size
    assert sizes > count * 15
