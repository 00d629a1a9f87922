"""Operations on documents: what they change, and that they change nothing else."""

from __future__ import annotations

import random
import re
from dataclasses import replace

import pytest
from depth import counts
from hypothesis import given
from hypothesis import strategies as st
from needs import REPOSITORY
from strategies import maps

from argmap.formats.native import load
from argmap.formats.native.edit.apply import edit
from argmap.formats.native.edit.operations import Add, Change, EditError, Move, Remove
from argmap.formats.native.write.dump import dump
from argmap.model import NodeType, StepKind
from argmap.model.step import is_unnamed

MAPS = [REPOSITORY / "maps" / f"{name}.yaml" for name in ("al-monitor-2015", "washington-institute-2024")]

CITY = """\
# yaml-language-server: $schema=map.json
argmap: 1
map: city
title: The city   # as printed
thesis: charge
actors:
  mayor: {name: M}

nodes:
  # why a charge
  charge:
    claim: Charge drivers.  # their words
    supported_by:
      # the first
      - fell     # counted
      - premises: [buses, roads]
        id: both  # linked
        at: words
  fell: {evidence: Traffic fell., tags: x}

  # of roads
  roads: {claim: "Roads: full."}
  buses:
    claim: |
      Long
      text.
    # the end of buses
"""


def edited(*operations, text: str = CITY) -> str:
    return edit(load(text, "city.yaml"), operations).text


def swapped(old: str, new: str) -> str:
    assert CITY.count(old) == 1
    return CITY.replace(old, new)


@pytest.mark.parametrize(
    ("operation", "old", "new"),
    [
        (
            Add("nodes/trams", {"claim": "Trams: yes", "cite": ["k"], "supported_by": ["roads"]}),
            "    # the end of buses\n",
            '    # the end of buses\n\n  trams:\n    claim: "Trams: yes"\n    cite: k\n    supported_by: roads\n',
        ),
        (Add("nodes/trams", {"claim": "T"}, after="fell"), "tags: x}\n", "tags: x}\n  trams: {claim: T}\n"),
        (Add("nodes/charge/supported_by", "roads"), "at: words\n", "at: words\n      - roads\n"),
        (
            Add("nodes/charge/supported_by", "roads", before=0),
            "      # the first\n",
            "      - roads\n      # the first\n",
        ),
        (Add("nodes/fell/tags", "y"), "tags: x", "tags: [x, y]"),
        (Add("nodes/fell/supported_by", "roads"), "Traffic fell.,", "Traffic fell., supported_by: roads,"),
        (Add("actors/council", {"name": "C"}), "{name: M}\n", "{name: M}\n  council: {name: C}\n"),
        (Add("actors/mayor/role", "mayor"), "{name: M}", "{name: M, role: mayor}"),
        (Change("nodes/charge/claim", "Do: it"), "Charge drivers.", '"Do: it"'),
        (Change("nodes/roads/claim", "Full."), '"Roads: full."', '"Full."'),
        (Change("nodes/buses/claim", "Short."), "|\n      Long\n      text.", "Short."),
        (Change("steps/both/at", "others"), "at: words", "at: others"),
        (Change("steps/both/inferred", True), "at: words\n", "at: words\n        inferred: true\n"),
        (
            Change(("steps", "fell->charge", "note"), "n"),
            "- fell     # counted",
            "- {premises: fell, note: n}     # counted",
        ),
        (Change("thesis", ["charge", "fell"]), "thesis: charge", "thesis: [charge, fell]"),
        (Change("title", "Another"), "The city", "Another"),
        (Change("lang", "en"), "title: The city   # as printed\n", "title: The city   # as printed\nlang: en\n"),
        (Remove("nodes/charge/supported_by/0"), "      # the first\n      - fell     # counted\n", ""),
        (Remove("steps/both"), "      - premises: [buses, roads]\n        id: both  # linked\n        at: words\n", ""),
        (Remove("nodes/fell/tags"), ", tags: x", ""),
        (Remove("actors/mayor"), "actors:\n  mayor: {name: M}\n", ""),
        (Move("nodes/charge/supported_by/1", before=0), None, None),
    ],
)
def test_an_operation_changes_what_it_names_and_nothing_else(operation, old, new):
    if old is None:
        assert edited(operation).index("both") < edited(operation).index("- fell     # counted")
        assert sorted(edited(operation).split("\n")) == sorted(CITY.split("\n"))
    else:
        assert edited(operation) == swapped(old, new)


def test_a_claim_that_becomes_evidence_keeps_its_place_and_comments():
    fresh = edited(Change("nodes/charge", {"evidence": "It is charged.", "supported_by": ["fell"]}))
    assert "    evidence: It is charged.  # their words\n    supported_by:\n      # the first\n" in fresh


def test_a_thing_moves_with_its_comments():
    fresh = edited(Move("nodes/roads", before="charge"))
    assert 'nodes:\n  # of roads\n  roads: {claim: "Roads: full."}\n\n  # why a charge\n  charge:\n' in fresh
    away = edited(Move("steps/both", to="nodes/buses/supported_by"))
    assert "# linked" in away
    assert load(away, "").content.steps["both"].conclusion == "buses"


