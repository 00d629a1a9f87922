"""`argmap render` and `argmap themes`, as their users call them."""

import pytest
from command import argmap, small_workspace
from generate import generate


@pytest.fixture
def workspace(tmp_path):
    return small_workspace(tmp_path / "work")


def render(workspace, *arguments):
    done = argmap("render", "city", *arguments, cwd=workspace)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_a_theme_is_light_and_dark_by_itself_and_one_of_them_if_asked(workspace):
    assert "prefers-color-scheme:dark" in render(workspace)
    dark = render(workspace, "--theme", "dark")
    assert 'fill="#10171e"' in dark
    assert "prefers-color-scheme" not in dark


def test_a_theme_can_be_copied_changed_and_used(workspace):
    assert argmap("themes", cwd=workspace).stdout == "auto\nlight\ndark\nprint\n"
    argmap("themes", "dark", "-o", "ours.toml", cwd=workspace)
    copied = (workspace / "ours.toml").read_text()
    assert render(workspace, "--theme", "ours.toml") == render(workspace, "--theme", "dark")
    (workspace / "ours.toml").write_text(copied.replace('paper = "#10171e"', 'paper = "#123456"'))
    assert 'fill="#123456"' in render(workspace, "--theme", "ours.toml")


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["--theme", "drak"], "did you mean 'dark'"),
        (["--theme", "none.toml"], "none.toml: no such file"),
        (["--theme", "bad.toml"], "bad.toml: colours: nothing is called 'clam'; did you mean 'claim'?"),
        (["--lang", "tlh"], "no words for the language 'tlh'"),
        (["--focus", "chrage"], "did you mean 'charge'"),
        (["--only", "claims"], "claim"),
        (["--fold", "tags"], "tag"),
        (["--to", "gif"], "dot, pdf, png, svg"),
        (["--width", "0"], "--width"),
        (["--dpi", "100000"], "--dpi"),
    ],
)
def test_what_cannot_be_is_a_usage_error(workspace, arguments, says):
    (workspace / "bad.toml").write_text('[colours]\nclam = "#123456"\n')
    done = argmap("render", "city", *arguments, cwd=workspace)
    assert done.returncode == 2
    assert done.stdout == ""
    assert says in done.stderr


def test_another_dot_draws_only_where_the_settings_say_so(workspace, tmp_path):
    dot = tmp_path / "dot"
    dot.write_text("#!/bin/sh\necho a foreign dot >&2; exit 1\n")
    dot.chmod(0o755)
    usual = render(workspace)
    assert argmap("render", "city", cwd=workspace, PATH=str(tmp_path)).stdout == usual
    (workspace / "argmap.toml").write_text('engine = "dot"\n')
    for path, reason in (
        (str(tmp_path), "Graphviz failed: a foreign dot"),
        ("/nowhere", 'the setting engine = "dot" needs dot on PATH: install Graphviz, or remove the setting'),
    ):
        done = argmap("render", "city", cwd=workspace, PATH=path)
        assert done.returncode == 0
        assert done.stdout.startswith("<svg ")
        assert reason in done.stderr
        assert "drawn with a simpler layout" in done.stderr


def test_the_words_are_in_the_language_asked_for_and_the_texts_in_their_own(workspace):
    german = render(workspace, "--lang", "de")
    assert "EMPFEHLUNG" in german
    assert "Charge drivers" in german


def test_a_part_of_a_map_says_of_how_many_it_is_one(workspace):
    part = render(workspace, "--only", "evidence")
    assert "1 statement of 2" in part
    assert "Charge drivers" not in part


def test_what_a_check_finds_stands_on_the_card(workspace):
    path = workspace / "maps/city.yaml"
    path.write_text(path.read_text().replace("    cite: eliasson2014\n", "").replace("    at: traffic fell\n", ""))
    assert "AM301" not in render(workspace)
    painted = render(workspace, "--findings")
    assert "AM301" in painted
    assert 'class="remark warning' in painted


def test_a_figure_is_as_wide_as_asked_for(workspace):
    assert render(workspace, "--width", "500").startswith('<svg xmlns="http://www.w3.org/2000/svg" width="500"')


def test_a_large_map_is_folded_unless_all_is_wanted(workspace):
    (workspace / "maps/large.yaml").write_text(generate(200).replace("map: generated", "map: large"))
    folded = argmap("render", "large", cwd=workspace)
    assert "cards; --all draws every node" in folded.stderr
    assert "200 statements on" in folded.stdout
    assert folded.stdout.count('class="card"') <= 150
    whole = argmap("render", "large", "--all", cwd=workspace)
    assert whole.stderr == ""
    assert whole.stdout.count('class="card"') == 200


def test_a_layout_that_was_kept_gives_the_same_bytes(workspace):
    (workspace / "argmap.toml").touch()
    first = render(workspace)
    kept = list((workspace / ".argmap_cache/layouts").iterdir())
    assert len(kept) == 1
    assert render(workspace) == first
    kept[0].write_text("{}")
    assert render(workspace) == first
