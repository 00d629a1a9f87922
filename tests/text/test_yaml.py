"""The composer: data, places and faults in one pass."""

import pytest

from argmap.text.yaml import locate, parse

TEXT = """\
a: plain
b:
  - one
  - {c: two, d: [3, 4]}
e: {f: single}
"""


@pytest.mark.parametrize(
    ("path", "key", "place"),
    [
        (("a",), False, (1, 4, 1, 9)),
        (("a",), True, (1, 1, 1, 2)),
        (("b",), False, (2, 1, 2, 2)),
        (("b", 0), False, (3, 5, 3, 8)),
        (("b", 1), False, (4, 5, 4, 24)),
        (("b", 1, "d", 1), False, (4, 21, 4, 22)),
        (("b", 1, "c"), True, (4, 6, 4, 7)),
        (("e", 0, "f"), False, (5, 8, 5, 14)),
        (("a", 0), False, (1, 4, 1, 9)),
        (("a", "start"), False, (1, 4, 1, 9)),
    ],
)
def test_places_are_found_by_path(path, key, place):
    assert locate(parse(TEXT).tree, path, key) == place


@pytest.mark.parametrize(
    ("path", "place"),
    [(("b", 7), (2, 1, 2, 2)), (("b", 1, "gone"), (4, 5, 4, 24)), (("gone",), (1, 1, 5, 15)), (("e", 1), (5, 1, 5, 2))],
)
def test_what_is_not_there_is_found_at_the_nearest_thing_above(path, place):
    assert locate(parse(TEXT).tree, path) == place


def test_columns_count_code_points():
    assert locate(parse("a: 😀é {b}\nc: [é, 😀x, y]").tree, ("c", 2)) == (2, 12, 2, 13)


def test_the_first_of_two_equal_keys_stays():
    parsed = parse("a: 1\nb: 2\na: 3\n")
    assert parsed.data == {"a": 1, "b": 2}
    assert [(fault.rule, fault.span) for fault in parsed.faults] == [("duplicate-key", (3, 1, 3, 2))]


def test_reading_goes_on_behind_a_second_colon():
    parsed = parse("a: b: c\nd: e: f\ng: h\n")
    assert [(fault.rule, fault.span) for fault in parsed.faults] == [
        ("yaml-syntax", (1, 5, 1, 6)),
        ("yaml-syntax", (2, 5, 2, 6)),
    ]
    assert parsed.data["g"] == "h"


def test_a_list_goes_on_without_its_aliases():
    parsed = parse("a: &x [b]\nc: [d, *x, e]\n")
    assert [fault.rule for fault in parsed.faults] == ["alias", "alias"]
    assert parsed.data["c"] == ["d", "e"]


@pytest.mark.parametrize("text", ['{"a":\t1,\n\t"b": 2}', '\n{\n\t"a": 1}'])
def test_json_may_indent_with_tabs(text):
    assert parse(text).faults == []


def test_a_tab_behind_the_indentation_is_fine():
    parsed = parse("a:\tb\nc: d\te\n")
    assert (parsed.data, parsed.faults) == ({"a": "b", "c": "d\te"}, [])