def test_json_stays_json():
    text = '{"argmap": 1, "map": "a", "nodes": {"b": {"claim": "B", "tags": ["x"]}}}\n'
    fresh = edited(Add("nodes/c", {"claim": "no"}), Add("nodes/b/tags", "y"), Change("nodes/b/claim", "1"), text=text)
    assert fresh == (
        '{"argmap": 1, "map": "a", "nodes": {"b": {"claim": "1", "tags": ["x", "y"]}, "c": {"claim": "no"}}}\n'
    )


@pytest.mark.parametrize(
    ("operation", "message"),
    [
        (Add("nodes/fell", {"claim": "x"}), "operation 2, add 'nodes/fell': it already exists"),
        (Add("nodes/Q q", {"claim": "x"}), "not a kebab-case id"),
        (Add("nodes/q", {"claim": "x", "evidence": "y"}), "add 'nodes/q'"),
        (Add("nodes/q", {"claim": "x"}, before="fel"), "did you mean 'fell'?"),
        (Add("nodes/q", {"claim": object()}), "not object"),
        (Change("nodes/fel/claim", "x"), "there is nothing at 'nodes/fel'; did you mean 'fell'?"),
        (Change("nodes/fell/clam", "x"), "unknown key 'clam'"),
        (Change("nodes/roads/claim/deep", "x"), "'nodes/roads/claim' holds no fields"),
        (Change("argmap", 2), "argmap"),
        (Remove("nodes/fell/tags/3"), "there is nothing at"),
        (Remove("steps/none"), "there is nothing at 'steps'"),
        (Remove("map"), "'map'"),
        (Move("nodes/fell", to="nodes/fell/tags"), "into itself"),
        ("remove it", "operation 2 is not an Add, Change, Move or Remove"),
    ],
)
def test_all_operations_are_carried_out_or_none(operation, message):
    document = load(CITY, "city.yaml")
    with pytest.raises(EditError, match=re.escape(message)):
        edit(document, [Change("title", "Another"), operation])
    assert document.text == CITY


def test_a_file_that_cannot_be_read_is_not_edited():
    with pytest.raises(EditError, match="cannot be edited: it has syntax errors"):
        edit(load("argmap: 1\nmap: [", "m.yaml"), [Change("title", "x")])


def comments(text: str) -> list[str]:
    return sorted(re.findall(r"(?:^|(?<= ))#.*", text, re.MULTILINE))


@pytest.mark.parametrize("count", counts(18, 60))
@pytest.mark.parametrize("path", MAPS, ids=lambda path: path.stem)
def test_random_operations_on_real_maps(path, count):
    document = load(path.read_text(encoding="utf-8"), path.name)
    rng = random.Random(path.stem)
    for number in range(count):
        before = document.content
        id, other = rng.sample(list(before.nodes), 2)
        node = before.nodes[id]
        kind = number % 6
        if kind == 0:
            after = edit(document, [Add(f"nodes/new-{number}", {"claim": "It: is.", "tags": ["a", "b"]}, before=other)])
            assert list(after.content.nodes).index(f"new-{number}") == list(before.nodes).index(other)
            assert {**after.content.nodes, f"new-{number}": None} == {**before.nodes, f"new-{number}": None}
            assert after.content.steps == before.steps
        elif kind == 1:
            after = edit(document, [Change(f"nodes/{id}/note", "a remark # not a comment")])
            assert after.content.nodes == {**before.nodes, id: replace(node, note="a remark # not a comment")}
        elif kind == 2:
            after = edit(document, [Move(f"nodes/{id}", after=other)])
            order = list(after.content.nodes)
            assert order.index(id) == order.index(other) + 1
            assert after.content.nodes == before.nodes
            assert comments(after.text) == comments(document.text)
        elif kind == 3:
            after = edit(document, [Add(f"nodes/{id}/supported_by", {"premises": [other], "scheme": "x-test"})])
            assert len(after.content.steps) == len(before.steps) + 1
            assert after.content.nodes == before.nodes
        elif kind == 4:
            after = edit(document, [Remove(f"nodes/{id}")])
            assert after.content.nodes == {key: each for key, each in before.nodes.items() if key != id}
        else:
            step = rng.choice([step for step in before.steps.values() if step.kind is StepKind.SUPPORT])
            after = edit(document, [Change(("steps", step.id, "qualifier"), "likely")])
            assert sum(each.qualifier == "likely" for each in after.content.steps.values()) >= 1
            assert is_unnamed(step) or after.content.steps[step.id].qualifier == "likely"
        assert not after.faults
        if kind != 4:
            assert set(comments(document.text)) <= set(comments(after.text))
            document = after


@given(maps(), st.data())
def test_random_operations_on_random_maps(map, data):
    document = load(dump(map), "m.yaml")
    if document.faults or not document.content.nodes:
        return
    before = document.content
    id = data.draw(st.sampled_from(list(before.nodes)))
    text = data.draw(st.text(st.characters(exclude_categories=["Cs", "Cc", "Cn", "Co"]), min_size=1, max_size=12))
    after = edit(document, [Change(f"nodes/{id}/note", text), Add("nodes/zz-new", {"claim": text})]).content
    added = after.nodes["zz-new"]
    assert (added.type, added.text) == (NodeType.CLAIM, text)
    assert after.nodes == {**before.nodes, id: replace(before.nodes[id], note=text), "zz-new": added}
    assert after.steps == before.steps
