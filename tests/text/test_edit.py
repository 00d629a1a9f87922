"""Edits to a text by spans."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.model import Span
from argmap.text.edit import Edit, Offsets, apply

TEXT = "one\ntwo 😀 three\r\nfour\rfive"


@pytest.mark.parametrize(
    ("span", "text", "edited"),
    [
        (Span(1, 1, 1, 4), "1", "1\ntwo 😀 three\r\nfour\rfive"),
        (Span(2, 7, 2, 12), "3", "one\ntwo 😀 3\r\nfour\rfive"),
        (Span(3, 1, 3, 5), "4", "one\ntwo 😀 three\r\n4\rfive"),
        (Span(4, 5, 4, 5), "!", "one\ntwo 😀 three\r\nfour\rfive!"),
        (Span(1, 4, 2, 1), " ", "one two 😀 three\r\nfour\rfive"),
        (Span(1, 1, 1, 1), "\n", "\none\ntwo 😀 three\r\nfour\rfive"),
        (Span(2, 1, 3, 1), "", "one\nfour\rfive"),
    ],
)
def test_what_stands_at_the_span_is_replaced_and_nothing_else(span, text, edited):
    assert apply(TEXT, [Edit(span, text)]) == edited


def test_edits_are_made_in_any_order_and_all_speak_of_the_text_as_it_was():
    edits = [Edit(Span(2, 1, 2, 4), "second"), Edit(Span(1, 1, 1, 4), "first and longer"), Edit(Span(2, 4, 2, 4), "!")]
    assert apply("one\ntwo", edits) == "first and longer\nsecond!"


def test_insertions_at_one_place_come_as_they_are_given():
    here = Span(1, 2, 1, 2)
    assert apply("ab", [Edit(here, "1"), Edit(here, "2"), Edit(here, "3")]) == "a123b"


def test_edits_may_touch():
    edits = [Edit(Span(1, 2, 1, 3), "B"), Edit(Span(1, 1, 1, 2), "A"), Edit(Span(1, 3, 1, 4), "C")]
    assert apply("abc", edits) == "ABC"


@pytest.mark.parametrize(
    "second", [Span(1, 1, 1, 3), Span(1, 2, 1, 4), Span(1, 1, 1, 5), Span(1, 2, 1, 3), Span(1, 2, 1, 2)]
)
def test_edits_that_overlap_are_refused(second):
    with pytest.raises(ValueError, match="overlap"):
        apply("abcd", [Edit(Span(1, 1, 1, 3), "x"), Edit(second, "y")])


@pytest.mark.parametrize(
    "span",
    [(0, 1, 1, 1), (1, 0, 1, 1), (1, 5, 1, 5), (1, 1, 2, 6), (6, 1, 6, 1), (1, 3, 1, 2), (2, 1, 1, 1)],
)
def test_a_place_that_the_text_does_not_have_is_refused(span):
    with pytest.raises(ValueError, match=r"the text has no|ends before"):
        apply("one\ntwo\n", [Edit(Span(*span), "x")])


def test_no_edits_leave_the_text_as_it_is():
    assert apply(TEXT, []) == TEXT


@given(st.text("ab\r\n😀", max_size=30), st.data())
def test_what_is_cut_out_and_put_back_gives_the_same_text(text, data):
    places = [
        (line, column)
        for line, content in enumerate(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"), start=1)
        for column in range(1, len(content) + 2)
    ]
    start, end = sorted((data.draw(st.sampled_from(places)), data.draw(st.sampled_from(places))))
    span = Span(*start, *end)
    first, last = Offsets(text).of(span)
    assert apply(text, [Edit(span, text[first:last])]) == text
    assert apply(text, [Edit(span, "")]) == text[:first] + text[last:]
