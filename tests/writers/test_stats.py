"""What maps hold, in numbers."""

import json
import re

import pytest
from command import CITY
from hypothesis import given
from hypothesis import strategies as st
from strategies import maps

from argmap.formats.native import load
from argmap.model.reach import depth, reaching
from argmap.writers.stats import as_data, as_text, count

FULL = """\
argmap: 1
map: full
thesis: top
actors: {mayor: {name: M}, council: {name: C}}
nodes:
  top:
    recommendation: Do it.
    addressee: council
    at: do it
    supported_by:
      - premises: [mid, other]
        at: therefore
        undercut_by: {premises: doubt, inferred: true}
      - evidence-one
    tags: [money, buses]
  mid: {claim: Mid., at: mid, supported_by: evidence-one, tags: money}
  other: {claim: Other., implicit: true, supported_by: {premises: deep, inferred: true}}
  deep: {claim: Deep., by: mayor, at: deep, explained_by: deeper}
  deeper: {claim: Deeper., stance: conceded, attacked_by: deep}
  doubt: {question: Really?, stance: rejected}
  evidence-one: {evidence: E., cite: [a2014, {key: a2014, locator: p. 3}, b2015]}
  aside: {argument: Aside., tags: [money, money]}
steps:
  - {contradict: [deep, doubt]}
  - {prefer: mid, over: other}
"""


def test_every_number_is_counted():
    stats = count([load(FULL, "a").content])
    assert stats.types == {"claim": 4, "evidence": 1, "recommendation": 1, "question": 1, "argument": 1}
    assert stats.stances == {"endorsed": 5, "reported": 1, "conceded": 1, "rejected": 1}
    assert stats.kinds == {"support": 4, "attack": 1, "undercut": 1, "explain": 1, "contradict": 1, "prefer": 1}
    assert (stats.nodes, stats.implicit, stats.anchored) == (8, 1, 3)
    assert (stats.steps, stats.linked, stats.marked, stats.inferred) == (9, 1, 1, 2)
    assert (stats.citations, stats.references, stats.actors) == (3, 2, 2)
    assert stats.reaching == 7
    assert stats.depth == 3  # deeper, deep, other, top
    assert stats.tags == {"money": 3, "buses": 1}


def chain(length, ring=False):
    nodes = "".join(f"  n{n}: {{claim: x, supported_by: n{n + 1}}}\n" for n in range(length))
    end = f"  n{length}: {{claim: x{', supported_by: n0' if ring else ''}}}\n"
    return load(f"argmap: 1\nmap: chain\nthesis: n0\nnodes:\n{nodes}{end}", "a").content


@pytest.mark.parametrize("ring", [False, True])
@pytest.mark.parametrize("length", [0, 1, 2, 5000])
def test_long_chains_and_rings_are_measured(length, ring):
    assert depth(chain(length, ring)) == length
    assert count([chain(length, ring)]).reaching == length + 1


@pytest.mark.parametrize(
    ("nodes", "steps"),
    [
        ("{a: {claim: x}}", 0),
        ("{a: {claim: x, supported_by: a}}", 0),
        ("{a: {claim: x, supported_by: [b, c]}, b: {claim: x, supported_by: c}, c: {claim: x}}", 2),
        ("{a: {claim: x, supported_by: [c, b]}, b: {claim: x, supported_by: c}, c: {claim: x}}", 2),
        ("{a: {claim: x, supported_by: {premises: b, undercut_by: c}}, b: {claim: x}, c: {claim: x}}", 2),
        ("{a: {claim: x, supported_by: {premises: b, warrant: c}}, b: {claim: x}, c: {claim: x, explained_by: b}}", 2),
        ("{a: {claim: x}, b: {claim: x, specifies: a, supported_by: c}, c: {claim: x}}", 1),
        ("{b: {claim: x, supported_by: c}, c: {claim: x}}", 0),
    ],
)
def test_the_longest_chain_counts_steps(nodes, steps):
    assert depth(load(f"argmap: 1\nmap: m\nthesis: a\nnodes: {nodes}\n", "a").content) == steps


def test_what_contradicts_a_thesis_reaches_it_and_is_no_link_of_a_chain():
    text = "argmap: 1\nmap: m\nthesis: a\nnodes: {a: {claim: x}, b: {claim: y}}\nsteps: [{contradict: [a, b]}]\n"
    stats = count([load(text, "a").content])
    assert (stats.reaching, stats.depth) == (2, 0)


def test_all_is_what_the_maps_hold_together():
    other = FULL.replace("map: full", "map: other").replace("b2015", "c2016")
    maps = [load(FULL, "a").content, load(other, "b").content]
    both = count(maps)
    assert (both.nodes, both.steps, both.actors, both.citations, both.depth) == (16, 18, 4, 6, 3)
    assert both.references == 3
    assert both.tags == {"money": 6, "buses": 2}


def test_no_maps_are_counted_too():
    assert (count([]).nodes, count([]).depth) == (0, 0)


@given(st.lists(maps(), min_size=1, max_size=3), st.integers(1, 120))
def test_whatever_maps_hold_the_numbers_add_up(found, width):
    stats = count(found)
    assert sum(stats.types.values()) == sum(stats.stances.values()) == stats.nodes
    assert sum(stats.kinds.values()) == stats.steps
    assert stats.reaching <= stats.nodes
    assert stats.depth <= stats.steps
    assert stats.anchored + stats.implicit <= stats.nodes
    assert stats.reaching == sum(len(reaching(map, map.thesis) & map.nodes.keys()) for map in found)
    said = as_text(found, width)
    assert re.findall(r"^nodes +.*\b(\d+)$", said, re.MULTILINE)[-1] == str(stats.nodes)
    json.dumps(as_data(found))


def test_columns_that_do_not_fit_go_on_below():
    maps = [load(CITY.replace("map: city", f"map: city-{n}"), "a").content for n in range(9)]
    said = as_text(maps, 60)
    assert all(len(line) <= 60 for line in said.splitlines())
    assert re.findall(r"city-\d|\ball$", said, re.MULTILINE) == [*(f"city-{n}" for n in range(9)), "all"]
    assert said.count("\nnodes ") + said.startswith("nodes ") == len(said.split("\n\n")) > 1
