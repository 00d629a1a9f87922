"""Nothing is found in what is right, and nothing is raised for what is not."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from depth import at_most, counts
from hypothesis import given
from hypothesis import strategies as st
from needs import REPOSITORY

from argmap.bibliography import read
from argmap.checks.engine.rule import BibliographyContext
from argmap.checks.engine.run import check_bibliography
from argmap.model import Dialect, Finding, Severity

GOOD = (Path(__file__).parent / "good.bib").read_text("utf-8")


def found(text: str, dialect: Dialect = Dialect.BIBLATEX) -> list[Finding]:
    return check_bibliography(read(text, "r.bib"), BibliographyContext(None, dialect))


def test_good_entries_of_all_kinds_have_no_finding() -> None:
    assert found(GOOD) == []
    assert len(re.findall("^@", GOOD, re.MULTILINE)) > 30


def test_the_references_of_this_repository_have_nothing_but_what_is_to_do() -> None:
    findings = found((REPOSITORY / "references.bib").read_text("utf-8"))
    assert {finding.code for finding in findings} == {"AM414"}
    assert {finding.severity for finding in findings} == {Severity.NOTE}


BIBTEX = """\
@string{tp = "Transport Policy"}
@article{a, author = "A. B{\\"o}rjesson and J. Eliasson", title = "The {Stockholm} charges", journal = tp, year = 2012,
  volume = 20, pages = "1--12", month = feb, doi = {10.1016/j.tranpol.2011.11.001}}
@inproceedings{b, author = {Roe, J.}, title = {Maps}, crossref = {z}}
@mastersthesis{c, author = {Roe, J.}, title = {Maps}, school = {KTH}, year = 2001, type = {Licentiate thesis}}
@misc{d, author = {Roe, J.}, title = {A page}, howpublished = {\\url{https://example.org/a_b}},
  note = {Seen in May 2024}}
@techreport{e, author = {{OECD}}, title = {Outlook}, institution = {OECD}, year = 2019, number = {3}, address = {Paris}}
@book{f, editor = {Roe, J.}, title = {Maps}, publisher = {Press}, year = {1999}, edition = {Second},
  isbn = {0-306-40615-2}}
@proceedings{z, title = {Proceedings}, editor = {Roe, J.}, year = 2003, booktitle = {Proceedings}}
"""


def test_good_entries_of_bibtex_have_no_finding() -> None:
    assert [(finding.code, finding.message) for finding in found(BIBTEX, Dialect.BIBTEX)] == [
        ("AM422", "BibTeX's '@proceedings' has no field 'booktitle'")
    ]


@pytest.mark.parametrize("dialect", Dialect)
def test_what_the_other_dialect_has_is_found(dialect: Dialect) -> None:
    text = "@online{a, author = {A}, title = {T}, date = {2014}, url = {https://x.org/}}"
    messages = {finding.message for finding in found(text, dialect)}
    of_bibtex = {"BibTeX has no entry type 'online'", "BibTeX has no field 'date'"}
    assert messages == (of_bibtex if dialect is Dialect.BIBTEX else set())


FIELDS = st.sampled_from(
    [
        "title",
        "author",
        "editor",
        "date",
        "urldate",
        "eventdate",
        "origdate",
        "year",
        "month",
        "doi",
        "isbn",
        "issn",
        "eprint",
        "url",
        "pages",
        "edition",
        "note",
        "volume",
        "publisher",
        "annotation",
        "xdata",
        "langid",
        "tilte",
        "weight",
    ]
)
PIECES = st.sampled_from(
    [
        *'{}$\\&%#_^~-/.,;:()[]<>" \t\n',
        "\\emph",
        "\\begin{x}",
        "\\url{",
        "&amp;",
        "<i>",
        "</i>",
        "2014-02-30",
        "and",
        " and ",
        "others",
        "et al.",
        "http://",
        "https://doi.org/",
        "10.1000/",
        "NATO",
        "U.S.",
        "a",
        "12",
        "978",
        "é",
        "e\u0301",
        "\u200b",
        "道",
        "todo",
        "arXiv:",
    ]
)
VALUES = st.lists(PIECES, max_size=12).map("".join)


@given(st.lists(st.tuples(FIELDS, VALUES), max_size=6), st.sampled_from(Dialect))
def test_no_value_raises(fields: list[tuple[str, str]], dialect: Dialect) -> None:
    text = (
        "@article{k, eprinttype = {arxiv},\n" + "".join(f"  {name} = {{{value}}},\n" for name, value in fields) + "}\n"
    )
    lines = text.split("\n")
    for finding in found(text, dialect):
        for span in (finding.span, *(edit.span for edit in (finding.fix.edits if finding.fix else ()))):
            assert span is not None
            assert 1 <= span.line <= span.end_line <= len(lines)
            assert span[:2] <= span[2:]


HOSTILE = [
    "{",
    "a.",
    ",",
    "$",
    "\\",
    "&",
    "<i>",
    "doi ",
    "[",
    "(",
    "1111-",
    "et al",
    " and",
    "U.",
    "\\a{",
    "https://",
    "x and ",
    "\xa0",
]


@pytest.mark.parametrize("length", counts(8_000, 40_000))
@pytest.mark.parametrize("piece", HOSTILE)
@pytest.mark.parametrize("begin", ["", "https://"])
def test_a_long_value_ends(piece: str, begin: str, length: int) -> None:
    """What grows with the square of the length would take minutes."""
    value = begin + piece * (length // len(piece))
    value += "}" * value.count("{")
    names = ("author", "title", "date", "doi", "isbn", "issn", "eprint", "url", "pages", "edition", "publisher", "note")
    fields = "".join(f",\n  {name} = {{{value}}}" for name in names)
    with at_most(length / 4_000):
        findings = found(f"@article{{k, eprinttype = {{arxiv}}{fields}}}\n")
    assert findings
