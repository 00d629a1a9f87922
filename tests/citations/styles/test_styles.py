"""What the styles do with titles, names, dates and what else an entry may hold."""

import pytest
from depth import at_most, counts
from hypothesis import given
from hypothesis import strategies as st

from argmap.bibliography import read
from argmap.citations.casing import sentence_case, title_case, typeset
from argmap.citations.dates import when
from argmap.citations.export import FORMATS, export, formatted
from argmap.citations.formatted import Markup, shown
from argmap.citations.rich import TextRun, as_html, as_markdown, plain
from argmap.citations.styles import STYLES
from argmap.citations.styles import style as style_of
from argmap.citations.styles.pages import chicago, two_digits
from argmap.citations.styles.people import initials, ordinal


def lines(text, style):
    return [plain(found.text) for found in formatted(read(text, "x.bib"), None, style_of(style))]


def in_text(text, style, locator=None):
    found = formatted(read(text, "x.bib"), None, style_of(style))
    return [plain(style_of(style).cited(each.item, each.letter, locator)) for each in found]


@pytest.mark.parametrize(
    ("value", "sentence", "title"),
    [
        ("Games: A Case Study? Yes It Is", "Games: A case study? Yes it is", "Games: A Case Study? Yes It Is"),
        ("arguments: a survey of models", "Arguments: A survey of models", "Arguments: A Survey of Models"),
        (
            "Anti-{US} Strikes and {n-person} Games",
            "Anti-US strikes and n-person games",
            "Anti-US Strikes and n-person Games",
        ),
        ("The Case of {D}rosophila", "The case of Drosophila", "The Case of Drosophila"),
        ("What I Think About U.S. Law", "What I think about U.S. Law", "What I Think about U.S. Law"),
        ("State-of-the-Art Self-Help", "State-of-the-art self-help", "State-of-the-Art Self-Help"),
        ("{The Whole Is Kept}", "The Whole Is Kept", "The Whole Is Kept"),
        ('On {\\"O}l and B{\\"o}rje\'s iPhone', "On öl and börje’s iPhone", "On Öl and Börje’s iPhone"),
        ("A Thing To Hold On To", "A thing to hold on to", "A Thing to Hold on To"),
        ("", "", ""),
    ],
)
def test_cases(value, sentence, title):
    assert plain(sentence_case(typeset(value))) == sentence
    assert plain(title_case(sentence_case(typeset(value)))) == title


@given(st.text(max_size=60))
def test_changing_case_changes_nothing_else_and_settles(value):
    once = sentence_case(typeset(value))
    assert plain(once).casefold() == plain(typeset(value)).casefold()
    assert title_case(title_case(once)) == title_case(once)


def test_quotes_are_typographic_and_single_in_quotes():
    text = "@article{a, title = {The \"New\" Deal of ``Old'' Men}, journaltitle = {J}, author = {A, B}, date = 2001}"
    assert lines(text, "chicago") == ["A, B. 2001. “The ‘New’ Deal of ‘Old’ Men.” J."]
    assert lines(text, "apa") == ["A, B. (2001). The “new” deal of “old” men. J."]


@pytest.mark.parametrize(
    ("fields", "years"),
    [
        ("date = {2014-06-10}", "2014"),
        ("date = {2020/2022}", "2020–2022"),
        ("date = {2020-01/2020-03}", "2020"),
        ("date = {2020/..}", "2020–"),
        ("date = {199X}", "1990s"),
        ("date = {1850~}", "ca. 1850"),
        ("date = {-0043}", "44 BCE"),
        ("date = {2015-10-01T10:00:00Z}", "2015"),
        ("date = {2015-13}", "2015-13"),
        ("year = 1999, month = {mar}", "1999"),
        ("year = {in press}", "in press"),
        ("", ""),
    ],
)
def test_years(fields, years):
    assert when(read(f"@misc{{k, {fields}}}", "x.bib").entries["k"].fields).years == years


