"""Labels and addresses of references."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.bibliography import Entry, read
from argmap.citations.label import address, label, labels


def entry(fields: str, key: str = "k") -> Entry:
    return read(f"@misc{{{key}, {fields}}}", "x.bib").entries[key]


@pytest.mark.parametrize(
    ("fields", "shown"),
    [
        ("author = {Eliasson, Jonas}, date = {2014-06-10}", "Eliasson 2014"),
        ("author = {Jonas Eliasson and Lars-Göran Mattsson}, year = 2006", "Eliasson & Mattsson 2006"),
        (
            'author = {B{\\"o}rjesson, Maria and Eliasson, Jonas and Hugosson, Muriel}, date = 2012',
            "Börjesson et al. 2012",
        ),
        ("author = {A and others}, date = 2012", "A et al. 2012"),
        ("author = {{UN OCHA}}, date = {2023}", "UN OCHA 2023"),
        ("author = {{Barnes and Noble}}, date = {2023}", "Barnes and Noble 2023"),
        ("author = {van Beethoven, Ludwig}, date = {1802}", "van Beethoven 1802"),
        ("shortauthor = {{OCHA}}, author = {{UN Office}}, date = 2023", "OCHA 2023"),
        ("editor = {Ed, A}, publisher = {P}, date = 2001", "Ed 2001"),
        ("organization = {{Al-Monitor}}, publisher = {P}, date = {2015-10}", "Al-Monitor 2015"),
        ("institution = {{MIT Press} and WHO}, date = 2015", "MIT Press & WHO 2015"),
        ("journaltitle = {Transport Policy}, date = 2015", "Transport Policy 2015"),
        ("title = {{US}-{Iraqi} relations need a reset, says}, date = 2015", "US-Iraqi relations need a… 2015"),
        ("title = {A, long title that: breaks here or there}", "A, long title that: breaks… n.d."),
        ("author = {{ }}, title = {{}}, shorthand = {}", "k n.d."),
        ("shorthand = {KRV}, author = {A}, date = 2001", "KRV"),
        ("label = {Anon}, date = 2001", "Anon"),
        ("author = {A}, date = {2020/2022}", "A 2020–2022"),
        ("author = {A}, date = {2020-01/2020-03}", "A 2020"),
        ("author = {A}, date = {2020/..}", "A 2020–"),
        ("author = {A}, date = {199X}", "A 1990–1999"),
        ("author = {A}, date = {2015~}", "A 2015"),
        ("author = {A}, date = {2015-02-30T10:00:00}", "A 2015"),
        ("author = {A}, date = {-0044}", "A -44"),
        ("author = {A}, date = {soon}", "A soon"),
        ("author = {A}, year = {in press}", "A in press"),
        ("author = {A}", "A n.d."),
    ],
)
def test_label(fields: str, shown: str) -> None:
    assert label(entry(fields)) == shown


@pytest.mark.parametrize(
    ("fields", "where"),
    [
        (r"howpublished = {\url{https://x.org/a_b}}", "https://x.org/a_b"),
        ("howpublished = {https://x.org/}, url = {https://y.org/}", "https://y.org/"),
        ("howpublished = {Available from https://x.org/}", None),
        (r"howpublished = {\url{javascript:x}}", None),
        (
            "doi = {10.1016/j.tranpol.2014.01.001}, url = {https://x.org}",
            "https://doi.org/10.1016/j.tranpol.2014.01.001",
        ),
        ("doi = {https://doi.org/10.1002/%28SICI%29}", "https://doi.org/10.1002/%28SICI%29"),
        ("doi = {doi:10.1002/a<b>#1}", "https://doi.org/10.1002/a%3Cb%3E%231"),
        ("doi = {n/a}, url = {http://x.org/a_b?c=d&e=%20#f}", "http://x.org/a_b?c=d&e=%20#f"),
        ("url = {javascript:alert(1)}", None),
        ("url = {https://x.org/a b}", None),
        ('url = {https://x.org/"onclick=}', None),
        ("title = {T}", None),
    ],
)
def test_address(fields: str, where: str | None) -> None:
    assert address(entry(fields)) == where


def test_equal_labels_get_letters_in_the_order_of_the_file() -> None:
    text = (
        "@misc{z, author = {A}, date = 2014}\n@misc{y, author = {A, B}, date = {2014-03}}\n"
        "@misc{x, author = {A}}\n@misc{w, author = {A}}\n@misc{v, author = {B}, date = 2014}\n"
        "@misc{u, author = {A}, year = {2014a}}"
    )
    assert labels(read(text, "x.bib")) == {
        "z": "A 2014b",
        "y": "A 2014c",
        "x": "A n.d.-a",
        "w": "A n.d.-b",
        "v": "B 2014",
        "u": "A 2014a",
    }


def test_many_equal_labels() -> None:
    shown = labels(
        read("\n".join(f"@misc{{k{number}, author = {{A}}, date = 2014}}" for number in range(800)), "x.bib")
    )
    assert len(set(shown.values())) == 800
    assert (shown["k25"], shown["k26"], shown["k799"]) == ("A 2014z", "A 2014aa", "A 2014adt")


@given(
    st.dictionaries(st.sampled_from(["author", "editor", "title", "date", "year", "doi", "url"]), st.text(max_size=30))
)
def test_any_field_has_a_label(fields: dict[str, str]) -> None:
    body = "".join(f", {name} = {{{value}}}" for name, value in fields.items())
    for reference in read(f"@misc{{k{body}}}", "x.bib").entries.values():
        assert label(reference)
        assert (address(reference) or "https://").startswith(("https://", "http://", "HTTP"))
