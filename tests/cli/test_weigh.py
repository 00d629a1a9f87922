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

END = """\
What would change the status of build, which is accepted:
  rejected if an objection to it stands
  rejected if cheap falls

A statement falls when it is withdrawn or an objection to it stands, a step when it is undercut or, if it attacks, \
outweighed.

How the strength of build, 0.38, moves as another statement begins higher (its derivative):
  -0.250  costly
  +0.250  cheap
  Between 0.26 and 0.50 where each begins up to 0.1 higher or lower: it may be on either side of a half.
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
    assert done.stdout.endswith(END)


def test_the_same_for_programs(folder):
    found = json.loads(argmap("weigh", "bridge.yaml", "--format", "json", cwd=folder).stdout)
    assert {node["node"]: node["status"] for node in found["nodes"]} == {
        "build": "accepted", "costly": "rejected", "cheap": "accepted", "ugly": "accepted",
    }  # fmt: skip
    accepted = found["changes"]["build"]
    assert (accepted["semantics"], accepted["status"]) == ("grounded", "accepted")
    (rejected, undecided) = accepted["to"]
    assert [[[change["what"], change["nodes"]] for change in chosen] for chosen in rejected["sets"]] == [
        [["objection", ["build"]]], [["falls", ["cheap"]]],
    ]  # fmt: skip
    assert rejected["sets"][1][0]["carried"] == ["cheap-x>costly"]
    assert (rejected["complete"], undecided["complete"], undecided["sets"]) == (True, True, [])
    # build = 0.5 - 0.5 * 0.5 (1 - cheap)
    assert found["sensitivity"]["build"] == {
        "margin": 0.1,
        "low": pytest.approx(0.4 * (1 - 0.6 * 0.6)),
        "high": pytest.approx(0.6 * (1 - 0.4 * 0.4)),
        "keeps_side_of_half": False,
        "converged": True,
        "by": {"costly": -0.25, "cheap": 0.25},
    }
    assert found["strength"] == {"semantics": "df-quad", "converged": True}


@pytest.mark.parametrize("option", [["--semantics", "best"], ["--support", "moral"], ["--timeout", "0"]])
def test_what_there_is_not_is_refused(option, folder):
    assert argmap("weigh", "bridge.yaml", *option, cwd=folder).returncode == 2


def test_what_would_change_it_is_grounded_whatever_was_asked_for(folder):
    said = argmap("weigh", "bridge.yaml", "--semantics", "preferred", cwd=folder).stdout
    assert "What would change the status of build, which is accepted under the grounded semantics:\n" in said


def test_a_map_without_statements_or_thesis_has_nothing_that_would_change(tmp_path):
    (tmp_path / "m.yaml").write_text("argmap: 1\nmap: m\nthesis: [none, q]\nnodes: {q: {question: Why.}}\n")
    done = argmap("weigh", "m.yaml", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (0, "m: no statements (grounded semantics)\nStrengths by df-quad.\n\n")
    found = json.loads(argmap("weigh", "m.yaml", "--format", "json", cwd=tmp_path).stdout)
    assert (found["changes"], found["sensitivity"]) == ({}, {})


@pytest.mark.parametrize("semantics", ["complete", "preferred", "stable", "semi-stable", "stage", "ideal"])
def test_every_semantics_agrees_where_there_is_no_circle(semantics, folder):
    said = argmap("weigh", "bridge.yaml", "--semantics", semantics, cwd=folder).stdout
    assert said.startswith(f"bridge: 3 accepted, 1 rejected ({semantics} semantics, sceptically)\n")


def test_cards_say_what_can_be_accepted(folder):
    picture = argmap("render", "bridge.yaml", "--status", cwd=folder).stdout
    assert picture.count("· ACCEPTED<") == 3
    assert picture.count("· REJECTED<") == 1
    assert picture.count("strength 0.38") == 2  # set, and spoken
    assert "<desc>costly; rejected: 'cheap' attacks it, and nothing accepted attacks that<" in picture
    assert "ACCEPTED" not in argmap("render", "bridge.yaml", cwd=folder).stdout