@pytest.mark.parametrize(
    ("pages", "by_chicago", "by_mla"),
    [
        ("3–10", "3–10", "3–10"),
        ("96–117", "96–117", "96–117"),
        ("100–104", "100–104", "100–04"),
        ("107–108", "107–8", "107–08"),
        ("321–357", "321–57", "321–57"),
        ("1496–1500", "1496–500", "1496–500"),
        ("11564–11615", "11564–615", "11564–615"),
        ("e12–e15", "e12–e15", "e12–e15"),
        ("5, 107–109", "5, 107–9", "5, 107–09"),
    ],
)
def test_ranges_of_pages(pages, by_chicago, by_mla):
    assert (chicago(pages), two_digits(pages)) == (by_chicago, by_mla)


def test_names_and_numbers():
    assert [initials(each) for each in ("Jean-Paul", "J.R.R.", "Łukasz M.", "Лев", "-")] == [
        "J.-P.",
        "J. R. R.",
        "Ł. M.",
        "Л.",
        "",
    ]
    assert [ordinal(each) for each in ("1", "2", "3", "4", "11", "112", "21", "Revised")] == [
        *("1st", "2nd", "3rd", "4th", "11th", "112th", "21st", "Revised")
    ]


def authors(count):
    names = " and ".join(f"Name{at:02}, X" for at in range(count))
    return f"@book{{k, author = {{{names}}}, title = {{T}}, date = 2001}}"


def test_many_authors():
    assert lines(authors(20), "apa")[0].endswith("Name18, X., & Name19, X. (2001). T.")
    assert lines(authors(21), "apa")[0].endswith("Name18, X., … Name20, X. (2001). T.")
    assert lines(authors(10), "chicago")[0].endswith("X Name08, and X Name09. 2001. T.")
    assert lines(authors(11), "chicago")[0].endswith("X Name05, X Name06, et al. 2001. T.")
    assert lines(authors(2), "mla") == ["Name00, X, and X Name01. T. 2001."]
    assert lines(authors(3), "mla") == ["Name00, X, et al. T. 2001."]


def test_citations_in_the_text():
    assert in_text(authors(2), "apa", "p. 3") == ["Name00 & Name01, 2001, p. 3"]
    assert in_text(authors(3), "apa") == ["Name00 et al., 2001"]
    assert in_text(authors(3), "chicago", "pp. 3–4") == ["Name00, Name01, and Name02 2001, 3–4"]
    assert in_text(authors(4), "chicago") == ["Name00 et al. 2001"]
    assert in_text(authors(2), "mla", "p. 3") == ["Name00 and Name01 3"]
    assert in_text("@article{k, title = {On a Thing}, date = 2001}", "apa") == ["“On a Thing,” 2001"]
    assert in_text("@book{k, title = {On a Thing}}", "mla") == ["On a Thing"]


SAME = """
@book{b, author = {Ann, A}, title = {Second}, date = 2001}
@book{a, author = {Ann, A}, title = {First}, date = 2001}
@book{c, author = {Ann, A}, title = {Third}}
@book{e, author = {Ann, A}, title = {Fifth}}
@book{d, author = {Ann, A and Bo, B}, title = {Fourth}, date = 1990}
"""


def test_letters_tell_works_of_one_year_apart():
    assert lines(SAME, "apa") == [
        "Ann, A. (n.d.-a). Fifth.",
        "Ann, A. (n.d.-b). Third.",
        "Ann, A. (2001a). First.",
        "Ann, A. (2001b). Second.",
        "Ann, A., & Bo, B. (1990). Fourth.",
    ]
    assert in_text(SAME, "apa")[:3] == ["Ann, n.d.-a", "Ann, n.d.-b", "Ann, 2001a"]


def test_a_dash_stands_for_the_same_names_again():
    assert lines(SAME, "chicago")[:3] == ["Ann, A. 2001a. First.", "———. 2001b. Second.", "———. n.d.-a. Fifth."]
    assert lines(SAME, "chicago")[-1] == "Ann, A, and B Bo. 1990. Fourth."
    assert lines(SAME, "mla")[1:] == [
        "---. First. 2001.",
        "---. Second. 2001.",
        "---. Third.",
        "Ann, A, and B Bo. Fourth. 1990.",
    ]
    assert in_text(SAME, "mla", "p. 3")[0] == "Ann, Fifth 3"


