"""`argmap compare`: maps that nobody has compared yet, what is saved of a proposal, and comparisons as CSV."""

from __future__ import annotations

import csv
import io
import re

import pytest
from command import CHAMBER, CITY, argmap, small_workspace

from argmap.compare.propose import propose
from argmap.formats.native import load
from argmap.model import Actor, Citation, Comparison, Map, Node, NodeType, Topic, Verdict, VerdictKind
from argmap.render import ReferenceLabel
from argmap.writers import comparison as writers
from argmap.writers.comparison import write_comparison
from argmap.writers.comparison.csv import COLUMNS

TOLL = """\
argmap: 1
map: toll
title: The toll elsewhere
nodes:
  charge-unfair: {claim: A charge is unfair to drivers., at: unfair}
  bus-lanes: {claim: Bus lanes are cheaper., at: bus lanes}
"""
PROPOSED = re.compile(r"(\d+)%")


@pytest.fixture
def workspace(tmp_path):
    folder = small_workspace(tmp_path / "work")
    (folder / "maps/toll.yaml").write_text(TOLL)
    return folder


def files(folder):
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def written(path):
    document = load(path.read_text(), str(path))
    assert document.faults == ()
    assert isinstance(document.content, Comparison)
    return document.content


@pytest.mark.parametrize("to", ["text", "md", "csv", "svg", "dot"])
def test_a_comparison_of_maps_is_proposed_and_marked_so_in_every_format(to, workspace):
    before = files(workspace)
    done = argmap("compare", "city", "maps/chamber.yaml", "--to", to, cwd=workspace)
    assert done.returncode == 0
    assert "Charge" in done.stdout
    if to == "csv":
        assert all(0 < float(row["confidence"]) <= 1 for row in csv.DictReader(io.StringIO(done.stdout)))
    else:
        assert "proposed" in done.stdout.lower()
        assert PROPOSED.search(done.stdout)
    assert files(workspace) == before


def test_all_formats_can_be_asked_for(workspace):
    for to in writers.FORMATS:
        assert argmap("compare", "city", "chamber", "--to", to, cwd=workspace).returncode == 0


def test_plain_text_keeps_to_its_width():
    topic = Topic(id="t", title="A topic " * 20, positions={"a": ("x",), "b": ("y",)})
    comparison = Comparison(id="c", title="A title " * 20, maps=("a", "b"), topics={"t": topic})
    for width in (20, 40, 80):
        text = write_comparison(comparison, {"a": A, "b": B}, {}, "text", width=width, confidence={"t": 0.5})
        assert max(map(len, text.splitlines())) <= width


def test_three_maps(workspace):
    done = argmap("compare", "city", "chamber", "toll", cwd=workspace)
    assert done.returncode == 0
    assert re.search(
        r"^Proposed comparison: The city's case / The chamber's case / The toll elsewhere$", done.stdout, re.M
    )
    assert "  toll\n" in done.stdout


def test_a_proposal_is_saved_for_a_person_to_judge(workspace):
    done = argmap("compare", "city", "chamber", "--write", "maps/mine.yaml", cwd=workspace)
    assert done.returncode == 0
    assert done.stdout == argmap("compare", "city", "chamber", cwd=workspace).stdout
    assert "wrote maps/mine.yaml" in done.stderr
    path = workspace / "maps/mine.yaml"
    comparison, confidence = propose([load(text, "a").content for text in (CITY, CHAMBER)])
    saved = written(path)
    assert saved.id == "mine"
    assert saved.topics == comparison.topics
    for id, sure in confidence.items():
        assert re.search(rf"^  {id}: +# proposed, confidence {sure:.0%}$", path.read_text(), re.M)
    assert "#= Charge drivers at peak hours." in path.read_text()
    checked = argmap("check", path, cwd=workspace)
    assert "error" not in checked.stdout
    assert re.findall(r"^warning\[(\w+)\]", checked.stdout, re.M) == ["AM605"] * len(confidence)
    assert argmap("fmt", "--check", path, cwd=workspace).returncode == 0
    assert "proposed" not in argmap("compare", "mine", cwd=workspace).stdout.partition("\n")[2]


def test_a_proposal_without_a_topic_can_be_saved_too(workspace):
    (workspace / "maps/bees.yaml").write_text("argmap: 1\nmap: bees\nnodes:\n  x: {claim: Bees fly., at: bees}\n")
    done = argmap("compare", "bees", "toll", "--write", "maps/mine.yaml", cwd=workspace)
    assert (done.returncode, done.stdout.splitlines()[1]) == (0, "0 topics.")
    assert "argmap: the maps have nothing in common that a comparison could be made of" in done.stderr
    assert written(workspace / "maps/mine.yaml").maps == ("bees", "toll")
    assert "error" not in argmap("check", cwd=workspace).stdout


def test_a_file_that_is_there_is_written_over_only_by_force(workspace):
    path = workspace / "maps/mine.yaml"
    path.write_text("argmap: 1\ncomparison: mine\nmaps: []\n")
    before = files(workspace)
    done = argmap("compare", "city", "chamber", "--write", path, cwd=workspace)
    assert (done.returncode, done.stdout) == (2, "")
    assert "maps/mine.yaml: already exists; use --force to overwrite it" in done.stderr
    assert files(workspace) == before
    assert argmap("compare", "city", "chamber", "--write", path, "--force", cwd=workspace).returncode == 0
    assert written(path).maps == ("city", "chamber")


def test_a_file_whose_name_is_no_id(workspace):
    assert argmap("compare", "city", "chamber", "--write", "My Maps.yml", cwd=workspace).returncode == 0
    assert written(workspace / "My Maps.yml").id == "city-and-chamber"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "MAP"),
        (["city"], "'city' is a map: use 'argmap render city', or name a second map"),
        (["two", "two"], "'two' is a comparison: name it alone"),
        (["city", "two"], "'two' is a comparison: name it alone"),
        (["two", "city"], "'two' is a comparison: name it alone"),
        (["city", "maps/city.yaml"], "'city' can be compared with other maps only"),
        (["city", "chamber", "city"], "'city' can be compared with other maps only"),
        (["city", "chamber", "toll", "m4", "m5"], "5 maps, where at most 4 can be compared"),
        (["city", "chambre"], "did you mean 'chamber'?"),
        (["two", "--write", "x.yaml"], "'two' is a comparison already"),
        (["city", "chamber", "--force"], "--force"),
        (["city", "chamber", "--write", "x.json"], "x.json: a comparison is written to a file that ends in .yaml"),
        (["city", "chamber", "--write", "-"], "-: a comparison is written to a file that ends in .yaml"),
        (["city", "chamber", "--write", "maps/two.yml"], "the id 'two' is already used by maps/two.yaml"),
        (["city", "chamber", "--write", "x.yaml", "--to", "gif"], "--to"),
    ],
)
def test_wrong_uses_are_exit_code_2_and_write_nothing(arguments, said, workspace):
    for id in ("m4", "m5"):
        (workspace / f"maps/{id}.yaml").write_text(TOLL.replace("map: toll", f"map: {id}"))
    before = files(workspace)
    done = argmap("compare", *arguments, cwd=workspace)
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr
    assert files(workspace) == before


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
