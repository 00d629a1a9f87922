"""The baseline: what is known is not said again, and what is fixed is known no more."""

import json
import re

import pytest
from command import CITY, UNCITED, argmap, small_workspace

KNOWN = ["AM203", "AM212", "AM305", "AM411", "AM412"]

PROVED = "argmap: anchors: 1 verified by the text; 1 not in the text; 2 unverified, with neither text nor lock\n"


@pytest.fixture
def workspace(tmp_path):
    """A workspace whose baseline knows five findings, of which one takes the text of an article."""
    folder = small_workspace(tmp_path / "work")
    city(folder, CITY.replace("    addressee: council\n", ""))
    with (folder / "references.bib").open("a", encoding="utf-8") as references:
        references.write(UNCITED.replace("journaltitle = {TP}, ", ""))
    (folder / "texts").mkdir()
    (folder / "texts/institute2025.txt").write_text("It proposes a charge at the cordon.", encoding="utf-8")
    (folder / "argmap.toml").write_text('sources = "texts"\n', encoding="utf-8")
    done = argmap("check", "--add-baseline", cwd=folder)
    assert (done.returncode, done.stdout) == (0, "nothing found\n")
    assert done.stderr == f"argmap: 5 findings added to argmap-baseline.json\n{PROVED}"
    return folder


def city(workspace, text=None):
    path = workspace / "maps/city.yaml"
    if text is not None:
        path.write_text(text, encoding="utf-8")
    return path.read_text(encoding="utf-8")


def known(workspace, file="argmap-baseline.json"):
    return [finding["code"] for finding in json.loads((workspace / file).read_text("utf-8"))["findings"]]


def check(workspace, *options):
    """The codes of what is found, and what is said of the baseline."""
    done = argmap("check", "--output-format", "concise", *options, cwd=workspace)
    said = re.sub(r"argmap: anchors: .*\n", "", done.stderr)
    return re.findall(r"\[(AM\d+)\]", done.stdout), said.removeprefix("argmap: ").strip()


def test_what_is_known_is_not_said_again(workspace):
    assert known(workspace) == KNOWN
    assert check(workspace) == ([], "")
    assert argmap("check", "--fail-on", "note", cwd=workspace).returncode == 0
    assert check(workspace / "maps", "city.yaml", "../references.bib") == ([], "")


def test_a_new_finding_is_said_and_fails(workspace):
    city(workspace, city(workspace).replace("title:", "titel:"))
    done = argmap("check", cwd=workspace)
    assert done.returncode == 1
    assert done.stdout.count("-->") == done.stdout.count("AM109") == 1


def test_lines_that_move_are_still_known_and_a_second_finding_of_the_kind_is_new(workspace):
    moved = city(workspace).replace("nodes:\n", "\n# The nodes.\nnodes:\n")
    city(workspace, moved)
    assert check(workspace) == ([], "")
    city(workspace, f"{moved}  more: {{recommendation: Do more., supported_by: fell, at: charge at}}\n")
    assert check(workspace)[0].count("AM212") == 1


def test_what_is_mended_is_taken_out_and_found_when_it_comes_back(workspace):
    before = city(workspace)
    city(workspace, CITY)
    assert check(workspace) == ([], "removed 2 fixed findings from argmap-baseline.json")
    assert known(workspace) == ["AM305", "AM411", "AM412"]
    assert check(workspace) == ([], "")
    city(workspace, before)
    assert check(workspace) == (["AM203", "AM212"], "")


@pytest.mark.parametrize(
    "options",
    [
        ["--select", "AM203"],
        ["--ignore", "AM2,AM3,AM4"],
        ["maps/chamber.yaml"],
        ["maps/city.yaml"],
        ["references.bib"],
        ["maps/two.yaml", "maps/city.yaml"],
    ],
)
def test_a_check_of_a_part_takes_nothing_out(options, workspace):
    assert check(workspace, *options) == ([], "")
    assert known(workspace) == KNOWN


