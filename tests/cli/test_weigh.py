"""`argmap weigh`, and what it weighs on the cards."""

import json

import pytest
from command import argmap

MAP = """\
argmap: 1
map: bridge
thesis: build
actors: {chamber: {name: Chamber}}
nodes:
  build: {recommendation: Build the bridge., attacked_by: [costly, {premises: ugly, outweighed: true}]}
  costly: {claim: It costs too much., by: chamber, attacked_by: cheap}
  cheap: {evidence: It costs less than the ferry.}
  ugly: {claim: It is ugly., by: chamber}
"""


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "bridge.yaml").write_text(MAP, encoding="utf-8")
    return tmp_path


def test_a_map_is_weighed_with_reasons_and_what_would_change_the_thesis(folder):
    done = argmap("weigh", "bridge.yaml", cwd=folder)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("bridge: 3 accepted, 1 rejected (grounded semantics)\nStrengths by df-quad.\n\n")
    assert (
        "build is accepted: 'costly' attacks it, but 'costly' is rejected; 'ugly' attacks it, and is outweighed"
        in done.stdout
    )
    assert "What would change the status of build:\n  cheap falling: rejected\n" in done.stdout


def test_the_same_for_programs(folder):
    found = json.loads(argmap("weigh", "bridge.yaml", "--format", "json", cwd=folder).stdout)
    assert {node["node"]: node["status"] for node in found["nodes"]} == {
        "build": "accepted", "costly": "rejected", "cheap": "accepted", "ugly": "accepted",
    }  # fmt: skip
    assert found["changes"]["build"]["complete"] is True
    assert found["strength"] == {"semantics": "df-quad", "converged": True}


@pytest.mark.parametrize("option", [["--semantics", "best"], ["--support", "moral"], ["--timeout", "0"]])
def test_what_there_is_not_is_refused(option, folder):
    assert argmap("weigh", "bridge.yaml", *option, cwd=folder).returncode == 2


@pytest.mark.parametrize("semantics", ["complete", "preferred", "stable", "semi-stable", "stage", "ideal"])
def test_every_semantics_agrees_where_there_is_no_circle(semantics, folder):
    said = argmap("weigh", "bridge.yaml", "--semantics", semantics, cwd=folder).stdout
    assert said.startswith(f"bridge: 3 accepted, 1 rejected ({semantics} semantics, sceptically)\n")


def test_cards_say_what_can_be_accepted(folder):
    picture = argmap("render", "bridge.yaml", "--status", cwd=folder).stdout
    assert picture.count("· ACCEPTED<") == 3
    assert picture.count("· REJECTED<") == 1
    assert "ACCEPTED" not in argmap("render", "bridge.yaml", cwd=folder).stdout
