"""The rules about references."""

import pytest

from argmap.bibliography import read
from argmap.checks.engine.registry import rules
from argmap.checks.engine.rule import BibliographyContext, MapContext, Problem, Rule
from argmap.checks.engine.run import check_bibliography
from argmap.checks.references.duplicate_reference_content import duplicate_reference_content
from argmap.checks.references.missing_field import missing_field
from argmap.checks.references.reference_todo import reference_todo
from argmap.checks.references.unknown_reference import unknown_reference
from argmap.checks.references.unused_reference import unused_reference
from argmap.formats.native import load
from argmap.model import Map, Severity


def run(rule: Rule, text: str, used: frozenset[str] | None = None) -> list[Problem]:
    assert rule.run is not None
    return list(rule.run(read(text, "x.bib"), BibliographyContext(used)))


def test_codes_and_severities() -> None:
    ours = {code: (rule.name, rule.severity.value) for code, rule in rules().items() if code.startswith("AM4")}
    assert ours == {
        "AM401": ("bibliography-syntax", "error"),
        "AM402": ("duplicate-reference", "error"),
        "AM403": ("duplicate-field", "warning"),
        "AM404": ("undefined-string", "warning"),
        "AM405": ("unknown-parent", "error"),
        "AM410": ("unknown-reference", "error"),
        "AM411": ("unused-reference", "warning"),
        "AM412": ("missing-field", "warning"),
        "AM413": ("duplicate-reference-content", "warning"),
        "AM414": ("reference-todo", "note"),
        "AM415": ("unsorted-references", "note"),
        "AM420": ("unknown-type", "warning"),
        "AM421": ("unknown-field", "warning"),
        "AM422": ("ignored-field", "note"),
        "AM423": ("bad-date", "warning"),
        "AM424": ("conflicting-dates", "warning"),
        "AM425": ("bad-doi", "warning"),
        "AM426": ("bad-isbn", "warning"),
        "AM427": ("bad-issn", "warning"),
        "AM428": ("bad-eprint", "warning"),
        "AM429": ("bad-url", "warning"),
        "AM430": ("doi-in-url", "note"),
        "AM431": ("bad-name", "warning"),
        "AM432": ("archive-without-date", "note"),
        "AM433": ("unprotected-capitals", "note"),
        "AM434": ("bad-latex", "warning"),
        "AM435": ("unescaped-character", "warning"),
        "AM436": ("html-in-field", "warning"),
        "AM437": ("not-nfc", "note"),
        "AM438": ("stray-character", "warning"),
        "AM439": ("bad-pages", "note"),
        "AM440": ("empty-field", "note"),
        "AM441": ("bad-edition", "note"),
    }


def test_the_reader_reports_with_the_severities_of_the_rules() -> None:
    text = "@misc{k, f = s, f = 1}\n@misc{k}\n@misc{"
    findings = check_bibliography(read(text, "x.bib"), BibliographyContext())
    of_reader = {finding.code: finding.severity for finding in findings if finding.code < "AM405"}
    assert of_reader == {code: rules()[code].severity for code in ("AM401", "AM402", "AM403", "AM404")}


MAP = """argmap: 1
map: m
source: article2025
nodes:
  a:
    evidence: A.
    cite: [eliason2014, {key: other, locator: p. 1}, eliasson2014]
"""


def test_unknown_reference() -> None:
    document = load(MAP, "m.yaml")
    assert isinstance(document.content, Map)
    bibliography = read("@misc{eliasson2014}\n@misc{article2024}", "x.bib")
    assert unknown_reference.run is not None
    problems = list(unknown_reference.run(document.content, MapContext(bibliography)))
    assert [(document.span(problem.place), problem.help) for problem in problems] == [
        ((3, 9, 3, 20), "did you mean 'article2024'?"),
        ((7, 12, 7, 23), "did you mean 'eliasson2014'?"),
        ((7, 31, 7, 36), None),
    ]
    assert list(unknown_reference.run(document.content, MapContext())) == []


def test_unused_reference() -> None:
    text = "@misc{a, crossref = {b}}\n@misc{b, xdata = {c, d}}\n@misc{c}\n@misc{d}\n@misc{e}"
    assert [problem.place for problem in run(unused_reference, text, frozenset({"a", "z"}))] == [("e",)]
    assert run(unused_reference, text) == []


