"""Widths and line breaks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import texts

from argmap.render.measure import OTHER, clean, shorten, width, wrap


def test_widths_are_those_of_arial():
    assert width("A", 1000) == pytest.approx(667, abs=1)
    assert width("i", 1000) == pytest.approx(222, abs=1)
    assert width("A", 1000, "bold") == pytest.approx(722, abs=1)
    assert width("–€", 1000) == pytest.approx(556 + 556, abs=2)
    assert width("ab", 10, spacing=2) == width("ab", 10) + 4


def test_characters_that_the_table_lacks():
    assert width("漢", 10) == 10 * OTHER
    assert width("e\u0301\u200b", 10) == width("e", 10)


@given(texts | st.text(max_size=300), st.floats(20, 400), st.booleans())
def test_no_line_is_wider_than_its_room(text: str, room: float, balance: bool):
    lines = wrap(text, 12.5, room, "bold", balance=balance)
    assert all(width(line, 12.5, "bold") <= room + 1e-6 or len(line) == 1 for line in lines)
    assert "".join(lines).replace(" ", "") == clean(text).replace(" ", "")
    assert all(line.strip(" ") for line in lines)


@given(st.lists(st.sampled_from(["a", "word", "well-known", "и", "incomprehensible"]), max_size=60).map(" ".join))
def test_balancing_needs_no_more_lines(text: str):
    assert len(wrap(text, 12, 200)) == len(wrap(text, 12, 200, balance=False))


def test_lines_break_after_hyphens_between_letters_and_not_in_numbers():
    assert wrap("cost-benefit", 10, width("cost-ben", 10)) == ["cost-", "benefit"]
    assert wrap("1999-2000 a", 10, width("1999-2000", 10)) == ["1999-2000", "a"]
    assert wrap("10\u00a0km", 10, width("10\u00a0km", 10)) == ["10\u00a0km"]


def test_balanced_lines():
    room = width("one two three four", 10)
    assert wrap("one two three four five six", 10, room) == ["one two three", "four five six"]


def test_what_xml_forbids_is_replaced():
    assert clean("a\x00b\ud800c\ufffe") == "a\ufffdb\ufffdc\ufffd"
    assert clean(" a\n\tb\u2028c ") == "a b c"


def test_a_megabyte_is_no_trouble():
    assert len(wrap("word " * 200_000, 12, 200)) > 1000
    assert len(wrap("x" * 1_000_000, 12, 200)) > 1000


@given(st.text(max_size=60), st.floats(20, 100))
def test_shortened_text_fits(text: str, room: float):
    assert width(shorten(text, 10, room), 10) <= room
