"""`argmap bib`: fmt, dedupe and keys, as their users call them."""

import pytest
from command import CITY, REFERENCES, argmap, small_workspace

from argmap.actions.rename import plan_keys, write
from argmap.workspace.workspace import Workspace

LAID_OUT = """\
@online{chamber2025,
  author = {Chamber},
  title = {No charge},
  date = {2025},
  url = {https://example.org/b},
}

@article{eliasson2014,
  author = {Eliasson, Jonas},
  title = {Stockholm},
  journaltitle = {TP},
  date = {2014},
}

@online{institute2025,
  author = {Institute},
  title = {A charge},
  date = {2025},
  url = {https://example.org/a},
}
"""
TWIN = "\n@article{stockholm, title = {Stockholm}, author = {Eliasson, Jonas}, date = {2014}, volume = {5}}\n"
OTHER = "\n@article{stockholm, title = {STOCKHOLM}, author = {Eliasson, J.}, date = {2014}}\n"


@pytest.fixture
def workspace(tmp_path):
    return small_workspace(tmp_path / "work")


def bib(workspace, text=None):
    path = workspace / "references.bib"
    if text is not None:
        path.write_bytes(text.encode())
    return path.read_bytes().decode()


def test_fmt_lays_out_the_references(workspace):
    done = argmap("bib", "fmt", "--check", cwd=workspace)
    assert (done.returncode, done.stdout) == (1, "would lay out references.bib\n")
    done = argmap("bib", "fmt", "--diff", cwd=workspace)
    assert done.returncode == 1
    assert "\n+  author = {Chamber},\n" in done.stdout
    assert bib(workspace) == REFERENCES
    done = argmap("bib", "fmt", cwd=workspace)
    assert (done.returncode, done.stdout) == (0, "laid out references.bib\n")
    assert done.stderr == "argmap: 1 file, 1 changed\n"
    assert bib(workspace) == LAID_OUT
    assert argmap("bib", "fmt", "--check", cwd=workspace).returncode == 0
    assert argmap("check", cwd=workspace).returncode == 0


def test_fmt_takes_files_and_standard_input(workspace):
    assert argmap("bib", "fmt", "-", cwd=workspace, stdin=REFERENCES).stdout == LAID_OUT
    (workspace / "other.bib").write_bytes(b"\xef\xbb\xbf@misc{b}\r\n@misc{a}\r\n")
    assert argmap("bib", "fmt", "other.bib", cwd=workspace).stdout == "laid out other.bib\n"
    assert (workspace / "other.bib").read_bytes() == b"\xef\xbb\xbf@misc{a,\r\n}\r\n\r\n@misc{b,\r\n}\r\n"
    assert bib(workspace) == REFERENCES
    done = argmap("bib", "fmt", "gone.bib", cwd=workspace)
    assert (done.returncode, "gone.bib: no such file" in done.stderr) == (2, True)


def test_fmt_leaves_a_file_with_faults(workspace):
    broken = REFERENCES + "\n@misc{x,\n  a = {1}\n  b = {2}\n}\n"
    bib(workspace, broken)
    done = argmap("bib", "fmt", cwd=workspace)
    assert (done.returncode, done.stdout) == (2, "")
    assert "references.bib: left as it is: line 8: a comma is missing after the value of 'a'" in done.stderr
    assert bib(workspace) == broken


def test_dedupe_shows_and_merges(workspace):
    bib(workspace, REFERENCES + TWIN)
    city = workspace / "maps/city.yaml"
    city.write_text(CITY.replace("cite: eliasson2014", "cite: stockholm  # why"))
    done = argmap("bib", "dedupe", cwd=workspace)
    assert (done.returncode, done.stdout) == (0, "stockholm: the same title as eliasson2014\n")
    assert done.stderr == "argmap: 1 to merge, 0 to settle by hand\n"
    assert bib(workspace) == REFERENCES + TWIN
    done = argmap("bib", "dedupe", "--write", cwd=workspace)
    assert done.returncode == 0
    assert "maps/city.yaml: 1 place\n" in done.stdout
    assert bib(workspace) == REFERENCES.replace("date = {2014}}", "date = {2014}, volume = {5}}")
    assert city.read_text() == CITY.replace("cite: eliasson2014", "cite: eliasson2014  # why")
    assert argmap("check", cwd=workspace).stdout == "nothing found\n"
    done = argmap("bib", "dedupe", "--write", cwd=workspace)
    assert (done.stdout, done.stderr) == ("", "argmap: 0 merged, 0 to settle by hand\n")