def test_more_letters_than_the_alphabet_has():
    text = "".join(f"@book{{k{at}, author = {{A, B}}, title = {{T{at:02}}}, date = 2001}}\n" for at in range(28))
    assert [found.letter for found in formatted(read(text, "x.bib"), None, style_of("apa"))][-3:] == ["z", "aa", "ab"]


@pytest.mark.parametrize(
    ("entry", "style", "expected"),
    [
        (
            "@online{k, organization = {{O}}, title = {T}, url = {https://x.org}, urldate = {2020-05-06}}",
            "apa",
            "O. (n.d.). T. Retrieved May 6, 2020, from https://x.org",
        ),
        (
            "@online{k, organization = {{O}}, title = {T}, url = {https://x.org}, urldate = {2020-05-06}}",
            "chicago",
            "O. n.d. “T.” Accessed May 6, 2020. https://x.org.",
        ),
        (
            "@online{k, organization = {{O}}, title = {T}, url = {https://x.org}, urldate = {2020-05-06}}",
            "mla",
            "T. O, https://x.org. Accessed 6 May 2020.",
        ),
        (
            "@incollection{k, author = {A, B}, title = {T}, editor = {C, D}, booktitle = {U}, volume = 2, edition = 3, "
            "pages = 7, publisher = {P}, location = {L}, date = 2001}",
            "apa",
            "A, B. (2001). T. In D. C (Ed.), U (3rd ed., Vol. 2, p. 7). P.",
        ),
        (
            "@incollection{k, author = {A, B}, title = {T}, editor = {C, D}, booktitle = {U}, volume = 2, edition = 3, "
            "pages = 7, publisher = {P}, location = {L}, date = 2001}",
            "chicago",
            "A, B. 2001. “T.” In U, edited by D C, 3rd ed., 2:7. L: P.",
        ),
        (
            "@incollection{k, author = {A, B}, title = {T}, editor = {C, D}, booktitle = {U}, volume = 2, edition = 3, "
            "pages = 7, publisher = {P}, location = {L}, date = 2001}",
            "mla",
            "A, B. “T.” U, edited by D C, 3rd ed., vol. 2, P, 2001, p. 7.",
        ),
        (
            "@dataset{k, author = {A, B}, title = {T}, version = {1.2}}",
            "apa",
            "A, B. (n.d.). T (Version 1.2) [Data set].",
        ),
        ("@book{k, title = {{Who?}}, author = {A, B}, date = 2001}", "apa", "A, B. (2001). Who?"),
        (
            "@legislation{k, title = {An Act}, journaltitle = {Stat.}, volume = 5, pages = 6, date = 1990}",
            "apa",
            "An Act, 5 Stat. 6 (1990).",
        ),
        (
            "@article{k, author = {A, B}, title = {T}, journal = {J}, volume = 1, eid = {e12}, date = {2001-21}}",
            "apa",
            "A, B. (2001). T. J, 1, Article e12.",
        ),
        (
            "@article{k, author = {A, B}, title = {T}, journal = {J}, volume = 1, eid = {e12}, date = {2001-21}}",
            "chicago",
            "A, B. 2001. “T.” J 1 (Spring): e12.",
        ),
        (
            "@article{k, author = {A, B}, title = {T}, journal = {J}, volume = 1, eid = {e12}, date = {2001-21}}",
            "mla",
            "A, B. “T.” J, vol. 1, Spring 2001, article e12.",
        ),
        (
            "@mvbook{k, author = {A, B}, title = {T}, volumes = 4, date = {1990/1995}}",
            "apa",
            "A, B. (1990–1995). T (Vols. 1–4).",
        ),
        (
            "@mvbook{k, author = {A, B}, title = {T}, volumes = 4, date = {1990/1995}}",
            "mla",
            "A, B. T. 4 vols., 1990–1995.",
        ),
        ("@online{k, author = {A, B}, title = {T}, url = {https://x.org}}", "mla", "A, B. T. https://x.org."),
        (
            "@unpublished{k, author = {A, B}, title = {T}, note = {mine}}",
            "chicago",
            "A, B. n.d. “T.” Unpublished manuscript.",
        ),
        ("@manual{k, title = {T}, organization = {{O}}}", "apa", "O. (n.d.). T."),
        ("@misc{k}", "apa", "(n.d.)."),
        ("@misc{k}", "mla", "k"),
    ],
)
def test_references_of_other_kinds(entry, style, expected):
    assert lines(entry, style) == [expected]


