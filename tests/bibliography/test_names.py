"""Names by BibTeX's rules, and LaTeX in them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.bibliography.latex import decode
from argmap.bibliography.names import Name, Names, parse, split


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("Jonas Eliasson", Name("Eliasson", "Jonas")),
        ("Eliasson, Jonas", Name("Eliasson", "Jonas")),
        ("Donald E. Knuth", Name("Knuth", "Donald E.")),
        ("Ludwig van Beethoven", Name("Beethoven", "Ludwig", "van")),
        ("van Beethoven, Ludwig", Name("Beethoven", "Ludwig", "van")),
        ("de la Vall{\\'e}e Poussin, Charles", Name("Vall{\\'e}e Poussin", "Charles", "de la")),
        (
            "Charles Louis Xavier Joseph de la Vallée Poussin",
            Name("Vallée Poussin", "Charles Louis Xavier Joseph", "de la"),
        ),
        ("Jean de La Fontaine", Name("La Fontaine", "Jean", "de")),
        ("King, Jr, Martin Luther", Name("King", "Martin Luther", "", "Jr")),
        ("von Last, Jr, First", Name("Last", "First", "von", "Jr")),
        ("Brinch Hansen, Per", Name("Brinch Hansen", "Per")),
        ("{UN OCHA}", Name("{UN OCHA}")),
        ("Smith, J.~R.", Name("Smith", "J. R.")),
        ("jean de la fontaine", Name("fontaine", "", "jean de la")),
        ("AA {bb} CC", Name("CC", "AA {bb}")),
        ('AA {\\"u}bb CC', Name("CC", "AA", '{\\"u}bb')),
        ('AA {\\"U}bb CC', Name("CC", 'AA {\\"U}bb')),
        ("AA {\\oe}b CC", Name("CC", "AA", "{\\oe}b")),
        ("AA {\\OE}b CC", Name("CC", "AA {\\OE}b")),
        ("a, b, c, d", Name("a", "c d", "", "b")),
        (",", Name("")),
    ],
)
def test_one_name(written: str, expected: Name) -> None:
    assert parse(written) == Names((expected,))


@pytest.mark.parametrize(
    ("written", "items"),
    [
        ("A and B", ["A", "B"]),
        ("A AND B", ["A", "B"]),
        ("{Barnes and Noble} and B", ["{Barnes and Noble}", "B"]),
        ("Sand and Band", ["Sand", "Band"]),
        ("and A and and B and", ["A", "B"]),
        ("", []),
        (" and ", []),
    ],
)
def test_lists(written: str, items: list[str]) -> None:
    assert split(written) == items


def test_and_others() -> None:
    assert parse("A and others") == Names((Name("A"),), others=True)
    assert parse("others") == Names((Name("others"),))


@given(st.text(st.sampled_from("aB{}\\,~ \"'") | st.characters(), max_size=60))
def test_any_text_has_names(text: str) -> None:
    for name in parse(text).names:
        assert all(isinstance(decode(part), str) for part in name)


@given(st.lists(st.tuples(st.sampled_from(["Ab", "Éa", "{c d}"]), st.sampled_from(["van", "de la", ""])), min_size=1))
def test_names_read_back(people: list[tuple[str, str]]) -> None:
    written = " and ".join(f"{prefix} {family}, Given G.".strip() for family, prefix in people)
    assert parse(written) == Names(tuple(Name(family, "Given G.", prefix) for family, prefix in people))


@pytest.mark.parametrize(
    ("latex", "plain"),
    [
        (r"B{\"o}rjesson", "Börjesson"),
        (r"M\"uller, {\'E}mile, \'{\i}, \'\i, \c{c}\c c, \v{s}, \H{o}, \k a", "Müller, Émile, í, í, çç, š, ő, ą"),
        (r"Stra{\ss}e, {\L}\'od\'z, \AA{} \o{}re", "Straße, Łódź, Å øre"),
        (r"\emph{Nature} \& Co.", "Nature & Co."),
        (r"\{a\} 10\,\% b~c", "{a} 10 % b c"),
        ("1--2 --- {UN}", "1–2 — UN"),
        ("e\u0301", "é"),
        ("trailing \\", "trailing \\"),
    ],
)
def test_latex(latex: str, plain: str) -> None:
    assert decode(latex) == plain
