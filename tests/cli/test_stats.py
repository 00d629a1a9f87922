"""`argmap stats`, as its users call it."""

import json

import pytest
from command import CITY, argmap, small_workspace


@pytest.fixture
def workspace(tmp_path):
    return small_workspace(tmp_path / "work")


def test_the_command_counts_all_maps_and_leaves_comparisons_out(workspace):
    done = argmap("stats", cwd=workspace)
    assert (done.returncode, done.stderr) == (0, "")
    head, nodes, *_ = done.stdout.splitlines()
    assert head.split() == ["chamber", "city", "all"]
    assert nodes.split() == ["nodes", "2", "2", "4"]


def test_maps_can_be_named_and_piped(workspace):
    named = argmap("stats", "city", cwd=workspace)
    assert named.stdout.splitlines()[0].split() == ["city"]
    assert argmap("stats", "-", cwd=workspace, stdin=CITY).stdout == named.stdout
    several = argmap("stats", "city", "maps/chamber.yaml", "city", "maps/city.yaml", cwd=workspace)
    assert several.stdout.splitlines()[0].split() == ["city", "chamber", "all"]


def test_json_says_the_same(workspace):
    said = json.loads(argmap("stats", "--format", "json", cwd=workspace).stdout)
    assert [each["map"] for each in said["maps"]] == ["chamber", "city"]
    assert said["all"]["nodes"] == 4
    assert said["maps"][1]["types"]["recommendation"] == 1
    assert said["all"]["references"] == 1


def test_a_map_that_cannot_be_read_whole_has_no_numbers(workspace):
    done = argmap("stats", "-", cwd=workspace, stdin=CITY + "typpo: 1\n")
    assert (done.returncode, done.stdout) == (2, "")
    assert "'argmap check <stdin>' says why" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["citty"], "did you mean 'city'?"),
        (["city", "two"], "'two' is a comparison: name its maps"),
        (["--format", "xml"], "--format"),
    ],
)
def test_what_is_no_map_is_exit_code_2(arguments, said, workspace):
    done = argmap("stats", *arguments, cwd=workspace)
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr


def test_no_maps_are_exit_code_2(tmp_path):
    done = argmap("stats", cwd=tmp_path)
    assert (done.returncode, done.stdout, done.stderr) == (2, "", "argmap: no maps in maps\n")


def test_a_map_that_cannot_be_loaded_is_sent_to_check(workspace):
    (workspace / "maps/broken.yaml").write_text("argmap: 1\nnodes: [")
    done = argmap("stats", cwd=workspace)
    assert done.returncode == 2
    assert "'argmap check maps/broken.yaml' says why" in done.stderr