HOSTILE = r"""
@online{a, author = {<script>alert(1)</script>, X}, title = {A *b* _c_ [d](javascript:e) <img src=x> @f $g$ &amp; \ h},
  organization = {{P
Q}}, url = {javascript:alert(1)}, annotation = {todo: never shown}, keywords = {neither}, abstract = {nor}}
@online{b, title = {1. T}, url = {https://example.org/"><script>}}
@online{c, title = {- T}, doi = {10.1000/a"b<c>}}
"""


def test_markup_in_fields_is_text_and_only_safe_addresses_are_shown():
    bibliography = read(HOSTILE, "x.bib")
    for style in STYLES:
        html = export(bibliography, None, style, Markup.HTML)
        assert "<script" not in html
        assert "<img" not in html
        assert 'href="javascript' not in html
        assert html.count("<a ") == html.count('<a href="https://doi.org/10.1000/a%22b%3Cc%3E">') == 1
        text = export(bibliography, None, style, Markup.TEXT)
        assert "javascript:alert" not in text
        assert "never shown" not in text
        markdown = export(bibliography, None, style, Markup.MD)
        assert r"\*" in markdown
        assert r"\[d\](javascript" in markdown.lower()
        assert r"\<script\>" in markdown


def test_markdown_begins_no_list():
    assert as_markdown((TextRun("1. T"),)) == r"1\. T"
    assert as_markdown((TextRun("- T"),)) == r"\- T"
    assert as_markdown((TextRun("---. T"),)) == r"\-\--. T"
    assert as_markdown((TextRun("a ", italic=True), TextRun("b"))) == "*a* b"
    assert as_html((TextRun("a", italic=True), TextRun("<b>"))) == "<em>a</em>&lt;b&gt;"


@pytest.mark.parametrize("length", counts(20_000, 100_000))
@pytest.mark.parametrize(
    "piece", ["x", "Word ", "{|}", "{a}-", "\\emph{|}", "A and ", "'", "1-", ": ", "\x00\x1b[31m\u202e"], ids=range(10)
)
@pytest.mark.parametrize("to", FORMATS)
def test_long_and_strange_fields_are_written_all_the_same(piece, to, length):
    begin, _, end = piece.partition("|")
    value = begin * (length // len(piece)) + end * (length // len(piece))
    with at_most(length / 10_000):
        out = export(read(f"@article{{k, author = {{{value}}}, title = {{{value}}}}}", "x.bib"), None, to)
    assert out
    if to not in ("biblatex", "bibtex"):  # which hand on what the file says
        assert not set("\x00\x1b\u202e") & set(out)


@given(
    st.dictionaries(st.sampled_from(["author", "title", "date", "pages", "url", "doi", "edition", "type"]), st.text())
)
def test_any_field_gives_one_line_in_every_markup(fields):
    body = ", ".join(f"{name} = {{{value.translate(str.maketrans('', '', '{}'))}}}" for name, value in fields.items())
    bibliography = read(f"@online{{k, {body}}}", "x.bib")
    for style in map(style_of, STYLES):
        for found in formatted(bibliography, None, style):
            for markup in Markup:
                assert len(shown(found.text, markup).splitlines()) <= 1