def test_what_was_not_at_hand_takes_nothing_out(workspace):
    (workspace / "texts").rename(workspace / "away")
    assert check(workspace) == ([], "")
    assert known(workspace) == KNOWN


def test_a_file_that_cannot_be_read_whole_takes_nothing_out(workspace):
    before = city(workspace)
    city(workspace, before.replace("evidence: Traffic", "evidense: Traffic"))
    assert check(workspace)[1] == ""
    city(workspace, "argmap: 1\nmap: [")
    assert check(workspace)[1] == ""
    assert known(workspace) == KNOWN
    city(workspace, before)
    assert check(workspace) == ([], "")


def test_a_file_that_is_gone_takes_its_findings_along(workspace):
    (workspace / "maps/city.yaml").unlink()
    assert check(workspace, "maps/chamber.yaml")[1] == "removed 3 fixed findings from argmap-baseline.json"
    assert known(workspace) == ["AM411", "AM412"]


def test_a_file_of_another_name_is_another_file(workspace):
    (workspace / "maps/city.yaml").rename(workspace / "maps/town.yaml")
    assert check(workspace) == (["AM203", "AM212", "AM305"], "removed 3 fixed findings from argmap-baseline.json")
    assert check(workspace, "--add-baseline") == ([], "3 findings added to argmap-baseline.json")
    assert check(workspace) == ([], "")


def test_a_twin_is_known_until_both_files_are_looked_at_and_differ(workspace):
    twin = workspace / "maps/town.yaml"
    twin.write_text(city(workspace, CITY), encoding="utf-8")
    (workspace / "argmap-baseline.json").unlink()
    assert check(workspace, "--add-baseline", "--select", "AM607") == ([], "1 finding added to argmap-baseline.json")
    assert check(workspace, "--select", "AM607", "maps/town.yaml") == ([], "")
    twin.write_text(CITY.replace("map: city", "map: town"), encoding="utf-8")
    assert check(workspace, "--select", "AM607") == ([], "removed 1 fixed finding from argmap-baseline.json")


def test_adding_again_keeps_what_is_known_and_takes_out_what_is_mended(workspace):
    city(workspace, CITY.replace("title:", "titel:"))
    assert check(workspace, "--add-baseline", "maps/city.yaml") == ([], "1 finding added to argmap-baseline.json")
    assert known(workspace) == ["AM109", *KNOWN]
    city(workspace, CITY)
    assert check(workspace, "--add-baseline") == ([], "0 findings added to argmap-baseline.json")
    assert known(workspace) == ["AM305", "AM411", "AM412"]


def test_the_settings_say_where_it_is(workspace):
    (workspace / "argmap.toml").write_text('sources = "texts"\nbaseline = "known/all.json"\n', encoding="utf-8")
    assert sorted(check(workspace)[0]) == KNOWN
    assert check(workspace, "--add-baseline") == ([], "5 findings added to known/all.json")
    assert known(workspace, "known/all.json") == KNOWN


def test_the_baseline_is_the_same_from_every_folder_and_merges_line_by_line(workspace):
    before = (workspace / "argmap-baseline.json").read_bytes()
    (workspace / "argmap-baseline.json").unlink()
    argmap("check", "--add-baseline", "..", cwd=workspace / "maps")
    assert (workspace / "argmap-baseline.json").read_bytes() == before
    assert str(workspace).encode() not in before


@pytest.mark.parametrize(
    "content",
    ["", "{", "[]", "3", '{"version": 2, "findings": []}', '{"version": 1, "findings": [{}]}', "[" * 100_000, "\udcff"],
    ids=range(8),
)
def test_what_is_no_baseline_is_exit_code_2(content, workspace):
    (workspace / "argmap-baseline.json").write_bytes(content.encode("utf-8", "surrogateescape"))
    done = argmap("check", cwd=workspace)
    assert (done.returncode, done.stdout) == (2, "")
    assert "no baseline of this version" in done.stderr
    assert "--add-baseline" in done.stderr
