"""Ids and keys that are nearly right: the problem, what was meant, and its fixing."""

from __future__ import annotations

from collections.abc import Collection

from argmap.checks.engine.rule import GraphChange, GraphFix, Place, Problem
from argmap.text.suggest import nearest, slip


def misspelt(place: Place, message: str, word: str, known: Collection[str], *, is_key: bool = False) -> Problem:
    """The problem that *word*, at *place*, is none of *known*.

    The fixing is safe where *word* can only be a slip of the keyboard for one of them.
    """
    sure = slip(word, known)
    meant = sure or nearest(word, known)
    if meant is None:
        return Problem(place, message)
    graph_fix = GraphFix(f"write '{meant}'", (GraphChange(place, word, meant, is_key),), safe=sure is not None)
    return Problem(place, message, f"did you mean '{meant}'?", graph_fix=graph_fix)
