"""Plain scalars are read by YAML 1.2's core schema, and only by that."""

import pytest

from argmap.text.scalar import Float, Integer, resolve
from argmap.text.yaml import parse


@pytest.mark.parametrize(
    "text",
    [
        "no", "yes", "on", "off", "y", "n", "12:30", "1:2:3", "2024-03-02", "1_000", "0b1", "017x", "=", "<<", ".", "-",
        "+", "tRUE", "nULL", "1.2.3", "1e", "e5", ".e5", "0x", "0o8", "-0x1", ".inf", ".nan", "١٢", "1e999", "9" * 301,
    ],
)  # fmt: skip
def test_what_only_looks_special_is_text(text):
    assert resolve(text) == text
    assert type(resolve(text)) is str


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("", None), ("~", None), ("null", None), ("Null", None), ("NULL", None),
        ("true", True), ("True", True), ("TRUE", True), ("false", False), ("False", False), ("FALSE", False),
        ("0", 0), ("-17", -17), ("+3", 3), ("007", 7), ("0o17", 15), ("0x1F", 31), ("9" * 300, 10**300 - 1),
        ("1.10", 1.1), ("-.5", -0.5), ("1.", 1.0), ("1e5", 1e5), ("+1.5E-3", 0.0015),
    ],
)  # fmt: skip
def test_nulls_truth_values_and_numbers_are_read(text, value):
    assert resolve(text) == value
    assert isinstance(resolve(text), type(value))


@pytest.mark.parametrize("text", ["1.10", "007", "0o17", "+3", "1e5"])
def test_a_number_remembers_how_it_was_written(text):
    number = resolve(text)
    assert isinstance(number, (Integer, Float))
    assert number.raw == text


def test_quotes_make_text_of_anything():
    assert parse("['1', \"true\", '~', '', 1]").data == ["1", "true", "~", "", 1]


def test_a_key_is_always_text():
    assert parse("{1: a, true: b, ~: c, 1.10: d, '': e}").data == {
        "1": "a",
        "true": "b",
        "~": "c",
        "1.10": "d",
        "": "e",
    }
