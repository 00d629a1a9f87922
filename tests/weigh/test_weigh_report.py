"""A weighed map as text."""

from __future__ import annotations

import pytest

from argmap.formats.native import load
from argmap.model import Map
from argmap.weigh.report import as_text, weigh


@pytest.mark.parametrize(("grounds", "rest"), [(5, None), (6, "less with 1 other"), (8, "less with 3 others")])
def test_statements_beyond_the_five_that_move_most_are_counted(grounds: int, rest: str | None) -> None:
    ids = [f"b{number}" for number in range(grounds)]
    nodes = "".join(f"  {id}: {{claim: B.}}\n" for id in ids)
    text = f"argmap: 1\nmap: m\nthesis: a\nnodes:\n  a: {{claim: A., attacked_by: [{', '.join(ids)}]}}\n{nodes}"
    map = load(text, "m.yaml").content
    assert isinstance(map, Map)
    lines = as_text(weigh(map)).splitlines()
    assert [line.strip() for line in lines if line.startswith("  less with")] == ([rest] if rest else [])
