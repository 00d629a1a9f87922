"""What several ask of a map is worked out once."""

import pytest
from marked import HEAD, loaded

from argmap.checks.engine.rule import MapContext
from argmap.checks.engine.run import check_document
from argmap.formats.native import load
from argmap.model import Map
from argmap.weigh import standing, status

ASKED = """\
nodes:
  a: {claim: A., attacked_by: b, supported_by: {premises: d, undercut_by: e}}
  b: {claim: B., attacked_by: c}
  c: {claim: C., attacked_by: a}
  d: {claim: D.}
  e: {claim: E.}
  f: {claim: F., attacked_by: g}
  g: {claim: G., stance: reported}
"""


@pytest.fixture
def weighed(monkeypatch):
    """Each framework that has been weighed."""
    seen = []
    statuses = status.statuses
    monkeypatch.setattr(status, "statuses", lambda framework: seen.append(framework) or statuses(framework))
    return seen


def test_three_rules_weigh_a_map_once_and_none_where_there_is_nothing_to_weigh(weighed):
    codes = {finding.code for finding in check_document(load(HEAD + ASKED, "m.yaml"), MapContext())}
    assert codes >= {"AM504", "AM505", "AM508"}
    assert len(weighed) == 1
    check_document(
        load(f"{HEAD}nodes: {{a: {{claim: A., supported_by: b}}, b: {{claim: B.}}}}\n", "m.yaml"), MapContext()
    )
    assert len(weighed) == 1


def test_two_maps_that_are_equal_are_weighed_each(weighed):
    one, other = loaded(ASKED), loaded(ASKED)
    assert one == other
    assert standing(one) == standing(other)
    assert standing(one) is standing(one)
    assert len(weighed) == 2


def test_what_is_derived_is_kept_by_what_derives_it_and_is_no_part_of_the_map():
    map = loaded(ASKED)
    asked: list[Map] = []
    assert [map.once(lambda it: len(it.nodes)), map.once(lambda it: len(it.steps))] == [7, 6]
    for _ in range(2):
        assert map.once(asked.append) is None
    assert asked == [map]
    assert map == loaded(ASKED)
