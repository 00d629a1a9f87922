"""Files that are broken, or meant to break their reader, give findings: soon, and never an exception."""

import json
import time

import pytest
from marked import HEAD, faults

from argmap.formats.native import load
from argmap.formats.native.grammar.shape import NodeShape

NODES = HEAD + "nodes:\n"
AMOUNT = NODES + "  a: {{claim: x, quantities: {{of: b, value: {}}}}}\n"
BOMBS = {
    "brackets": ("AM106", "[" * 100_000),
    "braces": ("AM106", "{" * 100_000),
    "nested flow mappings": ("AM106", "{a: " * 100_000),
    "nested dashes": ("AM106", "- " * 100_000),
    "nested question marks": ("AM106", "? " * 100_000),
    "a staircase": ("AM106", "".join(" " * depth + "a:\n" for depth in range(2000))),
    "brackets in a map": ("AM106", HEAD + "x-a: " + "[" * 100_000),
    "steps on steps": ("AM106", NODES + "  a: {claim: x, supported_by: " + "{premises: b, supported_by: " * 5000),
    "billion laughs": ("AM105", "a: &a [x]\n" + "".join(f"b{n}: &b{n} [{'*a, ' * 9}*a]\n" for n in range(100))),
    "an endless key": ("AM102", "a" * 5_000_000 + ": 1"),
    "a quote without end": ("AM102", HEAD + 'title: "' + "a" * 5_000_000),
    "many second colons": ("AM102", HEAD + "title: a: b\n" * 50_000),
    "closing brackets": ("AM102", "]" * 100_000),
    "an integer of a million digits": ("AM110", AMOUNT.format("9" * 10**6)),
    "a number of a billion digits": ("AM110", AMOUNT.format("'1e999999999'")),
    "a float beyond all": ("AM110", AMOUNT.format("1e999999999")),
    "a division by zero": ("AM110", AMOUNT.format("1/0")),
    "a date of a million digits": ("AM110", HEAD + "date: " + "9" * 10**6),
    "a million-letter id": ("AM111", "argmap: 1\nmap: " + "A" * 10**6),
    "an unknown key of a million letters": ("AM109", HEAD + "k" * 1000 + ": 1\n"),
    "a lone surrogate": ("AM101", HEAD + "title: \ud800"),
    "an escaped surrogate": ("AM102", HEAD + 'title: "\\ud800"'),
    "a NUL": ("AM101", HEAD + "title: \0"),
    "two documents": ("AM102", HEAD + "---\n" + HEAD),
    "a tag that would run code": ("AM105", HEAD + "title: !!python/object/apply:os.system [ls]"),
    "a merge key": ("AM109", NODES + "  a: {claim: x, <<: {note: y}}"),
    "a list": ("AM110", "- argmap: 1\n"),
    "a word": ("AM110", "hello\n"),
}  # fmt: skip


@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_is_a_finding_within_a_second(name):
    code, text = BOMBS[name]
    begin = time.process_time()
    found = faults(text)
    assert time.process_time() - begin < 1
    assert code in [found_code for found_code, _ in found]


@pytest.mark.parametrize("text", ["a" * 5_000_000, "a " * 2_500_000, '"' + "é" * 2_500_000 + '"'])
def test_a_line_of_five_megabytes_is_read_within_a_second(text):
    begin = time.process_time()
    document = load(HEAD + "title: " + text, "map.yaml")
    assert time.process_time() - begin < 1
    assert len(document.content.title) > 2_000_000


@pytest.mark.parametrize(
    "value",
    ["3", "1.5", "true", "~", "''", "[]", "{}", "[[]]", "[{}]", "{a: b}", "[3]", "[a, [b]]", "-", "2024-01-01"],
)
@pytest.mark.parametrize("key", ["title", "date", "thesis", "actors", "defaults", "nodes", "steps", "x-a", "argmap"])
def test_a_value_of_any_type_under_any_key_gives_findings_at_most(key, value):
    text = f"map: m\n{key}: {value}\n" + ("" if key == "argmap" else "argmap: 1\n")
    document = load(text, "map.yaml")
    assert document.content is not None or document.faults
    assert all(fault.span.line <= 3 for fault in document.faults)


@pytest.mark.parametrize("value", ["3", "1.5", "true", "~", "''", "[]", "{}", "[[]]", "[{}]", "{a: b}", "[3, {}]"])
@pytest.mark.parametrize(
    "key", [field.alias or name for name, field in NodeShape.model_fields.items() if name not in ("extra", "evidence")]
)
def test_a_value_of_any_type_in_a_node_gives_one_finding_at_most_for_each_part(key, value):
    document = load(
        f"{NODES}  a:\n    {'evidence: x' if key != 'claim' else 'note: y'}\n    {key}: {value}\n", "map.yaml"
    )
    assert document.content is not None
    assert "a" in document.content.nodes
    places = [(fault.rule, fault.span, fault.message) for fault in document.faults]
    assert len(places) == len(set(places)) <= 3


@pytest.mark.parametrize("indent", [None, 1, "\t"])
@pytest.mark.parametrize("ascii", [True, False])
def test_json_is_accepted(indent, ascii):
    data = {"argmap": 1, "map": "m", "title": 'A “quote”, 😀 عربي / \\ud83d \\ "\n', "nodes": {"a": {"claim": "x"}}}
    document = load(json.dumps(data, indent=indent, ensure_ascii=ascii), "map.json")
    assert document.faults == ()
    assert document.content.title == data["title"]
    assert document.content.nodes["a"].text == "x"


def test_minified_json_and_its_escapes_are_read():
    document = load('{"argmap":1,"map":"m","title":"a\\/b\\u0041\\ud83d\\ude00\\\\ud83d"}', "map.json")
    assert document.faults == ()
    assert document.content.title == "a/bA😀\\ud83d"


@pytest.mark.parametrize("newline", ["\r\n", "\r"])
def test_lines_of_other_systems_are_lines(newline):
    text = (NODES + "  a: {claim: x}\n  b:\n    claim: bus #7\n").replace("\n", newline)
    assert faults(text) == [("AM107", (6, 16, 6, 17))]


@pytest.mark.parametrize("letter", ["\x85", "\u2028", "\u2029"])
def test_the_line_breaks_of_old_yaml_are_spaces(letter):
    text = f"{NODES}  a:\n    claim: one{letter}two{letter}{letter} #7\n"
    assert faults(text) == [("AM107", (5, 22, 5, 23))]
    assert load(text, "map.yaml").content.nodes["a"].text == "one two"


def test_a_byte_order_mark_is_passed_over():
    assert faults("\ufeff" + HEAD) == []
