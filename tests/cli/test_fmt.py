"""`argmap fmt`, as its users call it."""

import pytest
from command import CHAMBER, argmap, small_workspace


@pytest.fixture
def workspace(tmp_path):
    folder = small_workspace(tmp_path / "work")
    argmap("fmt", cwd=folder)
    return folder


@pytest.fixture
def tidy(workspace):
    """The city's map as `fmt` leaves it, with a comment."""
    text = city(workspace).replace("thesis: charge", "thesis: charge  # the point")
    city(workspace, text)
    return text


def city(workspace, text=None):
    path = workspace / "maps/city.yaml"
    if text is not None:
        path.write_bytes(text.encode())
    return path.read_bytes().decode()


def loosened(text):
    return text.replace("thesis: charge", "thesis:   [charge]").replace("lang: en\n", "lang:  'en'\n")


def test_files_are_laid_out_and_named(workspace, tidy):
    city(workspace, loosened(tidy))
    done = argmap("fmt", cwd=workspace)
    assert (done.returncode, done.stdout) == (0, "laid out maps/city.yaml\n")
    assert done.stderr == "argmap: 3 files, 1 changed\n"
    assert city(workspace) == tidy
    done = argmap("fmt", cwd=workspace)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "argmap: 3 files, 0 changed\n")


def test_check_and_diff_write_nothing(workspace, tidy):
    city(workspace, loosened(tidy))
    done = argmap("fmt", "--check", cwd=workspace)
    assert (done.returncode, done.stdout) == (1, "would lay out maps/city.yaml\n")
    assert done.stderr == "argmap: 3 files, 1 to change\n"
    done = argmap("fmt", "--diff", "maps/city.yaml", cwd=workspace)
    assert done.returncode == 1
    assert "-thesis:   [charge]  # the point\n+thesis: charge  # the point\n" in done.stdout
    assert city(workspace) == loosened(tidy)
    city(workspace, tidy)
    for option in ("--check", "--diff"):
        done = argmap("fmt", option, cwd=workspace)
        assert (done.returncode, done.stdout) == (0, "")


def test_standard_input_goes_to_standard_output(workspace, tidy):
    done = argmap("fmt", "-", cwd=workspace, stdin=loosened(tidy))
    assert (done.returncode, done.stdout) == (0, tidy)


def test_a_file_with_faults_is_left_alone_and_the_others_are_not(workspace, tidy):
    city(workspace, loosened(tidy))
    (workspace / "maps/chamber.yaml").write_text(CHAMBER.replace("title:", "titel:"))
    done = argmap("fmt", cwd=workspace)
    assert done.returncode == 2
    assert (
        "argmap: maps/chamber.yaml: left as it is: it has faults; see 'argmap check maps/chamber.yaml'" in done.stderr
    )
    assert (workspace / "maps/chamber.yaml").read_text() == CHAMBER.replace("title:", "titel:")
    assert city(workspace) == tidy


def test_the_texts_of_nodes_come_and_go(workspace, tidy):
    assert argmap("fmt", "--comments", "maps/city.yaml", cwd=workspace).returncode == 0
    assert "    supported_by: fell  #= Traffic fell by a fifth.\n" in city(workspace)
    assert "thesis: charge  # the point\n" in city(workspace)
    assert argmap("check", cwd=workspace).stdout == "nothing found\n"
    city(workspace, city(workspace).replace("evidence: Traffic fell by a fifth.", "evidence: Traffic fell."))
    noted = city(workspace)
    argmap("fmt", cwd=workspace)
    assert city(workspace) == noted
    argmap("fmt", "--comments", cwd=workspace)
    assert "#= Traffic fell.\n" in city(workspace)
    argmap("fmt", "--no-comments", cwd=workspace)
    assert "#=" not in city(workspace)


def test_a_comparison_shows_the_texts_of_its_maps(workspace):
    path = workspace / "maps/two.yaml"
    path.write_text(path.read_text() + "steps:\n  - {attack: 'chamber:unfair', premises: [city:fell]}\n")
    argmap("fmt", "--comments", cwd=workspace)
    assert "  - attack: chamber:unfair  #= The charge is unfair.\n" in path.read_text()
    assert "    premises: city:fell  #= Traffic fell by a fifth.\n" in path.read_text()


def test_line_ends_and_byte_order_mark_stay(workspace, tidy):
    city(workspace, "\ufeff" + loosened(tidy).replace("\n", "\r\n"))
    assert argmap("fmt", cwd=workspace).returncode == 0
    assert city(workspace) == "\ufeff" + tidy.replace("\n", "\r\n")


@pytest.mark.parametrize("arguments", [["nothing.yaml"], ["--chek"]])
def test_usage_errors(arguments, workspace):
    assert argmap("fmt", *arguments, cwd=workspace).returncode == 2
