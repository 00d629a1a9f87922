"""Rules as they are told, by the reporters and on the command line."""

import json

import pytest
from command import argmap

from argmap.checks.engine.describe import Catalogue, describe
from argmap.checks.engine.registry import rules


@pytest.mark.parametrize("code", rules())
def test_a_rule_says_what_it_finds_and_more(code):
    info = Catalogue()[code]
    assert info == describe(rules()[code])
    assert (info.code, info.name, info.severity) == (code, rules()[code].name, rules()[code].severity)
    assert info.explanation.startswith(info.summary.split(" ")[0])
    assert info.summary.endswith(".")
    assert 10 < len(info.summary) < 120
    assert "\n" not in info.summary
    assert "Why it matters: " in info.explanation
    # What code scanning shows of a rule; longer texts are cut off.
    assert len(info.explanation) < 1000
    assert "::\n" not in info.explanation


def test_the_catalogue_has_every_rule():
    assert list(Catalogue()) == list(rules())
    assert len(Catalogue()) == len(rules())
    assert "AM999" not in Catalogue()


@pytest.mark.parametrize("word", ["AM201", "am201", "unknown-node", "Unknown-Node"])
def test_explain_takes_a_code_or_a_name(word, tmp_path):
    done = argmap("explain", word, cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("AM201 unknown-node (error)\n\nAn id that no node or step of the map bears.\n\n")
    assert "\nExample:\n\n    supported_by: [stokholm-fell]" in done.stdout


def test_explain_in_json(tmp_path):
    done = argmap("explain", "AM201", "--format", "json", cwd=tmp_path)
    assert json.loads(done.stdout) == dict(Catalogue()["AM201"]._asdict())


@pytest.mark.parametrize(
    ("word", "help"),
    [
        ("unknown-nod", "did you mean AM201 (unknown-node)?"),
        ("AM20", "did you mean AM2"),
        ("nonsense", "'argmap rules' lists them"),
        ("", "'argmap rules' lists them"),
    ],
)
def test_an_unknown_rule_is_exit_code_2_with_a_proposal(word, help, tmp_path):
    done = argmap("explain", word, cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert f"there is no rule '{word}'; {help}" in done.stderr


def test_rules_lists_every_rule_in_columns(tmp_path):
    done = argmap("rules", cwd=tmp_path)
    lines = done.stdout.splitlines()
    assert [line[:5] for line in lines] == list(rules())
    assert "AM201  error    unknown-node " in done.stdout
    columns = {line.index(info.summary) for line, info in zip(lines, Catalogue().values(), strict=True)}
    assert len(columns) == 1


def test_rules_in_json(tmp_path):
    listed = json.loads(argmap("rules", "--format", "json", cwd=tmp_path).stdout)
    assert listed == [dict(info._asdict()) for info in Catalogue().values()]
