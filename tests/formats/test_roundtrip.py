"""Writing a graph and reading it gives the same graph, whatever is in it."""

import json

from hypothesis import given
from strategies import comparisons, maps

from argmap.formats.native import load
from argmap.formats.native.write.dump import dump
from argmap.model import Anchor, Map, Node, NodeType, Step, StepKind
from argmap.text.yaml import parse


def assert_round_trip(content):
    text = dump(content)
    document = load(text, "map.yaml")
    assert document.faults == (), text
    assert document.content == content, text
    assert document.whole
    assert dump(document.content) == text
    assert parse(text).faults == []


@given(maps())
def test_a_map_survives_dumping_and_loading(map):
    assert_round_trip(map)


@given(comparisons())
def test_a_comparison_survives_dumping_and_loading(comparison):
    assert_round_trip(comparison)


@given(content=maps() | comparisons())
def test_json_of_the_same_shape_gives_the_same_graph(content):
    text = json.dumps(parse(dump(content)).data)
    document = load(text, "map.json")
    assert document.faults == ()
    assert document.content == content


@given(maps())
def test_every_node_and_step_has_a_place_inside_the_dumped_file(map):
    text = dump(map)
    document = load(text, "map.yaml")
    lines = text.split("\n")
    for place in [*(("nodes", id) for id in map.nodes), *(("steps", id) for id in map.steps)]:
        span = document.span(place)
        assert span is not None
        assert 1 <= span.line <= span.end_line <= len(lines)
        assert 1 <= span.column <= len(lines[span.line - 1]) + 1


def test_a_value_that_stands_twice_in_the_graph_is_written_twice():
    shared = ["a"]
    assert_round_trip(Map(id="m", extra={"x-a": shared, "x-b": shared}))


def test_ids_that_hold_an_x_or_an_o_behind_a_hyphen_are_kept():
    nodes = {id: Node(id=id, type=NodeType.CLAIM, text=id) for id in ("a", "b", "a-xb")}
    attack = Step(id="city-xeno", kind=StepKind.ATTACK, premises=("a",), conclusion="b")
    cut = Step(id="not-ours", kind=StepKind.UNDERCUT, premises=("a",), conclusion="city-xeno")
    assert_round_trip(Map(id="m", nodes=nodes, steps={step.id: step for step in (attack, cut)}))


def test_steps_that_undercut_each_other_are_written_at_the_top():
    one = Step(id="one", kind=StepKind.UNDERCUT, premises=("a",), conclusion="two")
    two = Step(id="two", kind=StepKind.UNDERCUT, premises=("a",), conclusion="one", at=(Anchor(start=""),))
    assert_round_trip(Map(id="m", steps={"one": one, "two": two}))
