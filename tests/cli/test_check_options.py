"""Which rules `argmap check` runs, where its settings come from, and when it fails, as its users call it."""

import json
import re

import pytest
from command import CITY, TWO, UNCITED, argmap, small_workspace

CODES = ["AM203", "AM212", "AM411"]


@pytest.fixture
def workspace(tmp_path):
    """A workspace with a warning and a note in a map, and a warning in the references."""
    folder = small_workspace(tmp_path / "work")
    (folder / "maps/city.yaml").write_text(CITY.replace("    addressee: council\n", ""), encoding="utf-8")
    with (folder / "references.bib").open("a", encoding="utf-8") as references:
        references.write(UNCITED)
    return folder


def settings(workspace, text, file="argmap.toml"):
    (workspace / file).write_text(text, encoding="utf-8")


def codes(workspace, *options):
    done = argmap("check", "--output-format", "concise", *options, cwd=workspace)
    assert (done.returncode, done.stderr) == (0, "")
    return re.findall(r"\[(AM\d+)\]", done.stdout)


def test_all_rules_run_unless_something_else_is_said(workspace):
    assert codes(workspace) == CODES


@pytest.mark.parametrize(
    ("options", "found"),
    [
        (["--select", "AM212"], ["AM212"]),
        (["--select", "unused-actor,AM4"], ["AM203", "AM411"]),
        (["--select", "AM203", "--select", "AM212"], ["AM203", "AM212"]),
        (["--ignore", "AM2"], ["AM411"]),
        (["--ignore", "AM203, unused-reference"], ["AM212"]),
        (["--select", "AM4", "--extend-select", "AM212"], ["AM212", "AM411"]),
        (["--ignore", "AM2", "--extend-select", "missing-addressee"], ["AM212", "AM411"]),
        (["--select", "AM2", "--ignore", "AM212"], ["AM203"]),
    ],
)
def test_rules_are_chosen_on_the_command_line(options, found, workspace):
    assert codes(workspace, *options) == found


@pytest.mark.parametrize(
    ("text", "options", "found"),
    [
        ('select = ["AM212", "AM4"]', [], ["AM212", "AM411"]),
        ('ignore = ["AM2"]', [], ["AM411"]),
        ('ignore = ["AM2"]\nextend-select = ["missing-addressee"]', [], ["AM212", "AM411"]),
        ('ignore = ["AM2"]', ["--ignore", "AM4"], ["AM203", "AM212"]),
        ('select = ["AM4"]', ["--select", "AM203"], ["AM203"]),
        ('select = ["AM4"]', ["--extend-select", "AM203"], ["AM203", "AM411"]),
        ('[per-file-ignores]\n"maps/ci*" = ["AM2"]\n"chamber.yaml" = ["AM4"]', [], ["AM411"]),
        ('[per-file-ignores]\n"city.yaml" = ["unused-actor"]\n"*.bib" = ["ALL"]', [], ["AM212"]),
        ('[per-file-ignores]\n"city.yaml" = ["AM2"]', ["--select", "AM212"], ["AM212"]),
    ],
)
def test_rules_are_chosen_in_the_settings_for_all_files_and_for_some(text, options, found, workspace):
    settings(workspace, text)
    assert codes(workspace, *options) == found


def test_a_file_is_the_same_whichever_way_leads_to_it(workspace):
    settings(workspace, '[per-file-ignores]\n"maps/ci*" = ["AM2"]\n')
    assert codes(workspace / "maps", "city.yaml") == codes(workspace / "maps", "../maps/city.yaml") == []
    assert codes(workspace / "maps", "..") == ["AM411"]
    shown = argmap("check", "--show-settings", "..", cwd=workspace / "maps").stdout
    assert shown == argmap("check", "--show-settings", cwd=workspace).stdout


def test_pyproject_holds_settings_too(workspace):
    settings(workspace, '[tool.argmap]\nignore = ["AM2"]\n[tool.argmap.per-file-ignores]\n"*.bib" = ["AM411"]\n')
    (workspace / "argmap.toml").rename(workspace / "pyproject.toml")
    assert codes(workspace) == []


