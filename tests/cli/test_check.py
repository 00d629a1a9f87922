"""`argmap check`, as its users call it."""

import os
import pty
import subprocess
import sys

import pytest
from command import CITY, UNCITED, argmap, environ, small_workspace
from needs import REPOSITORY, need

BROKEN = CITY.replace("title:", "titel:")


@pytest.fixture
def workspace(tmp_path):
    return small_workspace(tmp_path / "work")


def test_a_sound_workspace_has_nothing_found_and_exit_code_0(workspace):
    done = argmap("check", cwd=workspace)
    assert (done.returncode, done.stdout, done.stderr) == (0, "nothing found\n", "")


@pytest.mark.parametrize(
    "paths", [["maps"], ["maps/city.yaml"], ["maps/city.yaml", "maps/two.yaml"], ["references.bib"], ["."]]
)
def test_files_and_folders_can_be_named(workspace, paths):
    assert argmap("check", *paths, cwd=workspace).stdout == "nothing found\n"


def test_errors_are_shown_with_place_caret_and_help_and_exit_code_1(workspace):
    (workspace / "maps/city.yaml").write_text(BROKEN, encoding="utf-8")
    done = argmap("check", cwd=workspace)
    assert done.returncode == 1
    assert done.stderr == ""
    assert done.stdout == (
        "error[AM109]: unknown key 'titel'\n"
        "  --> maps/city.yaml:3:1\n"
        "  |\n"
        "3 | titel: The city's case\n"
        "  | ^^^^^\n"
        "   = help: did you mean 'title'?\n"
        "\n"
        "1 error\n"
    )


def test_warnings_and_notes_do_not_fail(workspace):
    (workspace / "maps/city.yaml").write_text(CITY.replace("    addressee: council\n", ""), encoding="utf-8")
    done = argmap("check", cwd=workspace)
    assert done.returncode == 0
    assert "warning[AM203]" in done.stdout
    assert "note[AM212]" in done.stdout
    assert done.stdout.endswith("1 warning, 1 note\n")


def test_places_are_told_from_where_the_user_is(workspace):
    (workspace / "maps/city.yaml").write_text(BROKEN, encoding="utf-8")
    assert "--> city.yaml:3:1" in argmap("check", "city.yaml", cwd=workspace / "maps").stdout
    elsewhere = workspace.parent / "elsewhere"
    elsewhere.mkdir()
    assert f"--> {workspace}/maps/city.yaml:3:1" in argmap("check", workspace / "maps", cwd=elsewhere).stdout


def test_standard_input_is_a_map(workspace):
    done = argmap("check", "-", cwd=workspace, stdin=BROKEN)
    assert done.returncode == 1
    assert "--> <stdin>:3:1" in done.stdout
    assert "3 | titel" in done.stdout
    assert argmap("check", "-", cwd=workspace, stdin=CITY).returncode == 0


@pytest.mark.parametrize("raw", [b"\xff\xfe\x00", b"argmap: 1\nmap: \xe9t\xe9\n", b"\x00"])
def test_bytes_that_are_no_text_are_a_finding(workspace, raw):
    done = argmap("check", "-", cwd=workspace, stdin=raw)
    assert done.returncode == 1
    assert "error[AM101]" in done.stdout


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("gone.yaml", "gone.yaml: no such file"),
        ("maps/citty.yaml", "did you mean 'city.yaml'?"),
        ("gone/", "no such file"),
        ("maps/city.yaml/x", "maps/city.yaml/x: Not a directory"),
        ("x" * 300, "too long"),
    ],
)
def test_a_path_that_is_not_there_is_exit_code_2(workspace, path, said):
    done = argmap("check", path, cwd=workspace)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("argmap: ")
    assert said in done.stderr


def test_a_folder_without_maps_says_which_folder_it_wanted(tmp_path):
    done = argmap("check", cwd=tmp_path)
    assert done.returncode == 2
    assert done.stderr == "argmap: no maps folder (maps): say which files to check\n"


def test_a_folder_that_holds_other_files_is_looked_through_for_maps(workspace):
    (workspace / "maps/notes.yaml").write_text("- shopping\n", encoding="utf-8")
    (workspace / "maps/.hidden.yaml").write_text("argmap: 1\n", encoding="utf-8")
    (workspace / "maps/node_modules").mkdir()
    (workspace / "maps/node_modules/a.yaml").write_text("argmap: 1\n", encoding="utf-8")
    (workspace / "maps/deep/er").mkdir(parents=True)
    (workspace / "maps/deep/er/a.json").write_text('{"argmap": 1, "map": "deep", "titel": "x"}', encoding="utf-8")
    done = argmap("check", "maps", cwd=workspace)
    assert done.stdout.count("-->") == done.stdout.count("maps/deep/er/a.json") == 1


def test_a_file_that_is_named_twice_is_checked_once(workspace):
    (workspace / "maps/city.yaml").write_text(BROKEN, encoding="utf-8")
    (workspace / "references.bib").write_text("@misc{institute2025,\n", encoding="utf-8")
    done = argmap("check", "maps", "maps/city.yaml", "./maps/city.yaml", "references.bib", cwd=workspace)
    assert done.stdout.count("[AM109]") == 1
    assert done.stdout.count("--> references.bib:1") == done.stdout.count("references.bib") > 0
    assert done.stdout.count("[AM401]") == 1


