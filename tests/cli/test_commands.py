"""The commands besides `check` and `build`, as their users call them."""

import json
import os
import re
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest
from command import CITY, REFERENCES, TWO, UNCITED, argmap, small_workspace

import argmap as package
from argmap import cli, render
from argmap.cli import COMMANDS
from argmap.formats.native.grammar.schema import schema
from argmap.writers import comparison as writers


@pytest.fixture(scope="module")
def workspace(tmp_path_factory):
    folder = small_workspace(tmp_path_factory.mktemp("commands") / "work")
    (folder / "references.bib").write_text(REFERENCES + UNCITED, encoding="utf-8")
    return folder


def test_version(workspace):
    expected = f"argmap {package.__version__}\n"
    assert argmap("--version", cwd=workspace).stdout == expected
    assert argmap("--version", "check", cwd=workspace).stdout == expected


def test_every_module_is_a_command_or_shared():
    modules = {file.stem for file in Path(cli.__file__).parent.glob("*.py") if not file.stem.startswith("_")}
    assert set(COMMANDS) == modules


def test_help_lists_every_command(workspace):
    for arguments in ([], ["-h"], ["--help"]):
        done = argmap(*arguments, cwd=workspace)
        commands = (done.stdout + done.stderr).partition("Commands:")[2]
        assert re.findall(r"^  ([a-z]+) ", commands, re.MULTILINE) == sorted(COMMANDS)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_a_help_of_its_own(command, workspace):
    done = argmap(command, "--help", cwd=workspace)
    assert done.returncode == 0
    assert f"argmap {command}" in done.stdout


@pytest.mark.parametrize(
    "arguments", [["chek"], ["check", "--colour"], ["render"], ["schema", "--draft", "5"], ["show", "a", "b"]]
)
def test_a_call_that_makes_no_sense_is_exit_code_2(arguments, workspace):
    done = argmap(*arguments, cwd=workspace)
    assert (done.returncode, done.stdout) == (2, "")
    assert "Usage: " in done.stderr


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_is_offered(shell, workspace):
    done = argmap("--show-completion", shell, cwd=workspace)
    assert done.returncode == 0
    assert "_ARGMAP_COMPLETE" in done.stdout


def test_completion_completes_commands(workspace):
    done = argmap(
        cwd=workspace,
        _ARGMAP_COMPLETE="complete_bash",
        COMP_WORDS="argmap ch",
        COMP_CWORD="1",
        _TYPER_COMPLETE_ARGS="argmap ch",
    )
    assert done.stdout.split() == ["check"]


@pytest.mark.parametrize(("arguments", "draft"), [([], "2020-12"), (["--draft", "7"], "7")])
def test_schema_prints_the_schema(arguments, draft, workspace):
    assert json.loads(argmap("schema", *arguments, cwd=workspace).stdout) == schema(draft)


@pytest.mark.parametrize("name", ["city", "maps/city.yaml"])
def test_show_tells_the_argument(name, workspace):
    done = argmap("show", name, cwd=workspace)
    assert (done.returncode, done.stderr) == (0, "")
    assert "Charge drivers at peak hours." in done.stdout
    assert "[fell] Traffic fell by a fifth." in done.stdout
    assert "\x1b" not in done.stdout


@pytest.mark.parametrize("command", [["show"], ["render", "--to", "dot"], ["cite"]])
def test_a_map_on_standard_input_is_as_good_as_a_file(command, workspace):
    piped = argmap(*command, "-", cwd=workspace, stdin=CITY)
    assert piped.returncode == 0
    assert piped.stdout == argmap(*command, "city", cwd=workspace).stdout