def test_the_nearest_settings_upward_win_and_those_above_them_do_not_count(workspace):
    settings(workspace, 'select = ["AM4"]\nfail-on = "note"\n')
    small_workspace(workspace / "inner")
    (workspace / "inner/maps/city.yaml").write_bytes((workspace / "maps/city.yaml").read_bytes())
    (workspace / "inner/maps/deep").mkdir()
    settings(workspace, 'ignore = ["AM203"]\n', "inner/argmap.toml")
    for options, cwd in (
        (["inner/maps"], workspace),
        ([], workspace / "inner"),
        ([".."], workspace / "inner/maps/deep"),
    ):
        assert codes(cwd, *options) == ["AM212"]
    settings(workspace, 'ignore = ["AM212"]\n', "inner/maps/argmap.toml")
    assert codes(workspace, "inner/maps") == ["AM203"]


def test_the_settings_in_force_are_shown(workspace):
    usual = argmap("check", "--show-settings", cwd=workspace).stdout.splitlines()
    assert usual[:2] == ["# no settings file: the usual ones", f"# root: {workspace}"]
    assert f'maps = "{workspace}/maps"' in usual
    assert 'select = ["ALL"]' in usual
    (workspace / "drafts").mkdir()
    settings(workspace, 'maps = "texts"\nextend-select = ["AM2"]\n[per-file-ignores]\n"*.bib" = ["AM4"]\n')
    options = ["--select", "AM1", "--ignore", "AM107", "--extend-select", "AM3", "--fail-on", "note"]
    done = argmap("check", "--show-settings", *options, "drafts", cwd=workspace)
    shown = done.stdout.splitlines()
    assert (done.returncode, done.stderr) == (0, "")
    assert shown[0] == f"# from {workspace}/argmap.toml"
    assert shown[-7:-3] == [
        'ignore = ["AM107"]',
        'fail-on = "note"',
        'bibliography = "biblatex"',
        'engine = "wheel"',
    ]
    assert shown[-3:] == ["", "[per-file-ignores]", '"*.bib" = ["AM4"]']
    assert {f'maps = "{workspace}/texts"', 'select = ["AM1"]', 'extend-select = ["AM2", "AM3"]'} <= set(shown)


def test_what_is_shown_can_be_read_as_settings(workspace):
    settings(workspace, 'select = ["AM2"]\nsources = "texts"\n[per-file-ignores]\n"a\\"b" = ["AM4"]\n')
    shown = argmap("check", "--show-settings", cwd=workspace).stdout
    settings(workspace, shown)
    assert argmap("check", "--show-settings", cwd=workspace).stdout == shown


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (
            ["--select", "AM2,unknown-nodes"],
            "--select: no rule is called 'unknown-nodes'; did you mean 'unknown-node'?",
        ),
        (["--ignore", "am2"], "--ignore: no rule is called 'am2'; did you mean 'AM2'?"),
        (["--extend-select", "AM299"], "--extend-select: no rule is called 'AM299'"),
        (["--select", ","], "--select: names no rule"),
        (["--fail-on", "eror"], "--fail-on: there is no severity 'eror'; did you mean 'error'?"),
        (["--fail-on", "never"], "--fail-on: there is no severity 'never'; choose one of error, warning, note"),
        (["--statistics", "--output-format", "json"], "--statistics: goes without --output-format"),
        (["--watch", "-"], "--watch: standard input does not change"),
    ],
)
def test_what_the_command_line_cannot_mean_is_a_usage_error(options, said, workspace):
    done = argmap("check", *options, cwd=workspace)
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('selct = ["AM2"]', "unknown setting 'selct'; did you mean 'select'?"),
        ('select = ["AM299"]', "the setting 'select': no rule is called 'AM299'"),
        ('extend-select = ["am2"]', "the setting 'extend-select': no rule is called 'am2'; did you mean 'AM2'?"),
        ('ignore = ["unused-actors"]', "the setting 'ignore': no rule is called 'unused-actors'; did you mean"),
        (
            '[per-file-ignores]\n"drafts/*" = ["AM2", "x"]',
            "the setting 'per-file-ignores.drafts/*': no rule is called 'x'",
        ),
        ('fail-on = "never"', "the setting 'fail-on' is one of error, warning, note"),
    ],
)
def test_what_the_settings_cannot_mean_is_said_with_their_file(text, said, workspace):
    settings(workspace, text)
    done = argmap("check", cwd=workspace)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(f"argmap: {workspace}/argmap.toml: {said}")


