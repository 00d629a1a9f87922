"""What the fixes of the rules on references make of a text, each rule for itself."""

import unicodedata

import pytest

from argmap.bibliography import read
from argmap.checks.engine.fix import Checked, fix_text
from argmap.checks.engine.registry import by_name
from argmap.checks.engine.rule import BibliographyContext
from argmap.checks.engine.run import check_bibliography
from argmap.model import Dialect


def fixed(name: str, text: str, unsafe: bool = False, dialect: Dialect = Dialect.BIBLATEX) -> str:
    """The text after fixing what the rule *name* finds; fixing it again changes nothing."""

    def check(text: str) -> Checked:
        context = BibliographyContext(None, dialect)
        return Checked(check_bibliography(read(text, "r.bib"), context, frozenset({by_name()[name].code})))

    done = fix_text(text, check, unsafe).text
    assert fix_text(done, check, unsafe).text == done
    return done


@pytest.mark.parametrize(
    ("name", "before", "after"),
    [
        ("bad-date", "date = {2024-2-9}", "date = {2024-02-09}"),
        ("bad-date", "date = {2024/2/9}", "date = {2024-02-09}"),
        ("bad-date", 'date = "9 February 2024"', 'date = "2024-02-09"'),
        ("bad-date", "date = {February 9th, 2024}", "date = {2024-02-09}"),
        ("bad-date", "date = {Feb. 2024}", "date = {2024-02}"),
        ("bad-date", "date = 20240209", "date = {2024-02-09}"),
        ("bad-date", "date = {2014--2015}", "date = {2014/2015}"),
        ("bad-date", "date = {2014–02}", "date = {2014-02}"),
        ("bad-date", "date = {c. 1984}", "date = {1984~}"),
        ("bad-date", "urldate = {25.12.2024}", "urldate = {2024-12-25}"),
        ("bad-date", "urldate = {12/25/2024}", "urldate = {2024-12-25}"),
        ("bad-date", "urldate = {02/03/2024}", None),
        ("bad-date", "date = {2024-13-01}", None),
        ("bad-date", "date = {30 February 2024}", None),
        ("bad-date", "date = {2014-5} # {}", None),
        ("bad-date", "year = {2014-05-03}", "date = {2014-05-03}"),
        ("bad-date", "year = {2014-05-03}, date = {2014}", None),
        ("bad-date", "year = 2014, month = {March}", "year = 2014, month = mar"),
        ("bad-date", "year = 2014, month = {March/April}", None),
        ("bad-doi", "doi = {https://doi.org/10.1000/182}", "doi = {10.1000/182}"),
        ("bad-doi", "doi = {http://dx.doi.org/10.1000%2F182}", "doi = {10.1000/182}"),
        ("bad-doi", "doi = {DOI: 10.1000/a\\_b}", "doi = {10.1000/a_b}"),
        ("bad-doi", "doi = {10.1000/a&lt;b&gt;c}", "doi = {10.1000/a<b>c}"),
        ("bad-doi", "doi = {none}", None),
        ("bad-issn", "issn = {0967070x}", "issn = {0967-070X}"),
        ("bad-issn", "issn = {ISSN 0967–070X}", "issn = {0967-070X}"),
        ("bad-issn", "issn = {0967-0701}", None),
        (
            "bad-eprint",
            "eprinttype={arxiv}, eprint={arXiv:2101.00001v2 [cs.LG]}",
            "eprinttype={arxiv}, eprint={2101.00001v2}",
        ),
        (
            "bad-eprint",
            "eprint={arxiv.org/pdf/2101.00001.pdf}, eprinttype={arxiv}",
            "eprint={2101.00001}, eprinttype={arxiv}",
        ),
        ("bad-eprint", "eprint={https://arxiv.org/abs/none}, eprinttype={arxiv}", None),
        ("bad-url", "url = {\\url{https://example.org/a\\_b}}", "url = {https://example.org/a_b}"),
        ("bad-url", "url = {<https://example.org/>}", "url = {https://example.org/}"),
        ("bad-url", "url = {https://example.org/{\\textasciitilde}ann/\\%20}", "url = {https://example.org/~ann/%20}"),
        ("bad-url", "url = {htpp://example.org/}", "url = {http://example.org/}"),
        ("bad-url", "url = {https//example.org/}", "url = {https://example.org/}"),
        ("bad-url", "url = {http://https://example.org/}", "url = {https://example.org/}"),
        ("bad-url", "url = {www.example.org}", None),
        ("bad-url", "url = {https://example.org/a b}", None),
        ("doi-in-url", "url = {https://doi.org/10.1000%2F182}", "doi = {10.1000/182}"),
        ("doi-in-url", "URL = {doi:10.1000/182}", "doi = {10.1000/182}"),
        ("doi-in-url", "url = {https://doi.org/10.1000/182}, doi = {10.1000/182}", "doi = {10.1000/182}"),
        ("bad-name", "author = {Smith, Ann; Jones, Bob}", "author = {Smith, Ann and Jones, Bob}"),
        (
            "bad-name",
            "author = {Smith, Ann; Jones, Bob and Roe, J.}",
            "author = {Smith, Ann and Jones, Bob and Roe, J.}",
        ),
        ("bad-name", "author = {Smith, Ann; Jones, Bob et al.}", "author = {Smith, Ann and Jones, Bob and others}"),
        ("bad-name", "author = {Smith, Ann & Jones, Bob}", "author = {Smith, Ann and Jones, Bob}"),
        ("bad-name", "author = {Procter & Gamble}", None),
        ("bad-name", "author = {Smith, Ann, et al.}", "author = {Smith, Ann and others}"),
        ("bad-name", "author = {Smith, Ann and Roe, J. and et al}", "author = {Smith, Ann and Roe, J. and others}"),
        ("bad-name", "author = {Smith, Ann and and Roe, J. and}", "author = {Smith, Ann and Roe, J.}"),
        ("bad-name", "author = {World Bank Institute}", "author = {{World Bank Institute}}"),
        ("bad-name", "author = {Department of Health and Human Services}", None),
        ("bad-name", "author = {{A} Institute}", None),
        ("bad-name", "author = {Smith, Ann, Jones, Bob}", None),
        (
            "unprotected-capitals",
            "title = {NATO and the {US} in\n  Iraq, DNA}",
            "title = {{NATO} and the {US} in\n  Iraq, {DNA}}",
        ),
        ("unprotected-capitals", 'title = "The U.S. and COVID-19"', 'title = "The {U.S.} and {COVID}-19"'),
        ("unprotected-capitals", 'title = "On " # {NATO}', None),
        ("unprotected-capitals", "title = NATO", None),
        ("unescaped-character", "publisher = {Taylor & Francis}", "publisher = {Taylor \\& Francis}"),
        ("unescaped-character", "title = {90% of $a_b$,\n C# \\& a_b}", "title = {90\\% of $a_b$,\n C\\# \\& a\\_b}"),
        ("html-in-field", "publisher = {Taylor &amp; Francis}", "publisher = {Taylor \\& Francis}"),
        (
            "html-in-field",
            "title = {The <i>Homo</i> H<sub>2</sub>&nbsp;O}",
            "title = {The \\emph{Homo} H\\textsubscript{2}~O}",
        ),
        ("html-in-field", "title = {Bj&#246;rk&#8217;s}", "title = {Björk’s}"),
        ("html-in-field", "url = {https://example.org/?a=1&amp;b=2}", "url = {https://example.org/?a=1&b=2}"),
        ("html-in-field", "title = {The <i>Homo</b>}", None),
        ("html-in-field", "title = {The <span class=x>Homo</span>}", None),
        ("not-nfc", "title = {Cafe\u0301}, file = {e\u0301}", "title = {Caf\u00e9}, file = {e\u0301}"),
        ("stray-character", "title = {Con\xadgestion tra\ufb03c}", "title = {Congestion traffic}"),
        ("stray-character", "title = {One\u2028two\u200b}", "title = {One two}"),
        ("stray-character", "title = {B\ufffdrk\xad}", None),
        ("bad-pages", "pages = {12-14}", "pages = {12--14}"),
        ("bad-pages", "pages = {pp. 12 - 14,20}", "pages = {12--14, 20}"),
        ("bad-pages", "pages = {114-112}", None),
        ("empty-field", "title = {T}, volume = {}, year = 2014", "title = {T}, year = 2014"),
        ("empty-field", "title = {T},\n  volume = {},\n  year = 2014", "title = {T},\n  year = 2014"),
        ("empty-field", "title = {T},\r\n  volume = {}\r\n", "title = {T},\r\n"),
        ("empty-field", "title = {T}, volume = {}, crossref = {b}", None),
        ("bad-edition", "edition = {2nd}", "edition = {2}"),
        ("bad-edition", "edition = {Third edition}", "edition = {3}"),
        ("unknown-field", "tilte = {T}", "title = {T}"),
        ("unknown-field", "Accessed = {2024-06-01}", "urldate = {2024-06-01}"),
        ("unknown-field", "tilte = {T}, title = {U}", None),
        ("unknown-field", "labels = {T}", None),
    ],
)
def test_a_safe_fix(name: str, before: str, after: str | None) -> None:
    text = f"% head\n@misc{{k, {before}}}\n"
    assert fixed(name, text) == f"% head\n@misc{{k, {before if after is None else after}}}\n"


