"""The layout of a bibliography: what it says stays, comments stay, twice is once."""

from __future__ import annotations

import pytest
from depth import at_most, counts, seeds
from hypothesis import given
from hypothesis import strategies as st
from needs import REPOSITORY
from references import COMMENTS, plain, wild

from argmap.bibliography import read
from argmap.bibliography.style import BibliographyStyleError, style

REFERENCES = REPOSITORY / "references.bib"


def styled(text: str) -> str:
    return style(read(text, "x.bib"))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", ""),
        ("  \n", ""),
        ("Prose.", "Prose.\n"),
        ("@Misc{k}", "@misc{k,\n}\n"),
        ("@misc(k, Title={A  b},YEAR=2001)", "@misc{k,\n  title = {A  b},\n  year = 2001,\n}\n"),
        ('@misc{k,a="x"#s#{y\n   z} , }', '@misc{k,\n  a = "x" # s # {y\n   z},\n}\n'),
        ("@misc{b}@misc{a}", "@misc{a,\n}\n\n@misc{b,\n}\n"),
        ("@misc{b, crossref={a}}@misc{a}", "@misc{b,\n  crossref = {a},\n}\n\n@misc{a,\n}\n"),
        ("@misc{b}\n% on a\n@misc{a}", "% on a\n@misc{a,\n}\n\n@misc{b,\n}\n"),
        ("@misc{b} % on b\n\n\n\n@misc{a}", "@misc{a,\n}\n\n@misc{b,\n} % on b\n"),
        ("% head\n\n@misc{b}\n@misc{a}", "% head\n\n@misc{a,\n}\n\n@misc{b,\n}\n"),
        ("@misc{a} prose @misc{b}", "@misc{a,\n}\n\nprose\n@misc{b,\n}\n"),
        ("% x\n\n   % y\n  % z\n\n\n@misc{a}", "% x\n\n   % y\n  % z\n\n@misc{a,\n}\n"),
        ('@STRING ( Ab = "x" )\n@string{b=Ab#{y},}', '@string{Ab = "x"}\n@string{b = Ab # {y}}\n'),
        ('@string{a = "x"}\n\n@string{b = a}', '@string{a = "x"}\n\n@string{b = a}\n'),
        ('@Preamble{ "x"#{y} }@misc{k}', '@preamble{"x" # {y}}\n\n@misc{k,\n}\n'),
        ("@comment{ a\n   b }\n@misc{k}", "@comment{ a\n   b }\n\n@misc{k,\n}\n"),
        ("@comment jabref\n@misc{k}", "@comment jabref\n@misc{k,\n}\n"),
        (
            "@misc{k, % on k\n a = 1 % on a\n ,\n % on b\n % too\n b = 2 % last\n}",
            "@misc{k, % on k\n  a = 1, % on a\n  % on b\n  % too\n  b = 2, % last\n}\n",
        ),
        ("@misc{k, a = % why\n  1,   b=2}", "@misc{k, a = % why\n  1,   b=2}\n"),
        ("@misc{ % why\n  k,   b=2}", "@misc{ % why\n  k,   b=2}\n"),
        ('@string{ % why\n a   = "x"}', '@string{ % why\n a   = "x"}\n'),
        ('@string{a = "x" % why\n}', '@string{a = "x" % why\n}\n'),
        ("@misc{k, a = {50% of it}}", "@misc{k,\n  a = {50% of it},\n}\n"),
        ("@misc{k, a = 1, A = 2}", "@misc{k,\n  a = 1,\n  a = 2,\n}\n"),
        ("@misc{b}@misc{a}@misc{b}", "@misc{b,\n}\n\n@misc{a,\n}\n\n@misc{b,\n}\n"),
        ("\ufeff@misc{k}", "\ufeff@misc{k,\n}\n"),
    ],
)
def test_the_layout(before: str, after: str) -> None:
    assert styled(before) == after
    assert styled(after) == after


@pytest.mark.skipif(not REFERENCES.exists(), reason="no references.bib here")
def test_the_references_of_this_repository_are_laid_out() -> None:
    text = REFERENCES.read_text(encoding="utf-8")
    assert styled(text) == text
    assert styled(plain(200)) == plain(200)


@pytest.mark.parametrize("seeds", seeds(1, whole=4, batch=2))
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_what_a_generated_file_says_stays(seeds: range, line_end: str) -> None:
    for seed in seeds:
        made = wild(400, seed=seed, line_end=line_end)
        after = styled(made.text)
        bibliography = read(after, "x.bib")
        assert {key: (entry.type, entry.fields) for key, entry in bibliography.entries.items()} == made.entries
        for comment in (*COMMENTS, "% why", "% the last"):
            if not comment.startswith("@preamble"):
                assert after.count(comment) == made.text.count(comment)
        assert styled(after) == after


PIECES = st.sampled_from(
    [
        *("@misc{b, a = 1}", "@misc{a,\n}", "@book{c, crossref = {a}}", "@misc{a}", "@comment{x}", '@string{s = "x"}'),
        *("@preamble{{x}}", "prose", "% comment", "% @misc{out}", "\n", "\n\n", " ", "\t", "@comment x", "\n  % drawn"),
        *("@misc{z, t = s # {x} % c\n}", "@misc(y, u = {v\n\n w})", "@misc{B, a = 2}"),
    ]
)


@given(st.lists(PIECES, max_size=12).map("".join))
def test_twice_is_once(text: str) -> None:
    try:
        once = styled(text)
    except BibliographyStyleError:
        assert any(finding.rule == "bibliography-syntax" for finding in read(text, "x.bib").findings)
        return
    assert styled(once) == once
    assert once.split() != [] or text.split() == []


def test_a_file_with_faults_is_refused() -> None:
    with pytest.raises(BibliographyStyleError, match=r"^line 3: a comma is missing after the value of 'a'$"):
        styled("\n@misc{k,\n  a = {x}\n  b = {y}\n}")


@pytest.mark.parametrize("length", counts(40_000, 200_000))
@pytest.mark.parametrize(
    ("begin", "piece", "end"),
    [
        ("@misc{b}\n", "% x\n", "\n@misc{a}"),
        ("@misc{b}\n", "\n", "@misc{a}"),
        ("@misc{b}\n", " ", "@misc{a}"),
        ("@misc{b}", "\n%", "\n@misc{a}"),
        ("", '@misc{k№}\n@string{s№ = "x"}\n@misc{a№}\n', ""),
        ("@misc{k, a = 1 # ", "1 # ", "2}"),
        ("@misc{k, a = 1,", "% x\n", "}"),
    ],
    ids=range(7),
)
def test_large_files_take_no_time(begin: str, piece: str, end: str, length: int) -> None:
    text = begin + "".join(piece.replace("№", str(number)) for number in range(length // len(piece))) + end
    with at_most(length / 10_000):
        laid_out = styled(text)
    assert laid_out.count("@") == text.count("@")
