"""Finding anchors in the text of an article, and wording that is taken from it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.model import Anchor
from argmap.sources import SourceText
from argmap.text.normalise import normalise

TEXT = """\
The city grew. “Don’t wait,” said the mayor – and the city did not wait. It cost £1,000 (a lot).
The coun\u00adcil paid;   the
city thanked it, as the Committee of the Whole had asked.
"""
SOURCE = SourceText("article", TEXT)


def passages(**anchor: str) -> list[str]:
    return [SOURCE.text[start:end] for start, end in SOURCE.occurrences(Anchor(**anchor))]


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ("The city grew", 1), ("the city", 2), ("city", 3), ("cit", 0), ("The City", 0), ("Don't wait", 1),
        ("“Don’t wait,”", 1), ("mayor - and", 1), ("paid; the city", 1), ("council", 1), ("£1,000", 1), ("(a lot)", 1),
        ("a.city", 0), ("grew. “Don't", 1),
    ],
)  # fmt: skip
def test_words_are_found_as_they_stand_typesetting_apart(words, count):
    assert len(SOURCE.occurrences(Anchor(start=words))) == count


def test_a_passage_runs_from_a_start_to_the_nearest_end():
    assert passages(start="the mayor", end="wait") == ["the mayor - and the city did not wait"]
    assert passages(start="the mayor", end="The city") == []


def test_prefix_and_suffix_tell_recurring_words_apart():
    assert passages(start="city", prefix="and the") == ["city"]
    assert passages(start="the city", suffix="thanked") == ["the city"]
    assert passages(start="the city", suffix="wept") == []
    assert passages(start="the city", prefix="nor") == []


@pytest.mark.parametrize("words", ["", " ", "\u00ad"])
def test_no_words_stand_nowhere(words):
    assert SOURCE.occurrences(Anchor(start=words)) == []


@given(st.data())
def test_every_run_of_words_of_the_source_is_found_where_it_stands(data):
    words = SOURCE.text.split(" ")
    first = data.draw(st.integers(0, len(words) - 1))
    last = data.draw(st.integers(first + 1, len(words)))
    run = " ".join(words[first:last])
    assert run in passages(start=run)


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1), st.text(st.characters(exclude_categories=["Cs"])))
def test_what_is_found_is_what_was_asked_for_whatever_it_holds(words, before):
    source = SourceText("article", f"{before} {words} . {words}")
    for start, end in source.occurrences(Anchor(start=words)):
        assert source.text[start:end] == normalise(words)


@pytest.mark.parametrize(
    ("text", "run"),
    [
        ("Yes: the mayor and the city did not wait.", "the mayor and the city did not wait"),
        ("THE MAYOR AND THE CITY DID NOT WAIT", None),
        ("the mayor, and the city, did not", "the mayor and the city did not"),
        ("the mayor and the city did", None),
        ("thanked it, as the Committee of the Whole", None),
    ],
)
def test_more_than_six_words_in_a_row_that_are_no_names_are_copied(text, run):
    assert SOURCE.copied(text, 6) == run


def test_a_text_shorter_than_the_run_is_never_copied():
    assert SOURCE.copied("", 6) is None
    assert SourceText("empty", "").copied("the mayor and the city did not wait", 6) is None
