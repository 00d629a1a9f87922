"""Widths and line breaks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.render.typeset.measure import BOX, OTHER, WIDE, clean, shorten, width
from argmap.render.typeset.wrap import wrap_text


def test_widths_are_those_of_arial():
    assert width("A", 1000) == pytest.approx(667, abs=1)
    assert width("i", 1000) == pytest.approx(222, abs=1)
    assert width("A", 1000, "bold") == pytest.approx(722, abs=1)
    assert width("–€", 1000) == pytest.approx(556 + 556, abs=2)
    assert width("ab", 10, spacing=2) == width("ab", 10) + 4


def test_characters_that_the_table_lacks():
    assert width("漢한Ａ", 10) == 30 * WIDE
    assert width("\U00011700", 10) == pytest.approx(10 * OTHER, abs=0.01)  # no font of the table has Ahom
    assert width("\U0001171d", 10) == pytest.approx(10 * BOX, abs=0.01)
    assert width("e\u0301\u200b", 10) == width("é", 10) == width("e", 10)


@given(st.lists(st.sampled_from(["a", "word", "well-known", "и", "incomprehensible"]), max_size=60).map(" ".join))
def test_balancing_needs_no_more_lines(text: str):
    assert len(wrap_text(text, 12, 200)) == len(wrap_text(text, 12, 200, balance=False))


def test_lines_break_after_hyphens_between_letters_and_not_in_numbers():
    assert wrap_text("cost-benefit", 10, width("cost-ben", 10)) == ["cost-", "benefit"]
    assert wrap_text("1999-2000 a", 10, width("1999-2000", 10)) == ["1999-2000", "a"]
    assert wrap_text("10\u00a0km", 10, width("10\u00a0km", 10)) == ["10\u00a0km"]
    assert wrap_text("pro/con a–b-c", 10, 1) == [*"pro/con", "a", "–", "b", "-", "c"]
    assert wrap_text("pro/con a–b-c", 10, width("pro/", 10)) == ["pro/", "con", "a–", "b-c"]


def test_balanced_lines():
    room = width("one two three four", 10)
    assert wrap_text("one two three four five six", 10, room) == ["one two three", "four five six"]


def test_what_xml_forbids_is_replaced():
    assert clean("a\x00b\ud800c\ufffe") == "a\ufffdb\ufffdc\ufffd"
    assert clean(" a\n\tb\u2028c ") == "a b c"
    assert clean("a\x0bb\x0cc") == "a b c"
    assert clean("a  b") == "a b"


def test_a_megabyte_is_no_trouble():
    assert len(wrap_text("word " * 200_000, 12, 200)) > 1000
    assert len(wrap_text("x" * 1_000_000, 12, 200)) > 1000
    assert len(wrap_text("x" * 1_000_000, 12, 200, most=3)) == 3


def test_no_more_lines_than_wanted():
    room = width("one two", 10)
    assert wrap_text("one two one two", 10, room, most=2) == ["one two", "one two"]
    assert wrap_text("one two one two one", 10, room, most=2) == ["one two", "one t…"]
    assert (
        wrap_text("one two one two one", 10, room, most=1)
        == wrap_text("one two one two one", 10, room, most=0)
        == ["one t…"]
    )
    assert wrap_text("one two", 10, 1, most=1) == ["…"]
    assert wrap_text("", 10, room, most=1) == []
    assert wrap_text("漢字漢字漢字漢字", 10, 30, most=2) == ["漢字漢", "字漢…"]


def test_a_text_that_fits_is_balanced_however_many_lines_it_might_have():
    text = "one two three four five six"
    room = width("one two three four", 10)
    assert wrap_text(text, 10, room, most=2) == wrap_text(text, 10, room) == ["one two three", "four five six"]


@given(st.text(max_size=60), st.floats(20, 100))
def test_shortened_text_fits(text: str, room: float):
    assert width(shorten(text, 10, room), 10) <= room