@pytest.mark.parametrize("command", ["show", "render", "compare", "cite"])
@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("citty", "no file and no map has the name 'citty'; did you mean 'city'?"),
        ("zebra", "no file and no map has the name 'zebra'; looked into maps"),
        ("maps/gone.yaml", "maps/gone.yaml: no such file"),
        ("maps", "a folder, where a file is meant"),
        ("x" * 300, "no file and no map has the name"),
    ],
)
def test_a_map_that_is_not_there_is_exit_code_2(command, name, said, workspace):
    done = argmap(command, name, cwd=workspace)
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr


@pytest.mark.parametrize("command", ["show", "render", "compare", "cite"])
def test_a_file_that_cannot_be_loaded_is_sent_to_check(command, workspace):
    done = argmap(command, "-", cwd=workspace, stdin="argmap: 1\nnodes: [")
    assert (done.returncode, done.stdout) == (2, "")
    assert "'argmap check <stdin>' says why" in done.stderr


@pytest.mark.parametrize(
    ("command", "name", "other"),
    [("show", "two", "compare"), ("render", "two", "compare"), ("compare", "city", "render")],
)
def test_a_map_is_no_comparison(command, name, other, workspace):
    done = argmap(command, name, cwd=workspace)
    assert done.returncode == 2
    assert f"use 'argmap {other} {name}'" in done.stderr


def test_render_draws_svg_by_default_and_what_the_file_ends_in(workspace, tmp_path):
    drawn = argmap("render", "city", cwd=workspace)
    assert drawn.returncode == 0
    assert ElementTree.fromstring(drawn.stdout).tag.endswith("svg")
    for ending, begins in (("svg", "<svg"), ("dot", "digraph")):
        done = argmap("render", "city", "-o", tmp_path / f"city.{ending}", cwd=workspace)
        assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
        assert begins in (tmp_path / f"city.{ending}").read_text(encoding="utf-8")[:300]
    assert (tmp_path / "city.svg").read_text(encoding="utf-8") == drawn.stdout


def test_to_outranks_the_ending_of_the_file(workspace, tmp_path):
    assert argmap("render", "city", "--to", "dot", "-o", tmp_path / "a.svg", cwd=workspace).returncode == 0
    assert (tmp_path / "a.svg").read_text(encoding="utf-8") == argmap(
        "render", "city", "--to", "dot", cwd=workspace
    ).stdout


@pytest.mark.parametrize("command", [["render", "city"], ["compare", "two"]])
@pytest.mark.parametrize("wrong", [["--to", "gif"], ["-o", "x.gif"], ["--to", "scene"], ["--to", "../x"]])
def test_a_format_that_is_none_is_a_usage_error_that_lists_them(command, wrong, workspace):
    done = argmap(*command, *wrong, cwd=workspace)
    assert (done.returncode, done.stdout) == (2, "")
    assert "--to" in done.stderr
    assert "svg" in done.stderr
    assert not (workspace / "x.gif").exists()


@pytest.mark.parametrize(
    ("arguments", "begins"),
    [([], "Two positions"), (["--to", "md"], "#"), (["--to", "svg"], "<"), (["--to", "dot"], "")],
)
def test_compare_lays_maps_side_by_side(arguments, begins, workspace):
    done = argmap("compare", "two", *arguments, cwd=workspace)
    assert done.returncode == 0
    assert done.stdout.startswith(begins)
    assert "Fairness" in done.stdout
    assert "The charge is unfair." in re.sub(r"\s+", " ", re.sub(r"<[^>]*>|\|", " ", done.stdout))


def test_every_format_of_comparisons_can_be_named(workspace):
    for to in [*render.FORMATS, *writers.FORMATS]:
        assert argmap("compare", "two", "--to", to, cwd=workspace).returncode == 0


def test_a_comparison_on_standard_input_finds_its_maps_in_the_workspace(workspace):
    piped = argmap("compare", "-", cwd=workspace, stdin=TWO)
    assert piped.stdout == argmap("compare", "two", cwd=workspace).stdout


