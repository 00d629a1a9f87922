"""Folding what typesetting changes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.text.normalise import normalise


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("“don’t”", '"don\'t"'),
        ("2014–2015 — a span", "2014-2015 - a span"),
        ("co\u00adopera\u200btion", "cooperation"),
        ("a\u00a0b\n\n c\t", "a b c"),
        ("ﬁne e\u0301", "fine é"),
        ("wait…", "wait..."),
    ],
)
def test_what_only_typesetting_changes_is_the_same(one, other):
    assert normalise(one) == normalise(other)


@pytest.mark.parametrize(("one", "other"), [("Not", "not"), ("is not", "is"), ("a.b", "a b"), ("1,000", "1000")])
def test_words_case_and_punctuation_are_kept(one, other):
    assert normalise(one) != normalise(other)


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_folding_twice_changes_nothing(text):
    assert normalise(normalise(text)) == normalise(text)