@pytest.mark.parametrize(
    ("text", "options", "code"),
    [
        ("", [], 0),
        ("", ["--fail-on", "error"], 0),
        ("", ["--fail-on", "warning"], 1),
        ("", ["--fail-on", "note"], 1),
        ("", ["--fail-on", "warning", "--select", "AM212"], 0),
        ("", ["--fail-on", "note", "--exit-zero"], 0),
        ('fail-on = "note"', ["--select", "AM212"], 1),
        ('fail-on = "note"', ["--fail-on", "error"], 0),
        ('fail-on = "warning"', ["--exit-zero"], 0),
    ],
)
def test_what_fails_the_run_can_be_said(text, options, code, workspace):
    settings(workspace, text)
    done = argmap("check", *options, cwd=workspace)
    assert (done.returncode, done.stderr) == (code, "")
    assert "AM212" in done.stdout


def test_trouble_with_files_fails_all_the_same(workspace):
    assert argmap("check", "gone.yaml", "--exit-zero", cwd=workspace).returncode == 2


def test_statistics_count_the_findings_of_each_rule(workspace):
    (workspace / "maps/town.yaml").write_text(
        (workspace / "maps/city.yaml").read_text().replace("map: city", "map: town"), encoding="utf-8"
    )
    done = argmap("check", "--statistics", cwd=workspace)
    assert done.returncode == 0
    assert done.stdout.split() == [
        *("2", "AM203", "unused-actor", "2", "AM212", "missing-addressee", "1", "AM411", "unused-reference"),
        *("3", "warnings,", "2", "notes"),
    ]
    assert argmap("check", "--statistics", "--fail-on", "warning", cwd=workspace).returncode == 1


def test_comments_silence_and_those_that_silence_nothing_are_found(workspace):
    path = workspace / "maps/city.yaml"
    text = path.read_text().replace("  council:", "  # argmap: ignore[unused-actor] he is to come\n  council:")
    path.write_text(f"# argmap: ignore-file[AM212] the source says nobody\n{text}", encoding="utf-8")
    assert codes(workspace) == ["AM411"]
    path.write_text(path.read_text().replace("AM212", "AM211"), encoding="utf-8")
    assert codes(workspace) == ["AM116", "AM212", "AM411"]
    assert codes(workspace, "--ignore", "AM211") == ["AM212", "AM411"]
    assert codes(workspace, "--ignore", "AM116") == ["AM212", "AM411"]


def test_a_comment_that_silences_what_two_files_are_found_for_is_of_use(workspace):
    def comparison(id, selector):
        text = TWO.replace("comparison: two", f"comparison: {id}  # argmap: ignore[{selector}] until it has a new name")
        (workspace / "maps/two.yaml").write_text(text, encoding="utf-8")

    for selector in ("AM607", "AM6", "ALL"):
        comparison("city", selector)
        assert codes(workspace) == CODES
    comparison("two", "AM60")
    assert codes(workspace) == [*CODES[:2], "AM116", CODES[2]]


def test_two_files_with_one_id_are_found_in_a_check_of_both(workspace):
    path = workspace / "maps/town.yaml"
    path.write_text((workspace / "maps/chamber.yaml").read_text(), encoding="utf-8")
    done = argmap("check", "--select", "AM607", "--output-format", "json", cwd=workspace)
    assert done.returncode == 1
    (finding,) = json.loads(done.stdout)
    assert (finding["file"], finding["span"]["line"]) == ("maps/town.yaml", 2)
    assert [(each["file"], each["span"]["line"]) for each in finding["related"]] == [("maps/chamber.yaml", 2)]
    assert codes(workspace, "--select", "AM607", "maps/town.yaml") == []
    assert codes(workspace, "--select", "AM607", "maps/city.yaml", "maps/town.yaml") == []
    assert codes(workspace, "--ignore", "AM607") == CODES
    # What comes from standard input may be the next version of a file.
    done = argmap("check", "--select", "AM607", "-", "city.yaml", cwd=workspace / "maps", stdin=CITY)
    assert done.stdout == "nothing found\n"
    # Elsewhere a folder is a world of its own.
    (workspace / "drafts").mkdir()
    path.rename(workspace / "drafts/town.yaml")
    assert codes(workspace, "--select", "AM607", "maps", "drafts") == []
    (workspace / "drafts/copy.yaml").write_bytes((workspace / "drafts/town.yaml").read_bytes())
    assert argmap("check", "--select", "AM607", "drafts", cwd=workspace).returncode == 1