def test_dedupe_leaves_what_contradicts(workspace):
    bib(workspace, REFERENCES + OTHER)
    done = argmap("bib", "dedupe", "--write", cwd=workspace)
    assert (done.returncode, done.stdout) == (
        0,
        "stockholm: the same title as eliasson2014; they differ in title, author\n",
    )
    assert done.stderr == "argmap: 0 merged, 1 to settle by hand\n"
    assert bib(workspace) == REFERENCES + OTHER


def test_line_ends_stay_where_entries_are_merged(workspace):
    bib(workspace, ("\ufeff" + LAID_OUT + TWIN).replace("\n", "\r\n"))
    assert argmap("bib", "dedupe", "--write", cwd=workspace).returncode == 0
    expected = LAID_OUT.replace("  date = {2014},\n", "  date = {2014},\n  volume = {5},\n")
    assert bib(workspace) == ("\ufeff" + expected).replace("\n", "\r\n")


def test_keys_are_shown_and_renamed_everywhere(workspace):
    done = argmap("bib", "keys", cwd=workspace)
    assert (done.returncode, done.stdout) == (
        0,
        "chamber2025 -> chamber-2025-no\n"
        "eliasson2014 -> eliasson-2014-stockholm\n"
        "institute2025 -> institute-2025-charge\n",
    )
    assert done.stderr == "argmap: 3 of 3 keys to change\n"
    assert bib(workspace) == REFERENCES
    done = argmap("bib", "keys", "--write", cwd=workspace)
    assert done.returncode == 0
    assert "maps/city.yaml: 2 places\nreferences.bib: 3 places\n" in done.stdout
    city = (workspace / "maps/city.yaml").read_text()
    assert "source: institute-2025-charge\n" in city
    assert "cite: eliasson-2014-stockholm\n" in city
    assert argmap("check", cwd=workspace).stdout == "nothing found\n"
    done = argmap("bib", "keys", "--write", cwd=workspace)
    assert (done.stdout, done.stderr) == ("", "argmap: 0 of 3 keys changed\n")
    back = argmap("bib", "keys", "--pattern", "{author}{year}", "--write", cwd=workspace)
    assert back.returncode == 0
    assert bib(workspace) == REFERENCES
    assert (workspace / "maps/city.yaml").read_text() == CITY


def test_a_map_with_faults_stops_both(workspace):
    bib(workspace, REFERENCES + TWIN)
    city = workspace / "maps/city.yaml"
    city.write_text(CITY.replace("eliasson2014", "stockholm") + "toppics: {}\n")
    for command in ("keys", "dedupe"):
        done = argmap("bib", command, "--write", cwd=workspace)
        assert done.returncode == 2
        assert "maps/city.yaml: may speak of '" in done.stderr
        assert bib(workspace) == REFERENCES + TWIN


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["keys", "--pattern", "{name}"], "'{name}' cannot be part of a key"),
        (["keys", "--pattern", "x"], "would give all entries the same key"),
        (["tidy"], "No such command 'tidy'"),
        (["fmt", "--chek"], "No such option"),
    ],
)
def test_a_call_that_makes_no_sense_is_exit_code_2(arguments, said, workspace):
    done = argmap("bib", *arguments, cwd=workspace)
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr


@pytest.mark.parametrize("command", ["keys", "dedupe", "fmt"])
def test_a_workspace_without_references_is_exit_code_2(command, workspace):
    (workspace / "references.bib").unlink()
    done = argmap("bib", command, cwd=workspace)
    assert (done.returncode, done.stdout) == (2, "")
    assert "references.bib" in done.stderr


def test_two_keys_are_swapped_at_once(workspace, monkeypatch):
    monkeypatch.chdir(workspace)
    swapped = {"eliasson2014": "institute2025", "institute2025": "eliasson2014"}
    planned = plan_keys(Workspace(workspace), swapped)
    write(planned.changes)
    city = (workspace / "maps/city.yaml").read_text()
    assert "source: eliasson2014\n" in city
    assert "cite: institute2025\n" in city
    assert "@article{institute2025," in bib(workspace)
    write(plan_keys(Workspace(workspace), swapped).changes)
    assert (workspace / "maps/city.yaml").read_text() == CITY
    assert bib(workspace) == REFERENCES