@pytest.mark.parametrize(
    ("entry", "message"),
    [
        ("@article{k, author = {A}, title = {T}, journal = {J}, year = 2001}", None),
        ("@article{k, title = {T}, year = 2001}", "'k' has no author and no journaltitle or journal"),
        ("@book{k, editor = {A}, title = {T}, date = {2001}}", None),
        ("@inproceedings{k, author = {A}, title = {T}, date = {2001}}", "'k' has no booktitle or maintitle"),
        ("@online{k, organization = {O}, title = {T}, date = {2001}, url = {https://x.org}}", None),
        ("@online{k, organization = {O}, title = {T}, url = {u}}", "'k' has no date or year"),
        ("@online{k, organization = {O}, title = {T}, url = {u}, note = {Todo: find the date}}", None),
        ("@online{k, organization = {O}, title = {T}, url = {u}, note = {the date, todo}}", "'k' has no date or year"),
        (
            "@online{k, title = {}, date = 2001, url = {u}, annotation = {todo: Author and day are unknown.}}",
            "'k' has no title",
        ),
        ("@report{k, institution = {I}, title = {T}, type = {R}, date = 2001}", None),
        ("@techreport{k, institution = {I}, title = {T}, year = 2001}", None),
        ("@phdthesis{k, author = {A}, school = {I}, title = {T}, year = 2001}", None),
        ("@thesis{k, author = {A}, school = {I}, title = {T}, year = 2001}", "'k' has no type"),
        ("@set{k}", "'k' has no entryset"),
        ("@legislation{k}", None),
        ("@article{k, crossref = {p}}", None),
        ("@article{k, xdata = {x}, author = {A}, title = {T}}\n@xdata{x, journaltitle = {J}, date = 2001}", None),
        ("@article{k, title = {T}", None),
    ],
)
def test_missing_field(entry: str, message: str | None) -> None:
    assert [problem.message for problem in run(missing_field, entry)] == ([message] if message else [])


@pytest.mark.parametrize(
    ("first", "second", "shared"),
    [
        ("doi = {10.1000/ABC}", "doi = {https://doi.org/10.1000/abc}", "doi"),
        ("doi = {10.1000/ABC}", "url = {http://dx.doi.org/10.1000/abc}", "doi"),
        ("url = {https://www.x.org/a/}", "url = {http://X.org/a}", "url"),
        ("url = {https://x.org/a?b=1}", "url = {https://x.org/a?b=2}", None),
        ("url = {https://x.org/A}", "url = {https://x.org/a}", None),
        (
            'title = {{Congestion} charges: B{\\"o}r}, author = {Eliasson, J}, date = {2014-02}',
            "title = {Congestion Charges bor}, author = {Jonas Eliasson}, year = 2014",
            "title",
        ),
        ("title = {T}, author = {A}, date = 2014", "title = {T}, author = {A}, date = 2015", None),
        (
            "title = {Introduction}, author = {A}, date = 2014",
            "title = {Introduction}, author = {B}, date = 2014",
            None,
        ),
        ("f = 1", "f = 1", None),
    ],
)
def test_duplicate_reference_content(first: str, second: str, shared: str | None) -> None:
    problems = run(duplicate_reference_content, f"@misc{{a, {first}}}\n@misc{{b, {second}}}")
    assert [(problem.place, problem.related[0][1]) for problem in problems] == (
        [(("b", shared), ("a", shared))] if shared else []
    )


def test_reference_todo() -> None:
    text = "@misc{a, annotation = {todo: No author.}}\n@misc{b, note = {TODO find it}}\n@misc{c, note = {x}}"
    assert [(problem.place, problem.message) for problem in run(reference_todo, text)] == [
        (("a", "annotation"), "to do: No author."),
        (("b", "note"), "to do: find it"),
    ]


def test_every_rule_says_what_why_and_how() -> None:
    for code, rule in rules().items():
        if code.startswith("AM4"):
            text = __import__(rule.module, fromlist=["_"]).__doc__
            assert "Why it matters:" in text
            assert "Example" in text
            assert "How to fix:" in text


def test_notes_do_not_hide_a_real_fault() -> None:
    text = "@online{k, title = {T}, annotation = {todo: the author is unknown}}"
    findings = check_bibliography(read(text, "x.bib"), BibliographyContext())
    assert [(finding.code, finding.severity) for finding in findings] == [
        ("AM412", Severity.WARNING),
        ("AM414", Severity.NOTE),
    ]
    assert "no date or year and no url, doi or eprint" in findings[0].message
