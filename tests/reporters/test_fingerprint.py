"""A finding is known again when other things change."""

from hypothesis import given
from reporter_samples import CITY, FINDINGS, RULES, findings

from argmap.model import Finding, Severity, Span
from argmap.reporters._fingerprint import fingerprints
from argmap.reporters.report import Report

FILE = "maps/city.yaml"


def known(text: str, *findings: Finding) -> list[str]:
    return fingerprints(Report(findings, {FILE: text}, RULES))


def on(line: int, code: str = "AM201", file: str = FILE, message: str = "wrong") -> Finding:
    return Finding(code, Severity.ERROR, message, file, Span(line, 3, line, 4))


def test_it_stays_when_lines_move_are_indented_and_messages_are_reworded():
    before = known(CITY, on(3))
    assert known(f"# a comment\n\n{CITY}", on(5)) == before
    assert known(CITY.replace("  ", "\t  "), on(3)) == before
    assert known(CITY, on(3, message="reworded")) == before
    assert known(CITY, on(4, "AM213"), on(3)) == [*known(CITY, on(4, "AM213")), *before]


def test_it_is_another_for_another_line_code_or_file():
    (before,) = known(CITY, on(3))
    others = [on(4), on(3, "AM213"), on(3, file="maps/other.yaml")]
    assert len({before, *(known(CITY, other)[0] for other in others)}) == 4


def test_findings_on_one_line_or_on_equal_lines_are_told_apart_in_their_order():
    twice = known("a\na\n", on(1), on(2))
    assert len(set(twice)) == 2
    assert known("a\na\n", on(1), on(1)) == twice


def test_it_is_the_same_from_version_to_version():
    """People keep these: change how they are made only under a new name (`argmap/v2`)."""
    assert known(CITY, FINDINGS[0]) == ["bb9db48843be2b10919e7f30fb8561a4"]


def test_it_knows_a_finding_without_place_or_text():
    nowhere = Finding("AM215", Severity.NOTE, "to do", FILE)
    assert known(CITY, nowhere) == known("", nowhere) == fingerprints(Report([nowhere], {}, RULES))
    assert known(CITY, on(99)) == known("", on(99))


@given(findings)
def test_a_fingerprint_is_for_one_finding(finding):
    run = Report([finding, finding], {}, {})
    assert len(set(fingerprints(run))) == 2
    assert fingerprints(run._replace(findings=[finding])) == fingerprints(run)[:1]