def test_a_type_is_mended_where_it_is_a_slip() -> None:
    assert fixed("unknown-type", "@ Artcle {artcle, }\n@webpage{b, }") == "@ article {artcle, }\n@webpage{b, }"


@pytest.mark.parametrize(
    ("name", "before", "after"),
    [
        ("bad-url", "url = {www.example.org}", "url = {https://www.example.org}"),
        ("bad-doi", "doi = {https://example.org/doi/full/10.1000/182}", "doi = {10.1000/182}"),
        ("bad-latex", "title = {A \\emhp{new} era}", "title = {A \\emph{new} era}"),
        ("unknown-field", "labels = {T}", "label = {T}"),
        ("bad-name", "author = {City Council}", "author = {{City Council}}"),
        (
            "archive-without-date",
            "\n  url = {https://web.archive.org/web/20150301000000/https://x.org/}\n",
            "\n  url = {https://web.archive.org/web/20150301000000/https://x.org/},\n  urldate = {2015-03-01}\n",
        ),
        (
            "archive-without-date",
            "url = {https://web.archive.org/web/20150301/https://x.org/}, title = {T}",
            "url = {https://web.archive.org/web/20150301/https://x.org/}, urldate = {2015-03-01}, title = {T}",
        ),
        ("archive-without-date", "url = {https://perma.cc/T8U2-994F}", None),
    ],
)
def test_a_fix_that_may_not_be_what_was_meant_needs_to_be_asked_for(name: str, before: str, after: str | None) -> None:
    text = f"@misc{{k, {before}}}"
    assert fixed(name, text) == text
    assert fixed(name, text, unsafe=True) == f"@misc{{k, {after or before}}}"


