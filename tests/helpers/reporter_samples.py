"""Findings to report: a fixed few for the goldens, and any at all for Hypothesis."""

from __future__ import annotations

from hypothesis import strategies as st

from argmap.model import Edit, Finding, Fix, Related, RuleInfo, Severity, Span
from argmap.reporters.report import Report

RULES = {
    "AM201": RuleInfo(
        "AM201",
        "unknown-node",
        Severity.ERROR,
        "An id that no node bears.",
        "An id that no node bears.\n\nWhy it matters: it leads nowhere.\n\nExample:\n\n    supported_by: survy",
    ),
    "AM213": RuleInfo(
        "AM213",
        "circular-support",
        Severity.WARNING,
        "A statement that supports itself.",
        "A statement that supports itself.\n\nWhy it matters: it proves nothing.\n\nHow to fix: break the circle.",
    ),
    "AM215": RuleInfo("AM215", "todo", Severity.NOTE, "Something is still to do.", "Something is still to do."),
}
CITY = "argmap: 1\nnodes:\n  a: {claim: Yes., supported_by: survy}\n  b: {claim: No., supported_by: a}\n"
FINDINGS = (
    Finding(
        "AM201",
        Severity.ERROR,
        "no node has the id 'survy'",
        "maps/city.yaml",
        Span(3, 34, 3, 39),
        "did you mean 'survey'?",
        fix=Fix("write 'survey'", (Edit(Span(3, 34, 3, 39), "survey"),)),
    ),
    Finding(
        "AM213",
        Severity.WARNING,
        "'b' supports itself",
        "maps/city.yaml",
        Span(4, 3, 4, 4),
        related=(Related("by way of 'a'", "maps/city.yaml", Span(3, 3, 3, 4)),),
    ),
    Finding("AM213", Severity.WARNING, "'Zoë' supports itself", "maps/100% Zoë.yaml", Span(1, 1, 2, 3)),
    Finding("AM215", Severity.NOTE, "to do: <all of it>, & more", "maps/100% Zoë.yaml"),
)
RUN = Report(
    FINDINGS,
    {"maps/100% Zoë.yaml": "Zoë:\n  b\n", "maps/city.yaml": CITY, "references.bib": ""},
    RULES,
    version="1.2.3",
)

_STEERING = [
    "\n",
    "\r",
    "\t",
    "\x00",
    "\x1b[2J",
    "\x9b31m",
    "\u202e",
    "\u2028",
    "\x85",
    "\ud800",
    "\ufffe",
    "\x7f",
    "é",
    "😀",
]
_MARKUP = ["]]>", "<!--", "&", '"', "::error::", "%0A", "%", ",", ":", "](https://example.org)", "{0}", "/", "\\", " "]
hostile = st.lists(st.sampled_from(_STEERING + _MARKUP) | st.text(st.characters(), max_size=5), max_size=6).map("".join)
_number = st.integers(1, 6)
_places = st.builds(Span, _number, _number, _number, _number)
_edits = st.lists(st.builds(Edit, _places, hostile), min_size=1, max_size=2).map(tuple)
spans = st.none() | _places
_files = st.sampled_from(["maps/a.yaml", "maps/b c.yaml", "/tmp/a.yaml"]) | hostile
findings = st.builds(
    Finding,
    code=st.sampled_from(list(RULES)),
    severity=st.sampled_from(Severity),
    message=hostile,
    file=_files,
    span=spans,
    help=st.none() | hostile,
    related=st.lists(st.builds(Related, hostile, _files, spans), max_size=2).map(tuple),
    fix=st.none() | st.builds(Fix, hostile, _edits, st.booleans()),
)
runs = st.builds(
    Report,
    findings=st.lists(findings, max_size=6),
    texts=st.dictionaries(_files, hostile | st.just(CITY), max_size=3),
    rules=st.just(RULES),
    version=st.just("1.2.3"),
    colour=st.just(False),
)
