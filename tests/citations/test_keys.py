"""Keys made of what entries say."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from references import plain, wild

from argmap.bibliography import read
from argmap.bibliography.rename import edits
from argmap.citations.keys import Pattern, proposed
from argmap.cli.bib import DEFAULT_PATTERN
from argmap.text.edit import apply

KEY = re.compile(r"[^\W_]([\w.:+/-]*\w)?")  # what `argmap rename` takes for one
ENTRY = """@article{k,
  author = {Eliasson, Jonas and van Beethoven, Ludwig and {UN OCHA}},
  title = {The {Stockholm} congestion charges: {\\"O}verview of it's effects},
  date = {2014-05},
}"""


@pytest.mark.parametrize(
    ("pattern", "key"),
    [
        ("{author}-{year}-{title}", "eliasson-2014-stockholm"),
        ("{author}{year}", "eliasson2014"),
        ("{author:2}:{title:3}", "eliasson-beethoven:stockholm-congestion-charges"),
        ("{author:9}_{year}", "eliasson-beethoven-un-ocha_2014"),
        ("{type}/{title:9}", "article/stockholm-congestion-charges-overview"),
        ("ref.{title}", "ref.stockholm"),
    ],
)
def test_patterns(pattern: str, key: str) -> None:
    assert Pattern(pattern).key(read(ENTRY, "x.bib").entries["k"]) == key


@pytest.mark.parametrize(
    "pattern", ["", "key", "{}", "{name}", "{year", "{title:}", "{title:0}", "a b{year}", "{a{b}}"]
)
def test_a_pattern_that_is_none_is_refused(pattern: str) -> None:
    with pytest.raises(ValueError, match=r"cannot be part of a key|the same key"):
        Pattern(pattern)


@pytest.mark.parametrize(
    ("fields", "key"),
    [
        ("title = {The}, year = 2001", "2001-the"),
        ("editor = {Ann {\\O}re}, title = {Die Straße}", "ore-strasse"),
        ("organization = {{UN OCHA} and Other}, date = {2020/2022}", "un-ocha-2020"),
        ("author = {{\\L}ukasz D\\k{a}browski}, title = {L'été}, year = {in press}", "dabrowski-lete"),
        ("author = {طه حسين}, title = {الأيام}", "حسين-الايام"),
        ("year = 2001", ""),
        ("note = {x}", ""),
    ],
)
def test_what_an_entry_lacks_is_left_out(fields: str, key: str) -> None:
    assert Pattern(DEFAULT_PATTERN).key(read(f"@misc{{k, {fields}}}", "x.bib").entries["k"]) == key


def renamed(text: str, taken: frozenset[str] = frozenset(), pattern: str = "{author}{year}") -> dict[str, str]:
    return proposed(read(text, "x.bib"), Pattern(pattern), taken)


def entry(key: str, author: str = "Eliasson", year: int = 2014) -> str:
    return f"@misc{{{key}, author = {{{author}}}, year = {year}}}\n"


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        (["x"], {"x": "eliasson2014"}),
        (["x", "y", "z"], {"x": "eliasson2014a", "y": "eliasson2014b", "z": "eliasson2014c"}),
        (["eliasson2014"], {}),
        (["eliasson2014", "x"], {"x": "eliasson2014a"}),
        (["eliasson2014b", "x", "y"], {"x": "eliasson2014a", "y": "eliasson2014c"}),
        (["Eliasson2014"], {"Eliasson2014": "eliasson2014"}),
        (["eliasson2014-stockholm"], {"eliasson2014-stockholm": "eliasson2014"}),
    ],
)
def test_collisions_get_letters_and_what_fits_stays(keys: list[str], expected: dict[str, str]) -> None:
    assert renamed("".join(map(entry, keys))) == expected


def test_a_key_that_another_has_is_not_given() -> None:
    assert renamed(entry("x") + "@misc{ELIASSON2014, note = {n}}") == {"x": "eliasson2014a"}
    assert renamed(entry("x"), frozenset(["eliasson2014"])) == {"x": "eliasson2014a"}


def test_a_pattern_that_ends_in_letters_gets_a_hyphen() -> None:
    assert renamed(entry("x") + entry("y", year=2015), pattern="{author}") == {"x": "eliasson-a", "y": "eliasson-b"}


def test_containers_keep_their_keys_and_parents_lend() -> None:
    text = "@inbook{x, title = {T}, crossref = {p}}@book{p, author = {B}, year = 2001}@xdata{d, author = {C}, year = 1}"
    assert renamed(text) == {"x": "b2001a", "p": "b2001b"}


@pytest.mark.parametrize("text", [plain(300), wild(300).text], ids=["plain", "wild"])
@pytest.mark.parametrize("pattern", [DEFAULT_PATTERN, "{type}:{title:3}"])
def test_keys_can_be_keys_and_twice_is_once(text: str, pattern: str) -> None:
    bibliography = read(text, "x.bib")
    keys = proposed(bibliography, Pattern(pattern))
    assert all(KEY.fullmatch(key) for key in keys.values())
    after = read(apply(text, edits(bibliography, keys)), "x.bib")
    assert list(after.entries) == [keys.get(key, key) for key in bibliography.entries]
    assert proposed(after, Pattern(pattern)) == {}


@given(st.text(max_size=40), st.text(max_size=60))
def test_any_text_makes_a_key_or_none(author: str, title: str) -> None:
    made = read("@misc{k, author = 1, title = 2}", "x.bib").entries["k"]
    key = Pattern(DEFAULT_PATTERN).key(made._replace(fields={"author": author, "title": title}))
    assert key == "" or KEY.fullmatch(key)
    assert len(key) <= 100