@pytest.mark.parametrize(
    ("name", "before", "after"),
    [
        ("unknown-field", "journaltitle = {J}", "journal = {J}"),
        ("unknown-field", "date = {2014-05-03}", None),
        ("unknown-field", "date = {2014}", "year = {2014}"),
        ("unknown-field", "editora = {J}", None),
        ("bad-edition", "edition = 2", "edition = {Second}"),
        ("bad-edition", "edition = {third edition}", "edition = {Third}"),
        ("bad-date", "year = {2014-05-03}", None),
        ("bad-doi", "doi = {10.1000/a\\_b}", None),
    ],
)
def test_in_the_dialect_of_bibtex_other_things_are_meant(name: str, before: str, after: str | None) -> None:
    text = f"@article{{k, {before}}}"
    assert fixed(name, text, dialect=Dialect.BIBTEX) == f"@article{{k, {after or before}}}"


def test_no_edit_is_made_where_nobody_agrees_on_the_ends_of_lines() -> None:
    text = "@misc{a, title = {T}}\r@misc{k, date = {2024-2-9}, pages = {12-14}}"
    assert fixed("bad-date", text) == text
    assert fixed("bad-pages", text) == text


def test_mending_writes_nfc() -> None:
    text = "@misc{k, author = {Bo\u0308rjesson and Nguye\u0302\u0303n}}"
    assert fixed("not-nfc", text) == unicodedata.normalize("NFC", text)


def test_what_a_misspelt_field_hid_does_not_count_against_its_mending() -> None:
    def check(text: str) -> Checked:
        return Checked(check_bibliography(read(text, "r.bib"), BibliographyContext()))

    text = "@artcle{k, author = {Roe, J.}, tilte = {Roads &amp; <b>, an $}, journal = {J}, year = 2001}"
    assert fix_text(text, check).text == text.replace("artcle", "article").replace("tilte", "title")


def test_a_few_bad_fixes_among_many_cost_few_looks() -> None:
    looks = 0

    def check(text: str) -> Checked:
        nonlocal looks
        looks += 1
        return Checked(check_bibliography(read(text, "r.bib"), BibliographyContext(), frozenset({"AM421", "AM440"})))

    entries = [f"@misc{{k{number}, volume = {{}}}}\n" for number in range(300)]
    entries[100] = "@misc{k100, tilte = {}, titel = {T}}\n"
    done = fix_text("".join(entries), check)
    assert done.text.count("volume") == 0
    assert "title = " in done.text
    assert looks < 40
