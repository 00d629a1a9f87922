"""Findings as people read them: the caret stands under what is meant."""

import pytest
from marked import unmarked

from argmap.model import Finding, Related, Severity, Span
from argmap.reporters.full import report, summary
from argmap.reporters.report import Report


def excerpt(marked: str) -> list[str]:
    """The excerpt of a finding at the marked place."""
    text, (span,) = unmarked(marked)
    finding = Finding("AM999", Severity.WARNING, "said", "m.yaml", span)
    return report(Report([finding], {"m.yaml": text})).split("\n")[3:5]


@pytest.mark.parametrize(
    ("marked", "shown"),
    [
        ("a: ‹bcd› e", ["1 | a: bcd e", "  |    ^^^"]),
        ("\n\na: b ‹›", ["3 | a: b ", "  |      ^"]),
        ("é‹e\u0301x›", ["1 | ée\u0301x", "  |  ^^"]),
        ("漢字‹漢›x", ["1 | 漢字漢x", "  |     ^^"]),
        ("a\t‹b›", ["1 | a b", "  |   ^"]),
        ("a \x1b[31m‹b›", ["1 | a \ufffd[31mb", "  |        ^"]),
        ("a: ‹{b\nc}›", ["1 | a: {b", "  |    ^^"]),
    ],
)
def test_the_caret_stands_under_the_place(marked, shown):
    assert excerpt(marked) == shown


def test_a_long_line_is_shown_around_the_place():
    line, caret = excerpt("a" * 500 + "‹bcd›" + "e" * 500)
    assert len(line) < 130
    assert line[caret.index("^") : caret.rindex("^") + 1] == "bcd"


def test_a_long_span_does_not_outgrow_the_line():
    line, caret = excerpt("‹" + "a" * 500 + "›")
    assert len(caret) <= len(line)


@pytest.mark.parametrize("span", [None, Span(9, 1, 9, 2), Span(0, 0, 0, 0)])
def test_a_finding_without_a_line_is_said_without_an_excerpt(span):
    place = f"m.yaml:{span.line}:{span.column}" if span else "m.yaml"
    said = report(Report([Finding("AM999", Severity.NOTE, "said", "m.yaml", span)], {"m.yaml": "a"}))
    assert said == f"note[AM999]: said\n  --> {place}\n\n1 note\n"


def test_help_and_related_places_follow():
    finding = Finding(
        "AM999", Severity.ERROR, "said", "m.yaml", None, "do this", (Related("here too", "n.yaml", Span(2, 3, 2, 4)),)
    )
    assert report(Report([finding], {"m.yaml": ""})).split("\n")[2:4] == [
        "   = see n.yaml:2:3: here too",
        "   = help: do this",
    ]


def test_colours_are_only_added_and_only_where_wanted():
    finding = Finding("AM999", Severity.ERROR, "said", "m.yaml", Span(1, 1, 1, 2), "help")
    plain, coloured = (report(Report([finding], {"m.yaml": "abc"}, colour=colour)) for colour in (False, True))
    assert "\x1b[1;31m" in coloured
    for style in ("1;31", "1", "31", "0"):
        coloured = coloured.replace(f"\x1b[{style}m", "")
    assert coloured == plain


def test_the_summary_counts():
    findings = [Finding("AM1", Severity(severity), "", "f") for severity in ("note", "error", "note", "warning")]
    assert summary(findings) == "1 error, 1 warning, 2 notes"
    assert summary([]) == "nothing found"
