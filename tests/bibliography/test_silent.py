"""What bibtexparser passes over in silence is a fault with a line, and the neighbours of the entry are read."""

import logging
import re

import pytest
from bibtexparser import parse_string
from references import plain

from argmap.bibliography import read

BEFORE = "@misc{before, f = {1}}\n"
AFTER = "\n@misc{after, f = {2}}\n"


@pytest.mark.parametrize(
    ("entry", "code", "line", "fields"),
    [
        ("@misc{k,\n  a = {one}\n  b = {two},\n}", "bibliography-syntax", 3, {"a": "one", "b": "two"}),
        ("@misc{k,\n  a = {x \\{ y},\n  b = {two},\n}", "bibliography-syntax", 3, {"b": "two"}),
        ("@misc{k,\n  b = {two},\n  a = {x \\} y},\n}", "bibliography-syntax", 4, {"b": "two"}),
        ("@misc{k,\n  b = {two},\n  a = {x} # nosuch,\n}", "undefined-string", 4, {"a": "xnosuch", "b": "two"}),
        ("@misc{k,\n  b = {two},\n  a = {x} # ,\n}", "bibliography-syntax", 4, {"b": "two"}),
        ("@misc{k,\n  a = {one},\n  b = {two},\n  A = {three},\n}", "duplicate-field", 5, {"a": "one", "b": "two"}),
    ],
)
def test_it_is_found_with_its_line_and_loses_no_neighbour(
    entry: str, code: str, line: int, fields: dict[str, str], caplog: pytest.LogCaptureFixture
) -> None:
    text = f"{BEFORE}{entry}{AFTER}"
    bibliography = read(text, "x.bib")
    assert [(fault.rule, fault.span and fault.span.line) for fault in bibliography.faults] == [(code, line)]
    assert list(bibliography.entries) == ["before", "k", "after"]
    assert bibliography.entries["k"].fields == fields
    assert entry.startswith(bibliography.entries["k"].source)
    assert (bibliography.entries["before"].source, bibliography.entries["after"].source) == (
        BEFORE.strip(),
        AFTER.strip(),
    )
    with caplog.at_level(logging.CRITICAL, "bibtexparser"):
        theirs = parse_string(text, parse_stack=[])
    # It drops the entry, or keeps it with another value and says nothing of that.
    kept = {each.key: {field.key: field.value[1:-1] for field in each.fields} for each in theirs.entries}
    assert kept.get("k") != fields or not theirs.failed_blocks


def test_terms_are_joined_where_bibtexparser_leaves_their_text() -> None:
    text = '@string{s = "Transport"}\n@misc{k, journal = s # { Policy} # 2, month = jan}'
    (theirs,) = parse_string(text, parse_stack=[]).entries
    assert theirs.fields_dict["journal"].value == "s # { Policy} # 2"
    assert read(text, "x.bib").entries["k"].fields == {"journal": "Transport Policy2", "month": "1"}


def test_any_sign_that_is_left_out_is_found_in_its_entry_and_loses_no_neighbour() -> None:
    first, middle, last = plain(3, seed=3).split("\n\n")
    lines = range(first.count("\n") + 3, first.count("\n") + 3 + middle.count("\n") + 1)
    places = [match.start() for match in re.finditer(r"[{}=]|,(?=\n  )", middle)]
    assert len(places) > 40
    for place in places:
        broken = middle[:place] + middle[place + 1 :]
        bibliography = read(f"{first}\n\n{broken}\n\n{last}", "x.bib")
        spans = [
            fault.span for fault in bibliography.faults if fault.rule in ("bibliography-syntax", "undefined-string")
        ]
        assert spans, broken[max(place - 30, 0) : place + 30]
        assert all(span and span.line in lines for span in spans)
        assert bibliography.entries["key-000000"].source == first
        assert bibliography.entries["key-000002"].source == last.rstrip("\n")
