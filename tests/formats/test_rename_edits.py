"""A new name as edits: every place of the thing, and nothing else."""

import json

import pytest
from command import CITY
from hypothesis import assume, given
from hypothesis import strategies as st
from strategies import comparisons, maps

from argmap.formats.native import load
from argmap.formats.native.edit.rename import edits, is_renamed
from argmap.formats.native.write.dump import dump
from argmap.model.rename import Rename
from argmap.model.step import is_unnamed
from argmap.text.edit import apply
from argmap.text.yaml import parse

RICH = """\
# fell: a comment that says fell
argmap: 1
map: rich
source: institute2025      # the source
thesis: [fell, other]
actors:
  fell: {name: An actor called fell}
  mayor: {name: fell}
defaults: {by: mayor}
nodes:
  fell:                    # fell
    claim: fell
    by: [mayor, fell]
    addressee: fell
    at: fell
    tags: fell
    note: fell
    x-own: fell
    cite: [fell2014, {key: fell, locator: fell}]
    supported_by:
      - other
      - premises: ["other", 'fell']
        id: step-one
        scheme: fell
        question: fell
        warrant: fell
        undercut_by: {premises: fell, supported_by: fell}
    attacked_by: {premises: [other], outweighed: [fell, other]}
    explained_by: fell
  other: {claim: "fell", specifies: fell, rephrases: [fell]}
  fell-2: {claim: x, supported_by: fell-2}
steps:
  - {contradict: [fell, other]}
  - {prefer: step-one, over: fell}
  - {support: fell, premises: [fell-2, fell]}
  - {support: other, premises: {fell: fell, means: [other, fell]}}
  - undercut: step-one
    premises: >-
      fell
    id: step-two
"""


def renamed(text, kind, old, new, owner="rich"):
    document, change = load(text, "a.yaml"), Rename(kind, old, new, owner)
    assert document.faults == ()
    edited = apply(document.text, edits(document, change))
    assert is_renamed(document, load(edited, "a.yaml"), change)
    return edited


def changed_lines(before, after):
    pairs = zip(before.split("\n"), after.split("\n"), strict=True)
    return [new.strip() for old, new in pairs if old != new]


def test_a_node_is_renamed_wherever_it_is_a_node_and_nowhere_else():
    assert changed_lines(RICH, renamed(RICH, "node", "fell", "sank")) == [
        "thesis: [sank, other]",
        "sank:                    # fell",
        "- premises: [\"other\", 'sank']",
        "warrant: sank",
        "undercut_by: {premises: sank, supported_by: sank}",
        "attacked_by: {premises: [other], outweighed: [sank, other]}",
        "explained_by: sank",
        'other: {claim: "fell", specifies: sank, rephrases: [sank]}',
        "- {contradict: [sank, other]}",
        "- {prefer: step-one, over: sank}",
        "- {support: sank, premises: [fell-2, sank]}",
        "- {support: other, premises: {fell: sank, means: [other, sank]}}",
        "sank",
    ]


@pytest.mark.parametrize(
    ("kind", "old", "lines"),
    [
        ("actor", "fell", ["new: {name: An actor called fell}", "by: [mayor, new]", "addressee: new"]),
        ("actor", "mayor", ["new: {name: fell}", "defaults: {by: new}", "by: [new, fell]"]),
        ("step", "step-one", ["id: new", "- {prefer: new, over: fell}", "- undercut: new"]),
        ("step", "step-two", ["id: new"]),
        ("reference", "fell", ["cite: [fell2014, {key: new, locator: fell}]"]),
        ("reference", "fell2014", ["cite: [new, {key: fell, locator: fell}]"]),
        ("reference", "institute2025", ["source: new      # the source"]),
        ("map", "rich", ["map: new"]),
    ],
)
def test_each_kind_of_thing_has_its_own_places(kind, old, lines):
    owner = "rich" if kind in ("actor", "step") else None
    assert changed_lines(RICH, renamed(RICH, kind, old, "new", owner)) == lines


def test_a_name_that_looks_like_a_number_is_quoted_where_it_is_a_value():
    assert changed_lines(CITY, renamed(CITY, "node", "fell", "2014", "city")) == ['supported_by: "2014"', "2014:"]


def test_json_is_edited_like_yaml():
    text = json.dumps(parse(CITY).data, indent=1)
    edited = renamed(text, "node", "fell", "sank", "city")
    assert json.loads(edited) == json.loads(text.replace('"fell"', '"sank"'))
    assert edited.replace("sank", "fell") == text


def test_a_spelling_that_cannot_be_edited_is_refused():
    document = load('{"argmap": 1, "title": "\\ud83d\\ude00", "map": "rich"}', "a.json")
    assert document.faults == ()
    with pytest.raises(ValueError, match="spelled in a way"):
        edits(document, Rename("map", "rich", "new"))


@given(maps(), st.data())
def test_renaming_and_renaming_back_gives_the_same_bytes(map, data):
    document = load(dump(map), "a.yaml")
    named = [("node", id) for id in map.nodes] + [("actor", id) for id in map.actors] + [("map", map.id)]
    named += [("step", step.id) for step in map.steps.values() if not is_unnamed(step)]
    kind, old = data.draw(st.sampled_from(named))
    owner = None if kind == "map" else map.id
    there, back = Rename(kind, old, "zz-new", owner), Rename(kind, "zz-new", old, owner)
    after = load(apply(document.text, edits(document, there)), "a.yaml")
    # A made id of a step that somebody spelled out does not follow: the command refuses it.
    made = {step.id for step in document.content.steps.values() if is_unnamed(step)}
    assume(not any(text in made for text in _texts(parse(document.text).data)))
    assert is_renamed(document, after, there)
    assert apply(after.text, edits(after, back)) == document.text


def _texts(data):
    if isinstance(data, dict):
        data = [*data, *data.values()]
    if isinstance(data, list):
        return [text for each in data for text in _texts(each)]
    return [data] if isinstance(data, str) else []


@given(comparisons(), st.data())
def test_renaming_in_a_comparison_gives_the_same_bytes_back(comparison, data):
    document = load(dump(comparison), "a.yaml")
    named = [("topic", id, comparison.id) for id in comparison.topics]
    named += [("comparison", comparison.id, None), ("map", "one", None), ("node", "a", "one"), ("node", "b", "two")]
    kind, old, owner = data.draw(st.sampled_from(named))
    there, back = Rename(kind, old, "zz-new", owner), Rename(kind, "zz-new", old, owner)
    made = {step.id for step in document.content.steps.values() if is_unnamed(step)}
    assume(not any(text in made for text in _texts(parse(document.text).data)))
    assume("zz-new" not in document.text)
    after = load(apply(document.text, edits(document, there)), "a.yaml")
    assert is_renamed(document, after, there)
    assert apply(after.text, edits(after, back)) == document.text
