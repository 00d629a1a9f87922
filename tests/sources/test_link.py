"""Deep links: what stands in them, and that a browser that goes by the specification finds the passage first."""

import re
from itertools import pairwise
from pathlib import Path

import pytest
from browsing import found, place, terms
from hypothesis import assume, given
from hypothesis import strategies as st
from needs import REPOSITORY, need

from argmap.model import Anchor, Map
from argmap.sources import SourceText
from argmap.sources.link import deep_link, fragment
from argmap.sources.page import MOST_CONTEXT, Page
from argmap.text.normalise import normalise
from argmap.workspace.workspace import Workspace

URL = "https://example.org/a"
TEXT = """\
The city

The city grew. “Don’t wait,” said the mayor — and the city did not wait. It cost £1,000 (a lot), or 50% & more.

The city council’s plan, a 19th-century one, was paid by the coun\u00adcil; the
city thanked it. Iraq’s army left.

In the end the city grew and the end came.

The city
"""
PAGE = Page(TEXT)


def paragraphs(text):
    return [block for block in re.split(r"\n\s*\n", text.replace("\u00ad", "")) if block.strip()]


def opened(text=TEXT, **anchor):
    """What a browser marks that follows the link to the anchor."""
    return found(deep_link(URL, Anchor(**anchor), Page(text)), paragraphs(text))


@pytest.mark.parametrize(
    ("anchor", "directive"),
    [
        ({"start": "a charge"}, "text=a%20charge"),
        ({"start": "a-b, c & d"}, "text=a%2Db%2C%20c%20%26%20d"),
        ({"start": "50% #1 :~:", "end": "x/y?"}, "text=50%25%20%231%20%3A~%3A,x%2Fy%3F"),
        ({"start": "b", "prefix": "a", "suffix": "c"}, "text=a-,b,-c"),
        ({"start": "b", "prefix": "a", "end": "c", "suffix": "d"}, "text=a-,b,c,-d"),
        ({"start": "von “ Weg\n", "end": " "}, "text=von%20%E2%80%9C%20Weg"),
        ({"start": "环境"}, "text=%E7%8E%AF%E5%A2%83"),
        ({"start": "\ud83d"}, "text=%3F"),
        ({"start": " \u00ad"}, None),
    ],
)
def test_the_words_of_an_anchor_are_written_as_the_specification_has_it(anchor, directive):
    assert fragment(Anchor(**anchor)) == directive


@pytest.mark.parametrize(
    ("url", "link"),
    [
        ("https://example.org/a", "https://example.org/a#:~:text=x"),
        ("HTTP://example.org", "HTTP://example.org#:~:text=x"),
        ("https://example.org/a?b=c#top", "https://example.org/a?b=c#top:~:text=x"),
        ("https://example.org/a#", "https://example.org/a#:~:text=x"),
        ("https://example.org/a#top:~:text=old", "https://example.org/a#top:~:text=x"),
        ("https://example.org/:~:/a", "https://example.org/:~:/a#:~:text=x"),
        ("ftp://example.org/a", None), ("javascript:alert(1)", None), ("mailto:a@example.org", None), ("", None),
        (None, None), ("https://", None), ("https://[::1", None), ("https://example.org/a b", None), ("/a", None),
        ("https://example.org/a\x00", None),
    ],
)  # fmt: skip
def test_only_web_addresses_give_links(url, link):
    assert deep_link(url, Anchor(start="x")) == link


def test_an_anchor_without_words_gives_no_link():
    assert deep_link(URL, Anchor(start="\u00ad")) is None


@pytest.mark.parametrize(
    ("words", "passage"),
    [
        ("said the mayor", "said the mayor"),
        ("Don't wait", "Don’t wait"),
        ('"Don\'t wait," said', "“Don’t wait,” said"),
        ("the mayor - and", "the mayor — and"),
        ("£1,000 (a lot)", "£1,000 (a lot)"),
        ("50% & more", "50% & more"),
        ("a 19th-century one", "a 19th-century one"),
        ("council; the city", "council; the city"),
        ("Iraq", "Iraq’s"),
        ("century", "century"),
    ],
)
def test_the_words_are_those_of_the_page(words, passage):
    assert opened(start=words) == passage
    assert terms(deep_link(URL, Anchor(start=words), PAGE)).start == passage


def test_a_passage_over_paragraphs_is_a_range_whose_ends_lie_in_one_paragraph_each():
    link = deep_link(URL, Anchor(start="army", end="the end"), PAGE)
    assert terms(link) == ("", "army", "the end", "")
    assert found(link, paragraphs(TEXT)) == "army left.\nIn the end"
    assert terms(deep_link(URL, Anchor(start="Iraq's army left. In the end"), PAGE)) == (
        "", "Iraq’s army left.", "In the end", "",
    )  # fmt: skip
    link = deep_link(URL, Anchor(start="army left. In the", end="grew and the end came. The city"), PAGE)
    assert terms(link) == ("", "army left.", "The city", "")
    link = deep_link(URL, Anchor(start="wait. It cost", end="(a lot), or 50% & more. The city council's"), PAGE)
    assert terms(link) == ("", "wait. It cost", "The city council’s", "")
    assert found(link, paragraphs(TEXT)).startswith("wait. It cost £1,000 (a lot), or 50% & more.\nThe city council’s")


