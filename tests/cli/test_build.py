"""`argmap build`: makes what is missing or out of date, and nothing else."""

import json
import os
import sys
from pathlib import Path

import pytest
from command import CHAMBER, CITY, TWO, UNCITED, small_workspace
from command import argmap as run_in_a_process

from argmap.cli import run

FILES = ["chamber.dot", "chamber.svg", "check.txt", "cited.bib", "city.dot", "city.svg", "two.md", "two.svg"]


@pytest.fixture
def workspace(tmp_path, monkeypatch):
    # The program that is being worked on would make everything out of date.
    monkeypatch.setattr("argmap.actions.build.program", lambda: "this program")
    monkeypatch.chdir(small_workspace(tmp_path / "work"))
    return Path.cwd()


@pytest.fixture
def build(workspace, monkeypatch, capsys):
    """Run the command: its exit code, the files that it says it wrote, its other output, its errors."""

    def build():
        monkeypatch.setattr(sys, "argv", ["argmap", "build"])
        with pytest.raises(SystemExit) as ended:
            run()
        said, errors = capsys.readouterr()
        lines = said.splitlines()
        wrote = [line.removeprefix("wrote build/") for line in lines if line.startswith("wrote ")]
        return ended.value.code or 0, sorted(wrote), [line for line in lines if not line.startswith("wrote ")], errors

    return build


def contents(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir() if not path.name.startswith(".")}


def test_it_writes_what_it_says(build, workspace):
    code, wrote, said, _ = build()
    assert (code, wrote, said) == (0, FILES, ["check: nothing found"])
    assert sorted(contents(workspace / "build")) == FILES
    assert all(contents(workspace / "build").values())
    assert (workspace / "build/check.txt").read_text(encoding="utf-8") == "nothing found\n"


def test_it_writes_what_the_commands_print(build, workspace):
    build()
    calls = {
        "city.svg": ["render", "city"],
        "city.dot": ["render", "city", "--to", "dot"],
        "two.md": ["compare", "two", "--to", "md"],
        "two.svg": ["compare", "two", "--to", "svg"],
        "cited.bib": ["cite"],
        "check.txt": ["check"],
    }
    for name, call in calls.items():
        printed = run_in_a_process(*call, cwd=workspace).stdout
        assert (workspace / "build" / name).read_text(encoding="utf-8") == printed, name


def test_the_second_run_has_nothing_to_do_and_says_so(build, workspace):
    build()
    before = {path.name: path.stat().st_mtime_ns for path in (workspace / "build").iterdir()}
    code, wrote, said, _ = build()
    assert (code, wrote) == (0, [])
    assert said == ["nothing to do: all 8 files in build are up to date", "check: nothing found"]
    assert {path.name: path.stat().st_mtime_ns for path in (workspace / "build").iterdir()} == before


@pytest.mark.parametrize(
    ("change", "again"),
    [
        (
            ("maps/city.yaml", CITY.replace("by a fifth", "a lot")),
            ["cited.bib", "city.dot", "city.svg", "two.md", "two.svg"],
        ),
        (("maps/two.yaml", TWO.replace("differ", "evolved")), ["two.md", "two.svg"]),
        (("references.bib", UNCITED), FILES),
    ],
    ids=["a map", "the comparison", "the references"],
)
def test_a_change_makes_again_only_what_depends_on_it(change, again, build, workspace):
    build()
    before = contents(workspace / "build")
    file, text = change
    path = workspace / file
    path.write_text(path.read_text("utf-8") + text if file.endswith("bib") else text, encoding="utf-8")
    code, wrote, _, _ = build()
    assert (code, wrote) == (0, again)
    after = contents(workspace / "build")
    assert {name for name in FILES if before[name] != after[name]} <= set(again)
    assert build()[1] == []


def test_another_version_of_the_program_makes_everything_again(build, monkeypatch):
    build()
    monkeypatch.setattr("argmap.actions.build.program", lambda: "another program")
    assert build()[1] == FILES


def test_a_dot_on_the_path_changes_nothing(build, workspace, monkeypatch, tmp_path):
    build()
    _fake_dot(tmp_path, monkeypatch)
    assert build()[1:] == ([], ["nothing to do: all 8 files in build are up to date", "check: nothing found"], "")


