"""The paragraphs of an article's text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.sources import SourceText


def paragraphs(text):
    source = SourceText("article", text)
    return [source.text[start:end] for start, end in source.paragraphs]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_blank_lines_part_paragraphs_and_line_ends_do_not(end):
    text = "One line.\nIts second.\n\nAnother.\n \t\n\n\nThe last\n"
    assert paragraphs(text.replace("\n", end)) == ["One line. Its second.", "Another.", "The last"]


@pytest.mark.parametrize("text", ["", " \n\n ", "\u200b\n\n\u00ad"])
def test_what_has_no_words_has_no_paragraphs(text):
    assert paragraphs(text) == []


ODD = "ab \n\r\t\u00ad\u200b\u0301\u00b4\u00a8\u2026\u2028\x85“ﬁ\u1e9b\u0323\uac00\u11a8\u1100\u1161"


@given(st.text(ODD))
def test_paragraphs_make_up_the_whole_text(text):
    assert " ".join(paragraphs(text)) == SourceText("article", text).text


@given(st.text("ab \n", max_size=60))
def test_every_offset_is_in_the_paragraph_that_it_is_in(text):
    source = SourceText("article", text)
    for number, (start, end) in enumerate(source.paragraphs, start=1):
        assert {source.paragraph_at(offset) for offset in range(start, end)} == {number}