def test_a_comparison_outside_the_workspace_finds_the_maps_beside_it(tmp_path):
    folder = small_workspace(tmp_path / "work") / "maps"
    (tmp_path / "elsewhere").mkdir()
    done = argmap("compare", folder / "two.yaml", cwd=tmp_path / "elsewhere")
    assert done.returncode == 0
    assert "Charge drivers" in done.stdout


@pytest.mark.parametrize(
    ("arguments", "keys"),
    [
        ([], ["chamber2025", "eliasson2014", "institute2025"]),
        (["city"], ["eliasson2014", "institute2025"]),
        (["chamber"], ["chamber2025"]),
        (["two"], ["chamber2025", "eliasson2014", "institute2025"]),
        (["--all"], ["chamber2025", "eliasson2014", "institute2025", "smith2015"]),
    ],
)
def test_cite_exports_the_references_byte_for_byte(arguments, keys, workspace):
    done = argmap("cite", *arguments, cwd=workspace)
    assert (done.returncode, done.stderr) == (0, "")
    assert re.findall(r"@\w+{(\w+)", done.stdout) == keys
    entries = [entry.strip() for entry in done.stdout.split("\n\n")]
    assert all(entry in REFERENCES + UNCITED for entry in entries)


def test_cite_writes_to_a_file(workspace, tmp_path):
    done = argmap("cite", "city", "-o", tmp_path / "deep" / "out.bib", cwd=workspace)
    assert (done.returncode, done.stdout) == (0, "")
    assert (tmp_path / "deep/out.bib").read_text(encoding="utf-8") == argmap("cite", "city", cwd=workspace).stdout


def test_cite_says_which_references_are_missing(workspace):
    done = argmap("cite", "-", cwd=workspace, stdin=CITY.replace("eliasson2014", "nobody2020"))
    assert done.returncode == 0
    assert done.stderr == "argmap: not in references.bib: nobody2020\n"


def test_cite_without_references_is_exit_code_2(tmp_path):
    done = argmap("cite", "-", cwd=tmp_path, stdin=CITY)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "argmap: no references: references.bib does not exist\n"


def test_an_output_that_is_a_link_is_followed(workspace, tmp_path):
    (tmp_path / "target.bib").write_text("old", encoding="utf-8")
    (tmp_path / "link.bib").symlink_to("target.bib")
    assert argmap("cite", "city", "-o", tmp_path / "link.bib", cwd=workspace).returncode == 0
    assert (tmp_path / "link.bib").is_symlink()
    assert "@article{eliasson2014" in (tmp_path / "target.bib").read_text(encoding="utf-8")


def test_an_output_that_is_a_pipe_is_written_to(workspace, tmp_path):
    os.mkfifo(tmp_path / "pipe")
    reader = os.open(tmp_path / "pipe", os.O_RDONLY | os.O_NONBLOCK)
    assert argmap("cite", "city", "-o", tmp_path / "pipe", cwd=workspace).returncode == 0
    assert os.read(reader, 100_000).startswith(b"@article{eliasson2014")
    os.close(reader)


def test_an_output_keeps_its_permissions_and_a_new_one_gets_the_usual_ones(workspace, tmp_path):
    (tmp_path / "old.bib").touch(mode=0o600)
    for name in ("old.bib", "new.bib"):
        assert argmap("cite", "city", "-o", tmp_path / name, cwd=workspace).returncode == 0
    (tmp_path / "plain").touch()
    assert (tmp_path / "old.bib").stat().st_mode & 0o777 == 0o600
    assert (tmp_path / "new.bib").stat().st_mode == (tmp_path / "plain").stat().st_mode


@pytest.mark.parametrize("output", ["folder", "file.txt/below", "x" * 300 + ".bib"])
def test_an_output_that_cannot_be_written_is_exit_code_2(output, workspace, tmp_path):
    (tmp_path / "folder").mkdir()
    (tmp_path / "file.txt").touch()
    done = argmap("cite", "city", "-o", tmp_path / output, cwd=workspace)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("argmap: ")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["file.txt", "folder"]
