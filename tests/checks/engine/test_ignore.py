"""A comment `# argmap: ignore[CODE] reason` silences a finding on its line, or alone on the line before."""

import pytest

from argmap.bibliography import read
from argmap.checks.engine.rule import BibliographyContext, ComparisonContext, MapContext
from argmap.checks.engine.run import check_bibliography, check_document
from argmap.formats.native import load
from argmap.model import Finding

MAP = """\
argmap: 1
map: m
{before}
nodes:
  a: {{claim: One., supported_by: b}}{a}
{between}
  b: {{evidence: Two.}}{b}
  c: {{evidence: Three.}}
"""


def found(**comments: str) -> list[tuple[str, int]]:
    text = MAP.format_map({"before": "", "between": "", "a": "", "b": "", **comments})
    findings = check_document(load(text, "m.yaml"), MapContext())
    # That a comment silences nothing is a finding of its own, AM116.
    return [(finding.code, finding.span.line) for finding in findings if finding.code != "AM116"]


ALL = [("AM204", 2), ("AM301", 7), ("AM210", 8), ("AM301", 8)]


def test_without_a_comment_all_is_found():
    assert found() == ALL


@pytest.mark.parametrize(
    "comment",
    [
        "  # argmap: ignore[AM301] a reason",
        "  # argmap: ignore[AM301]",
        "  # argmap: ignore[AM999, AM301] a reason",
        "  # see below # argmap: ignore[AM301]",
    ],
)
def test_a_comment_silences_its_line_and_no_other(comment):
    assert found(b=comment) == [each for each in ALL if each != ("AM301", 7)]


def test_a_comment_that_stands_alone_silences_the_next_line():
    assert found(between="  # argmap: ignore[AM301] a reason") == [each for each in ALL if each != ("AM301", 7)]


@pytest.mark.parametrize(
    "comment",
    [
        "  # argmap: ignore[AM999]",
        "  # argmap: ignore[]",
        "  # argmap: ignore",
        "  # ignore[AM301]",
        "  # argmap: AM301",
    ],
)
def test_another_code_or_no_code_silences_nothing(comment):
    assert found(b=comment) == ALL


def test_a_comment_on_the_line_before_that_holds_something_silences_only_that_line():
    assert found(a="  # argmap: ignore[AM301]") == ALL


@pytest.mark.parametrize(
    "comment",
    [
        "# argmap: ignore-file[AM301, AM210] a draft",
        "# argmap: ignore-file[AM210]\n# argmap: ignore-file[AM3]",
        "# argmap: ignore-file[missing-receipt, idle-evidence]",
    ],
)
@pytest.mark.parametrize("place", ["before", "between"])
def test_the_form_for_a_file_silences_everywhere_by_code_prefix_and_name(comment, place):
    assert [code for code, _ in found(**{place: comment})] == ["AM204"]


def test_it_silences_in_its_own_line_too():
    assert found(b="  # argmap: ignore-file[AM301]") == [each for each in ALL if each[0] != "AM301"]


def test_references_are_silenced_as_maps_are():
    entries = "@misc{a, title = {One}}\n\n# argmap: ignore[AM412] nobody knows\n@misc{b, title = {Two}}\n"
    assert [finding.span.line for finding in of_references(entries)] == [1]
    assert of_references(f"# argmap: ignore-file[missing-field]\n{entries.replace('ignore[', 'ignored[')}") == []


def of_references(text: str) -> list[Finding]:
    return check_bibliography(read(text, "references.bib"), BibliographyContext())


def test_a_mistake_of_spelling_can_be_silenced_too():
    text = "argmap: 1\nmap: m\ntitle: Plan #1  # argmap: ignore[AM107] the number is not needed\n"
    assert check_document(load(text, "m.yaml"), MapContext()) == []


def test_findings_come_in_the_order_of_the_lines():
    text = "argmap: 1\ncomparison: c\nmaps: [a]\ntopics:\n  t: {positions: {b: [], a: []}, nots: x}\n"
    findings = check_document(load(text, "c.yaml"), ComparisonContext({}))
    assert [(finding.code, finding.span.column) for finding in findings] == [("AM601", 8), ("AM601", 19), ("AM109", 34)]
