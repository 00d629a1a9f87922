"""The formulas of a map's nodes; the solver is imported only where there are any."""

from __future__ import annotations

import time
from functools import lru_cache

from argmap.logic.formulas.formula import Formula, FormulaError, parse
from argmap.model import Map, NodeType, Qualifier

SECONDS = 2.0
"""For how long one rule may look for an answer; what takes longer is said to be undecided."""


@lru_cache(maxsize=4096)
def read(text: str) -> Formula | FormulaError:
    """The formula that *text* spells, or what is wrong with it."""
    try:
        return parse(text)
    except FormulaError as error:
        return error


def formulas(map: Map) -> dict[str, Formula]:
    """The formulas that can be read, by the ids of their nodes."""
    found = ((node.id, read(node.formal)) for node in map.nodes.values() if node.formal is not None)
    return {id: formula for id, formula in found if isinstance(formula, Formula)}


def commitments(map: Map) -> dict[str, Formula]:
    """The formulas that the author is committed to; not of what is asked, or said to be possible only."""
    return {
        id: formula
        for id, formula in formulas(map).items()
        if (node := map.nodes[id]).committed
        and node.type is not NodeType.QUESTION
        and node.qualifier is not Qualifier.POSSIBLE
    }


def deadline() -> float:
    """Until when an answer may be looked for, on the clock of ``time.monotonic``."""
    return time.monotonic() + SECONDS


def short(formula: Formula) -> str:
    """*formula* as it is read, cut where it is long."""
    text = str(formula)
    return text if len(text) <= 60 else text[:57] + "..."
