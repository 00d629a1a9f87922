"""`argmap compare`: maps that nobody has compared yet, and what is saved of a proposal."""

from __future__ import annotations

import csv
import io
import re

import pytest
from command import CHAMBER, CITY, argmap, small_workspace

from argmap.compare.propose import propose
from argmap.formats.native import load
from argmap.model import Comparison
from argmap.writers import comparison as writers

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
