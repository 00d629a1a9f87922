"""Comparisons in words: plain text within its width, and CSV."""

from __future__ import annotations

import csv
import io

import pytest

from argmap.model import Actor, Citation, Comparison, Map, Node, NodeType, Topic, Verdict, VerdictKind
from argmap.render import ReferenceLabel
from argmap.writers.comparison import write_comparison
from argmap.writers.comparison.csv import COLUMNS


def node(id, text="", **fields):
    return Node(id=id, type=NodeType.CLAIM, text=text, **fields)


def rows(topics, *maps, confidence=None):
    comparison = Comparison(id="c", maps=tuple(map.id for map in maps), topics={each.id: each for each in topics})
    labels = {"smith2015": ReferenceLabel("Smith 2015")}
    text = write_comparison(comparison, {map.id: map for map in maps}, labels, "csv", confidence=confidence or {})
    assert isinstance(text, str)
    header, *lines = csv.reader(io.StringIO(text, newline=""), strict=True)
    assert tuple(header) == COLUMNS
    return [dict(zip(COLUMNS, line, strict=True)) for line in lines]


CITED = Citation(key="smith2015", locator="p. 2")
A = Map(
    id="a",
    actors={"mayor": Actor(name="Ann, the mayor")},
    nodes={
        "x": node("x", 'She said "no",\nand left.', by=("mayor", "gone"), cite=(CITED,)),
        "minus": node("minus", "-5 percent"),
    },
)
B = Map(id="b", nodes={"y": node("y", "Yes.")})
C = Map(id="c", nodes={"z": node("z", "Perhaps.")})


def test_plain_text_keeps_to_its_width():
    topic = Topic(id="t", title="A topic " * 20, positions={"a": ("x",), "b": ("y",)})
    comparison = Comparison(id="c", title="A title " * 20, maps=("a", "b"), topics={"t": topic})
    for width in (20, 40, 80):
        text = write_comparison(comparison, {"a": A, "b": B}, {}, "text", width=width, confidence={"t": 0.5})
        assert max(map(len, text.splitlines())) <= width


def test_csv_has_a_line_for_each_node_of_each_topic():
    topic = Topic(
        id="t", title="T; 1", positions={"a": ("x", "minus")}, verdicts=(Verdict(kind=VerdictKind.AGREE),), note="Note"
    )
    first, second, silent = rows([topic], A, B)
    assert first == {
        "topic": "t",
        "topic_title": "T; 1",
        "about": "",
        "relation": "only",
        "note": "Note",
        "map": "a",
        "node": "x",
        "type": "claim",
        "text": 'She said "no", and left.',
        "by": "Ann, the mayor; gone",
        "stance": "endorsed",
        "references": "Smith 2015, p. 2",
        "confidence": "",
    }
    assert second["node"] == "minus"
    assert (silent["map"], silent["node"], silent["text"], silent["relation"]) == ("b", "", "", "only")


def test_csv_names_the_verdicts_in_which_the_map_takes_part():
    verdicts = (
        Verdict(kind=VerdictKind.AGREE, about="the need", between=("a", "b")),
        Verdict(kind=VerdictKind.DIFFER),
        Verdict(kind=VerdictKind.EVOLVED, about="the means", between=("b", "c")),
    )
    topic = Topic(id="t", title="T", positions={"a": ("x",), "b": ("y",), "c": ("z",)}, verdicts=verdicts)
    found = {row["map"]: (row["relation"], row["about"]) for row in rows([topic], A, B, C)}
    assert found == {
        "a": ("agree; differ", "the need;"),
        "b": ("agree; differ; evolved", "the need; ; the means"),
        "c": ("differ; evolved", "; the means"),
    }


def test_csv_says_how_sure_a_proposed_topic_is():
    topic = Topic(id="t", title="T", positions={"a": ("x",), "b": ("y",)})
    assert {(row["relation"], row["confidence"]) for row in rows([topic], A, B, confidence={"t": 0.5})} == {
        ("open", "0.50")
    }


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@sum", "\t=1", " =1", "\r=1", "＝1", "=cmd|' /C calc'!A0"])
def test_csv_holds_no_formula(text):
    topic = Topic(id="t", title=text, positions={"a": ("x",)}, note=text)
    (row,) = rows([topic], Map(id="a", nodes={"x": node("x", text)}))
    for column in ("topic_title", "note", "text"):
        assert row[column] == "'" + text.strip()


def test_csv_holds_nothing_that_steers_a_terminal():
    topic = Topic(id="t", title="\x1b[31mred", positions={})
    assert rows([topic], A)[0]["topic_title"] == "\ufffd[31mred"