def test_unused_references_are_only_found_where_all_maps_are_looked_at(workspace):
    with (workspace / "references.bib").open("a") as references:
        references.write(UNCITED)
    assert "[AM411]" in argmap("check", cwd=workspace).stdout
    assert "[AM411]" in argmap("check", "maps", "references.bib", cwd=workspace).stdout
    assert "[AM411]" not in argmap("check", "maps/city.yaml", cwd=workspace).stdout
    (workspace / "maps/city.yaml").write_text(CITY.replace("evidence: ", "evidense: "), encoding="utf-8")
    assert "[AM411]" not in argmap("check", cwd=workspace).stdout


def test_the_texts_of_articles_are_found_by_the_environment_and_by_the_settings(workspace):
    (workspace / "texts").mkdir()
    (workspace / "texts/institute2025.txt").write_text("It proposes a charge at the cordon.", encoding="utf-8")
    assert "[AM305]" not in argmap("check", cwd=workspace).stdout
    done = argmap("check", cwd=workspace, ARGMAP_SOURCES=str(workspace / "texts"))
    assert "'traffic fell' does not stand in the source" in done.stdout
    assert done.stdout.count("[AM305]") == 1
    (workspace / "argmap.toml").write_text('sources = "texts"\n', encoding="utf-8")
    assert argmap("check", cwd=workspace).stdout == done.stdout


@pytest.mark.parametrize("key", ["../secret", "a/b", "..", "x" * 300, "", "a\\0b"])
def test_no_source_key_leads_out_of_the_folder_or_astray(workspace, key):
    (workspace / "secret.txt").write_text("a charge at", encoding="utf-8")
    (workspace / "texts").mkdir()
    (workspace / "maps/city.yaml").write_text(CITY.replace("institute2025", f'"{key}"'), encoding="utf-8")
    done = argmap("check", cwd=workspace, ARGMAP_SOURCES=str(workspace / "texts"))
    assert done.returncode == 1
    assert "[AM410]" in done.stdout
    assert "[AM305]" not in done.stdout


def test_a_pipe_gets_no_colours(workspace):
    (workspace / "maps/city.yaml").write_text(BROKEN, encoding="utf-8")
    assert "\x1b" not in argmap("check", cwd=workspace).stdout


@pytest.mark.parametrize(
    ("environment", "colours"), [({}, True), ({"NO_COLOR": "1"}, False), ({"TERM": "dumb"}, False)]
)
def test_a_terminal_gets_colours_unless_it_wants_none(workspace, environment, colours):
    (workspace / "maps/city.yaml").write_text(BROKEN, encoding="utf-8")
    master, slave = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "argmap", "check"], cwd=workspace, stdout=slave, env=environ(TERM="xterm") | environment
    )
    process.wait(timeout=60)
    os.close(slave)
    said = os.read(master, 100_000).decode()
    os.close(master)
    assert "[AM109]" in said
    assert ("\x1b[" in said) is colours


def test_what_would_steer_a_terminal_is_not_printed(workspace):
    (workspace / "maps/city.yaml").write_text(CITY + "\u202eevil\u200f\x9b31m: 1\n", encoding="utf-8")
    said = argmap("check", cwd=workspace).stdout
    assert "evil" in said
    assert said.replace("\n", "").isprintable()


@pytest.mark.parametrize("command", [["check"], ["schema"], ["cite", "--all"], ["--help"]])
def test_a_reader_that_has_had_enough_ends_it_quietly(command, workspace):
    (workspace / "maps/city.yaml").write_text(CITY + "".join(f"k{n}: 1\n" for n in range(5000)), encoding="utf-8")
    process = subprocess.Popen(
        [sys.executable, "-m", "argmap", *command],
        cwd=workspace,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environ(),
    )
    process.stdout.close()
    assert process.stderr.read() == b""
    process.stderr.close()
    assert process.wait(timeout=60) in (0, 1, 141)


@pytest.mark.parametrize("sources", [False, True])
def test_the_real_maps_have_nothing_above_a_note(sources):
    environment = {"ARGMAP_SOURCES": need("sources")} if sources else {}
    done = argmap("check", "maps", cwd=REPOSITORY, **environment)
    assert done.returncode == 0
    assert [line for line in done.stdout.split("\n") if line.startswith(("error", "warning"))] == []


def test_the_parents_of_what_a_map_cites_are_at_hand_where_only_that_map_is_checked(workspace):
    path = workspace / "references.bib"
    child = "\n@article{child, author = {A}, title = {T}, crossref = {PARENT}}\n"
    path.write_text(path.read_text() + child + "@periodical{parent, editor = {E}, title = {J}, date = {2014}}\n")
    city = workspace / "maps/city.yaml"
    city.write_text(city.read_text().replace("cite: eliasson2014", "cite: child"))
    assert argmap("check", "--select", "AM405,AM412", "maps/city.yaml", cwd=workspace).stdout == "nothing found\n"
    path.write_text(path.read_text().replace("parent,", "pparent,"))
    done = argmap("check", "--select", "AM405,AM412", "maps/city.yaml", cwd=workspace)
    assert "AM405" in done.stdout
    assert "AM412" not in done.stdout
