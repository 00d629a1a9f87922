"""What a map or a comparison names, and where."""

from __future__ import annotations

from dataclasses import fields, replace

from hypothesis import given
from strategies import comparisons, maps

from argmap.formats.native import load
from argmap.formats.native.write.dump import dump
from argmap.model import Citation, Map, Node, NodeType, Step, StepKind
from argmap.model.references import NODE_FIELDS, STEP_FIELDS, Kind, naming, references, related, sources
from argmap.model.rename import Rename, renamed
from argmap.model.step import is_unnamed

TEXT = """\
argmap: 1
map: m
source: article
thesis: a
actors: {mayor: {name: M}}
nodes:
  a:
    recommendation: A
    addressee: mayor
    supported_by: {premises: [b, c], id: s, warrant: d, undercut_by: d}
    attacked_by: {premises: d, outweighed: [b]}
  b: {evidence: B, by: mayor, cite: [x, {key: y, locator: p. 1}]}
  c: {claim: C, specifies: a}
  d: {claim: D, rephrases: c}
"""


def test_every_place_is_yielded_with_its_kind_and_holder():
    map = load(TEXT, "m.yaml").content
    attack = next(step.id for step in map.steps.values() if step.kind is StepKind.ATTACK)
    undercut = next(step.id for step in map.steps.values() if step.kind is StepKind.UNDERCUT)
    assert set(references(map)) == {
        (("source",), Kind.REFERENCE, "article", None),
        (("thesis", 0), Kind.NODE, "a", None),
        (("nodes", "a", "addressee", 0), Kind.ACTOR, "mayor", "a"),
        (("nodes", "b", "by", 0), Kind.ACTOR, "mayor", "b"),
        (("nodes", "b", "cite", 0, "key"), Kind.REFERENCE, "x", "b"),
        (("nodes", "b", "cite", 1, "key"), Kind.REFERENCE, "y", "b"),
        (("nodes", "c", "specifies", 0), Kind.NODE, "a", "c"),
        (("nodes", "d", "rephrases", 0), Kind.NODE, "c", "d"),
        (("steps", "s", "premises", 0), Kind.NODE, "b", "s"),
        (("steps", "s", "premises", 1), Kind.NODE, "c", "s"),
        (("steps", "s", "warrant", 0), Kind.NODE, "d", "s"),
        (("steps", "s", "conclusion"), Kind.NODE, "a", "s"),
        (("steps", undercut, "premises", 0), Kind.NODE, "d", undercut),
        (("steps", undercut, "conclusion"), Kind.NODE, "s", undercut),
        (("steps", attack, "premises", 0), Kind.NODE, "d", attack),
        (("steps", attack, "outweighed", 0), Kind.NODE, "b", attack),
        (("steps", attack, "conclusion"), Kind.NODE, "a", attack),
    }


def test_every_place_is_found_in_the_file():
    document = load(TEXT, "m.yaml")
    lines = document.text.split("\n")
    for mention in references(document.content):
        span = document.span(mention.place)
        written = lines[span.line - 1][span.column - 1 : span.end_column - 1]
        if mention.place[2:] != ("conclusion",):  # which stands above the step, by its nesting
            assert written.strip("[]") == mention.name, mention


def test_no_field_that_names_something_is_forgotten():
    tuples = {field.name for field in fields(Node) if field.type == "tuple[str, ...]"}
    assert tuples - {"tags"} == set(NODE_FIELDS)
    tuples = {field.name for field in fields(Step) if field.type == "tuple[str, ...]"}
    assert tuples == set(STEP_FIELDS)


@given(maps())
def test_what_is_named_is_what_a_rename_renames(map):
    for kind in (Kind.NODE, Kind.ACTOR, Kind.REFERENCE):
        for name in {mention.name for mention in naming(map, kind)}:
            if kind is Kind.NODE and name not in map.nodes and (name not in map.steps or is_unnamed(map.steps[name])):
                continue  # nothing has the name, or nobody gave it
            old = sum(mention.name == name for mention in naming(map, kind))
            owner = None if kind is Kind.REFERENCE else map.id
            after = renamed(map, Rename(kind.value, name, "zz-fresh-name", owner))
            assert sum(mention.name == "zz-fresh-name" for mention in naming(after, kind)) == old
            assert not any(mention.name == name for mention in naming(after, kind))


@given(maps() | comparisons())
def test_the_places_of_random_maps_are_distinct(content):
    places = [mention.place for mention in references(content)]
    assert len(places) == len(set(places))


def test_what_is_named_is_looked_for_once():
    map = Map(id="m", nodes={"a": Node(id="a", type=NodeType.CLAIM, text="A", cite=(Citation(key="k"),))})
    assert naming(map, Kind.REFERENCE) is naming(map, Kind.REFERENCE)
    assert naming(replace(map, source="s"), Kind.REFERENCE) != naming(map, Kind.REFERENCE)
    assert load(dump(map), "").content == map


@given(maps())
def test_what_a_node_or_step_names_is_among_what_its_map_names(map):
    nodes = {id: [] for id in map.nodes}
    steps = {id: [] for id in map.steps}
    for place, _, name, holder in naming(map, Kind.NODE):
        if place[0] == "nodes":
            nodes[holder].append(name)
        elif place[0] == "steps" and place[2:] != ("conclusion",):
            steps[holder].append(name)
    assert {id: list(related(node)) for id, node in map.nodes.items()} == nodes
    assert {id: list(sources(step)) for id, step in map.steps.items()} == steps
