"""What passes as a quote and what does not: faithful words in other typesetting, and unfaithful ones."""

import random
import re

import pytest
from articles import article

from argmap.model import Anchor
from argmap.sources import SourceText
from argmap.sources.nearest import nearest
from argmap.text.normalise import normalise


def runs(seed: int, count: int) -> list[tuple[SourceText, str, random.Random]]:
    """Runs of six to fourteen words of an article, each with the article."""
    chance = random.Random(seed)
    source = SourceText("article", article(seed))
    words = source.text.split(" ")
    found = []
    while len(found) < count:
        at = chance.randrange(len(words) - 14)
        found.append((source, " ".join(words[at : at + chance.randrange(6, 15)]), chance))
    return found


def drop(words, chance):
    at = chance.randrange(1, len(words) - 1)
    return words[:at] + words[at + 1 :]


def insert_not(words, chance):
    at = chance.randrange(1, len(words) - 1)
    return [*words[:at], "not", *words[at:]]


def change_number(words, chance):
    at = next((at for at, word in enumerate(words) if word.isdigit()), None)
    if at is None:
        return [*words[:2], "17", *words[3:]]
    return [*words[:at], str(int(words[at]) + chance.choice([1, 10, 100])), *words[at + 1 :]]


def swap(words, chance):
    at = chance.randrange(len(words) - 1)
    return [*words[:at], words[at + 1], words[at], *words[at + 2 :]]


def other_case(words, chance):
    at = chance.randrange(len(words))
    return [*words[:at], words[at].swapcase(), *words[at + 1 :]]


MUTATIONS = [drop, insert_not, change_number, swap, other_case]


@pytest.mark.parametrize("mutate", MUTATIONS)
def test_no_mutated_quote_passes(mutate):
    tried = 0
    for source, run, chance in runs(11, 90):
        changed = " ".join(mutate(run.split(" "), chance))
        if changed != run and changed not in source.text:
            tried += 1
            assert source.occurrences(Anchor(start=changed)) == [], changed
            first, *_, last = changed.split(" ")
            assert source.occurrences(Anchor(start=changed, end=last)) == [] or first == last
    assert tried >= 60


def curly(text, chance):
    return re.sub(r'"(\w+)"', r"“\1”", text)


def guillemets(text, chance):
    return re.sub(r'"(\w+)"', r"«\1»", text)


def dashes(text, chance):
    return text.replace("-", chance.choice("‐‑–—"))


def line_breaks(text, chance):
    return text.replace(" ", chance.choice(["\n", "\r\n  ", " \n"]))


def soft_hyphens(text, chance):
    return re.sub(r"(\w{3})(\w{2})", "\\1\u00ad\\2", text)


def ligatures(text, chance):
    for letters, sign in (("ffi", "ﬃ"), ("fi", "ﬁ"), ("fl", "ﬂ")):
        text = text.replace(letters, sign)
    return text


def fixed_spaces(text, chance):
    return text.replace(" ", chance.choice(["\u00a0", "\u202f", "\u2009"]))


FAITHFUL = [curly, guillemets, dashes, line_breaks, soft_hyphens, ligatures, fixed_spaces]


@pytest.mark.parametrize("typeset", FAITHFUL)
def test_every_faithful_quote_passes_however_it_is_typeset(typeset):
    changed = 0
    for source, run, chance in runs(23, 50):
        quote = typeset(run, chance)
        changed += quote != run
        places = source.occurrences(Anchor(start=quote))
        assert places, quote
        assert all(source.text[start:end] == normalise(run) for start, end in places)
    assert changed >= 10


@pytest.mark.parametrize("typeset", FAITHFUL)
def test_every_plain_quote_passes_however_the_source_is_typeset(typeset):
    chance = random.Random(5)
    source = SourceText("article", "\n\n".join(typeset(part, chance) for part in article(31).split("\n\n")))
    for _, run, _ in runs(31, 50):
        assert source.occurrences(Anchor(start=run)), run


TEXT = SourceText(
    "article",
    "The council met in May. It paid for a bridge, as it had to; nobody asked the ferryman.\n\n"
    + "Nothing happened. " * 60
    + "\n\nThe council met in June and asked the ferryman. He waited ... and left. 市議会は橋を建てた。",
)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("It paid ... the ferryman", ["It paid for a bridge, as it had to; nobody asked the ferryman"]),
        ("It paid [...] a bridge … nobody", ["It paid for a bridge, as it had to; nobody"]),
        ("... a bridge ...", ["a bridge"]),
        ("a bridge ... It paid", []),  # the other way round
        ("nobody asked ... in June", []),  # more than a hundred words are left out
        ("The council ... in June", ["The council met in June"]),  # the nearest start that leads there
        ("waited ... and", ["waited ... and"]),  # the source itself has the marks
        ("...", ["..."]),
        ("[...]", []),
        ("市議会", ["市議会"]),
        ("橋", ["橋"]),  # words without spaces between them
    ],
)
def test_an_ellipsis_stands_for_what_is_left_out_in_order_and_within_a_bound(words, found):
    assert [TEXT.text[start:end] for start, end in TEXT.occurrences(Anchor(start=words))] == found


def test_a_paragraph_says_which_of_several_places_is_meant():
    assert len(TEXT.occurrences(Anchor(start="The council met"))) == 2
    (place,) = TEXT.occurrences(Anchor(start="The council met", paragraph=3))
    assert TEXT.paragraph_at(place[0]) == 3
    assert TEXT.occurrences(Anchor(start="The council met", paragraph=2)) == []


def test_marks_alone_tell_places_apart_too():
    assert len(TEXT.occurrences(Anchor(start="ferryman", suffix="."))) == 2
    assert len(TEXT.occurrences(Anchor(start="had to", suffix=";"))) == 1
    assert TEXT.occurrences(Anchor(start="had to", suffix="?")) == []
    assert len(TEXT.occurrences(Anchor(start="nobody", prefix=";"))) == 1


def test_pages_are_parted_by_form_feeds():
    source = SourceText("paper", "One page.\n\nIts end.\f\nThe next one.\fThe last.\n")
    pages = {words: source.page_at(source.text.index(words)) for words in ("One", "Its", "next", "The last")}
    assert pages == {"One": 1, "Its": 1, "next": 2, "The last": 3}
    assert TEXT.page_at(5) is None


@pytest.mark.parametrize(
    ("words", "difference"),
    [
        ("It paid for the bridge", "It paid for [-the-] {+a+} bridge"),
        ("it never paid for a bridge", "[-it never-] {+It+} paid for a bridge"),
        ("nobody asked a ferrymann", "nobody asked [-a ferrymann-] {+the ferryman+}"),
        ("The council mets in June", "The council [-mets-] {+met+} in June"),
    ],
)
def test_the_nearest_passage_is_shown_with_what_differs(words, difference):
    near = nearest(TEXT, words)
    assert near is not None
    assert near.difference == difference


@pytest.mark.parametrize("words", ["", "...", "xyzzy plugh quux frobnicate", "橋橋橋"])
def test_what_is_like_nothing_has_no_nearest_passage(words):
    assert nearest(TEXT, words) is None