@pytest.mark.parametrize(
    ("anchor", "expected"),
    [
        # In other case, these words stand earlier.
        ({"start": "the city"}, ("and", "the city", "", "")),
        ({"start": "city", "suffix": "council"}, ("", "city", "", "council’s")),
        ({"start": "the city", "prefix": "In the end"}, ("end", "the city", "", "")),
        ({"start": "wait", "prefix": "did not"}, ("not", "wait", "", "")),
        # The nearest end is not the one that is meant.
        ({"start": "In the end", "end": "end came"}, ("", "In the end", "end came", "")),
        ({"start": "In", "end": "end", "suffix": "came"}, ("", "In", "end", "came.")),
        # The last paragraph is a passage of the words of the first: only what is above it tells.
        ({"start": "The city", "prefix": "the end came"}, ("came.", "The city", "", "")),
    ],
)
def test_words_around_single_out_what_stands_earlier_too(anchor, expected):
    assert terms(deep_link(URL, Anchor(**anchor), PAGE)) == expected


def test_words_that_nothing_singles_out_are_given_without_context():
    page = Page("a b c\n\n" * 20)
    assert fragment(Anchor(start="b", prefix="c a"), page) == "text=b"


def test_an_anchor_that_the_page_does_not_have_keeps_its_own_words():
    assert fragment(Anchor(start="no such", prefix="words"), PAGE) == "text=words-,no%20such"


@given(st.text("ab AB.,-'’“é\n\u00ad\u0301ﬁ1_\u200d中", min_size=1, max_size=80), st.data())
def test_what_is_quoted_is_the_passage_with_the_rest_of_its_words(letters, data):
    words = normalise(letters).split()
    assume(words)
    first = data.draw(st.integers(0, len(words) - 1))
    last = data.draw(st.integers(first + 1, len(words)))
    anchor = Anchor(start=" ".join(words[first:last]))
    quoted = Page(letters).quoted(anchor)
    assert (quoted is None) == (not SourceText("", letters).occurrences(anchor))
    if quoted is not None and quoted.end is None:
        assert normalise(anchor.start) in normalise(quoted.start)
        assert len(normalise(quoted.start).split()) == last - first


@given(st.lists(st.sampled_from(["the", "city", "The", "grew", "far."]), min_size=1, max_size=12), st.data())
def test_the_passage_is_found_first_wherever_few_words_around_it_can_tell(words, data):
    """Words recur in every order; the anchor says by all that stands before it which of them is meant."""
    breaks = data.draw(st.sets(st.integers(1, len(words))))
    at = data.draw(st.integers(0, len(words) - 1))
    starts = [0, *sorted(breaks - {len(words)}), len(words)]
    blocks = [" ".join(words[first:last]) for first, last in pairwise(starts)]
    begin = len(" ".join(words[:at])) + (at > 0)
    passage = (begin, begin + len(normalise(words[at])))
    anchor = Anchor(start=words[at], prefix=" ".join(words[:at]) or None)
    link = deep_link(URL, anchor, Page("\n\n".join(blocks)))
    assume(SourceText("", "\n\n".join(blocks)).occurrences(anchor)[0] == passage)
    if place(link, blocks) != passage:
        # No run of words of its paragraph that holds it is the first of its wording.
        first = max(start for start in starts if start <= at)
        last = min(start for start in starts if start > at)
        for left in range(first, at + 1):
            for right in range(at + 1, last + 1):
                run = [" ".join(words[left:at]) or None, " ".join(words[at + 1 : right]) or None]
                other = fragment(Anchor(start=words[at], prefix=run[0], suffix=run[1]))
                assert place(f"{URL}#:~:{other}", blocks) != passage


def anchors(map):
    """The anchors of the nodes and steps of a map."""
    return [at for one in (*map.nodes.values(), *map.steps.values()) for at in one.at]


@pytest.mark.parametrize("key", ["al-monitor-2015", "washington-institute-2024"])
def test_each_anchor_of_our_maps_leads_to_its_passage(key):
    text = (Path(need("sources")) / f"{key}.txt").read_text("utf-8")
    map = Workspace(REPOSITORY).document(REPOSITORY / "maps" / f"{key}.yaml").content
    assert isinstance(map, Map)
    page, source = Page(text), SourceText(key, text)
    for anchor in anchors(map):
        (start, end), *others = source.occurrences(anchor)
        assert not others
        link = deep_link(URL, anchor, page)
        marked = found(link, paragraphs(text))
        assert marked is not None, link
        assert normalise(marked) == source.text[start:end], link
        assert sum(len(term.split()) for term in terms(link)) <= 6


def test_no_more_words_are_quoted_around_than_the_limit_says():
    for words, prefix in ((MOST_CONTEXT, f"y{' n' * (MOST_CONTEXT - 1)}"), (MOST_CONTEXT + 1, None)):
        around = " n" * (words - 1)
        page = Page(f"x{around} here.\n\ny{around} here.")
        assert page.quoted(Anchor(start="here", prefix=f"y{around}")) == Anchor(start="here", prefix=prefix)


@pytest.mark.parametrize(
    ("text", "anchor", "quoted"),
    [
        ("", Anchor(start="a"), None),
        ("\u00ad \n\n", Anchor(start="a"), None),
        ("a " * 50_000, Anchor(start="a", prefix="a a a"), Anchor(start="a", prefix="a a a")),
        ("a" * 200_000, Anchor(start="a"), None),
        ("中" * 100_000 + " a", Anchor(start="a"), Anchor(start="a")),
        ("\ud83d a", Anchor(start="a"), Anchor(start="a")),
        ("\x01 a", Anchor(start="\x01"), Anchor(start="\x01")),
    ],
    ids=range(7),
)
def test_any_text_makes_a_page(text, anchor, quoted):
    assert Page(text).quoted(anchor) == quoted
