"""No file floods its reader: of one rule a thousand findings in a file, and how many more there are."""

from marked import HEAD

from argmap.bibliography import read
from argmap.checks.engine.fix import Checked, fix_text
from argmap.checks.engine.rule import BibliographyContext, MapContext
from argmap.checks.engine.run import MOST_OF_A_RULE, check_bibliography, check_document
from argmap.formats.native import load
from argmap.model import Finding, Severity


def found(text: str, code: str, **options: int) -> list[Finding]:
    findings = check_document(load(text, "m.yaml"), MapContext(), **options)
    return [finding for finding in findings if finding.code == code]


def isolated(count: int, comment: str = "") -> str:
    return f"{HEAD}nodes:\n" + "".join(f"  n{number}: {{claim: One.}}{comment}\n" for number in range(count))


def test_a_thousand_are_said_one_by_one():
    assert len(found(isolated(MOST_OF_A_RULE), "AM206")) == MOST_OF_A_RULE
    assert all("nothing connects" in finding.message for finding in found(isolated(MOST_OF_A_RULE), "AM206"))


def test_of_what_is_more_it_is_said_how_many_and_from_where_on():
    findings = found(isolated(MOST_OF_A_RULE + 2345), "AM206")
    assert len(findings) == MOST_OF_A_RULE + 1
    last = findings[-1]
    assert last.message == "2,345 more findings of this rule, from here on, are left out"
    assert (last.severity, last.span.line, last.help, last.fix) == (Severity.WARNING, 4 + MOST_OF_A_RULE, None, None)


def test_each_rule_is_counted_for_itself():
    text = isolated(20).replace("claim: One.", "claim: One., suported_by: x")
    assert [finding.span.line for finding in found(text, "AM109", most=20)] == list(range(4, 24))
    assert len(found(text.replace("One.", "2"), "AM109", most=5)) == 6
    assert len(found(text.replace("One.", "2"), "AM110", most=5)) == 6


def test_what_a_comment_silences_does_not_count():
    text = isolated(30, "  # argmap: ignore[AM206] a draft") + "  last: {claim: Two.}\n"
    assert [finding.message for finding in found(text, "AM206", most=5)] == ["nothing connects 'last' to the map"]


def test_a_bibliography_is_bounded_too():
    references = read("".join(f"@misc{{k{number}}}\n" for number in range(12)), "references.bib")
    findings = check_bibliography(references, BibliographyContext(), frozenset({"AM412"}), most=5)
    assert [finding.message for finding in findings][5:] == ["7 more findings of this rule, from here on, are left out"]


def test_more_than_a_thousand_can_be_mended_at_once():
    text = f"{HEAD}thesis:\n" + "  - a\n" * (MOST_OF_A_RULE + 500) + "nodes: {a: {claim: One., supported_by: b}}\n"

    def check(text: str) -> Checked:
        return Checked(check_document(load(text, "m.yaml"), MapContext(), frozenset({"AM217"}), most=10**9))

    assert fix_text(text, check).text == f"{HEAD}thesis:\n  - a\nnodes: {{a: {{claim: One., supported_by: b}}}}\n"