def test_another_engine_makes_everything_again(build, workspace, monkeypatch, tmp_path):
    build()
    monkeypatch.setenv("PATH", "/nowhere")
    (workspace / "argmap.toml").write_text('engine = "dot"\n', encoding="utf-8")
    _, wrote, _, errors = build()
    assert wrote == FILES
    assert "install Graphviz, or remove the setting; drawn with a simpler layout" in errors
    _fake_dot(tmp_path, monkeypatch)
    _, wrote, _, errors = build()
    assert wrote == FILES
    assert "Graphviz failed: a foreign dot" in errors


def _fake_dot(folder, monkeypatch):
    dot = folder / "dot"
    dot.write_text("#!/bin/sh\necho a foreign dot >&2; exit 1\n", encoding="utf-8")
    dot.chmod(0o755)
    monkeypatch.setenv("PATH", str(folder))


def test_a_new_map_is_added(build, workspace):
    build()
    (workspace / "maps/third.yaml").write_text(CHAMBER.replace("map: chamber", "map: third"), encoding="utf-8")
    assert {"third.svg", "third.dot"} <= set(build()[1])


@pytest.mark.parametrize("damage", [b"", b"cut off", b"\xff\xfe\x00", None])
def test_what_was_changed_or_deleted_by_hand_is_made_again(damage, build, workspace):
    build()
    before = contents(workspace / "build")
    target = workspace / "build/city.svg"
    target.unlink() if damage is None else target.write_bytes(damage)
    assert build()[1] == ["city.svg"]
    assert contents(workspace / "build") == before


@pytest.mark.parametrize("manifest", ["", "{", "[]", "3", '{"city.svg": 3}', '{"city.svg": null, "x": [1]}', "\udcff"])
def test_a_corrupt_manifest_means_building_again(manifest, build, workspace):
    build()
    (workspace / "build/.argmap-build.json").write_bytes(manifest.encode("utf-8", "surrogateescape"))
    code, wrote, _, errors = build()
    assert (code, wrote, errors) == (0, FILES, "")
    assert sorted(json.loads((workspace / "build/.argmap-build.json").read_text("utf-8"))) == FILES


def test_a_write_that_fails_leaves_the_old_file_and_no_scraps(build, workspace, monkeypatch):
    build()
    before = contents(workspace / "build")
    (workspace / "maps/city.yaml").write_text(CITY.replace("by a fifth", "a lot"), encoding="utf-8")

    def fail(*_):
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        for name in ("rename", "replace"):
            patched.setattr(os, name, fail)
        code, wrote, _, errors = build()
    assert (code, wrote) == (2, [])
    assert errors.startswith("argmap: ")
    assert errors.endswith("cannot be written: No space left on device\n")
    assert contents(workspace / "build") == before
    assert [path.name for path in (workspace / "build").iterdir() if path.name.startswith(".")] == [
        ".argmap-build.json"
    ]
    assert "city.svg" in build()[1]


def test_a_build_folder_that_is_a_file_is_exit_code_2(build, workspace):
    (workspace / "build").write_text("in the way", encoding="utf-8")
    code, wrote, _, errors = build()
    assert (code, wrote) == (2, [])
    assert "cannot be written" in errors
    assert (workspace / "build").read_text(encoding="utf-8") == "in the way"


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may write everywhere")
def test_a_read_only_build_folder_is_exit_code_2(workspace):
    (workspace / "build").mkdir(mode=0o500)
    done = run_in_a_process("build", cwd=workspace)
    assert done.returncode == 2
    assert "cannot be written: Permission denied" in done.stderr


def test_a_map_with_errors_is_reported_and_the_rest_is_built(build, workspace):
    (workspace / "maps/city.yaml").write_text("argmap: 1\nmap: city\nnodes: [", encoding="utf-8")
    code, wrote, said, _ = build()
    assert code == 1
    assert {"chamber.svg", "two.md", "check.txt"} <= set(wrote)
    assert said[-1].startswith("check: ")
    assert "error[AM102]" in (workspace / "build/check.txt").read_text(encoding="utf-8")


def test_a_workspace_without_maps_is_exit_code_2(build, workspace):
    for path in (workspace / "maps").iterdir():
        path.unlink()
    assert build() == (2, [], [], "argmap: no maps in maps\n")


def test_the_folders_can_be_set(build, workspace):
    (workspace / "argmap.toml").write_text('maps = "texts"\nbuild = "out/site"\n', encoding="utf-8")
    (workspace / "maps").rename(workspace / "texts")
    assert build()[0] == 0
    assert sorted(contents(workspace / "out/site")) == FILES
