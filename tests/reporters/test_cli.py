"""`argmap check --output-format`."""

import json

import pytest
from command import CITY, argmap, small_workspace

from argmap.reporters import REPORTERS

BROKEN = CITY.replace("title:", "titel:")


@pytest.fixture
def workspace(tmp_path):
    folder = small_workspace(tmp_path / "work")
    (folder / "maps/city.yaml").write_text(BROKEN, encoding="utf-8")
    return folder


@pytest.mark.parametrize("name", REPORTERS)
def test_every_format_names_the_place_and_the_rule_and_fails_alike(name, workspace):
    done = argmap("check", "--output-format", name, cwd=workspace)
    assert (done.returncode, done.stderr) == (1, "")
    assert "maps/city.yaml" in done.stdout or name == "statistics"
    assert "AM109" in done.stdout
    assert str(workspace) not in done.stdout


def test_full_is_the_format_unless_one_is_named(workspace):
    plain = argmap("check", cwd=workspace).stdout
    assert plain == argmap("check", "--output-format", "full", cwd=workspace).stdout
    assert "  --> maps/city.yaml:3:1\n" in plain


def test_an_unknown_format_is_exit_code_2_with_a_proposal_before_anything_is_read(tmp_path):
    done = argmap("check", "gone.yaml", "--output-format", "sarfi", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert "--output-format" in done.stderr
    assert "did you mean 'sarif'?" in done.stderr


def test_a_report_can_go_to_a_file(workspace):
    said = argmap("check", "--output-format", "json", cwd=workspace)
    done = argmap("check", "--output-format", "json", "-o", "out/report.json", cwd=workspace)
    assert (done.returncode, done.stdout, done.stderr) == (1, "", "")
    assert (workspace / "out/report.json").read_text(encoding="utf-8") == said.stdout
    assert [file.name for file in (workspace / "out").iterdir()] == ["report.json"]
    assert argmap("check", "--output-format", "json", "-o", "-", cwd=workspace).stdout == said.stdout


def test_a_file_that_cannot_be_written_is_exit_code_2(workspace):
    done = argmap("check", "-o", "maps", cwd=workspace)
    assert (done.returncode, done.stdout) == (2, "")
    assert "maps: cannot be written: " in done.stderr


def test_a_clean_file_has_clean_reports(tmp_path):
    (tmp_path / "clean.bib").write_text("", encoding="utf-8")
    for name in REPORTERS:
        done = argmap("check", "clean.bib", "--output-format", name, cwd=tmp_path)
        assert (done.returncode, done.stderr) == (0, ""), name
        assert "clean.bib" not in done.stdout or name == "junit"
    assert json.loads(argmap("check", "clean.bib", "--output-format", "json", cwd=tmp_path).stdout) == []


def test_half_a_surrogate_pair_in_a_map_breaks_no_format(workspace):
    (workspace / "maps/city.yaml").write_text(CITY + '"\\ud800\\x1b]0;x": 1\n', encoding="utf-8")
    for name in REPORTERS:
        done = argmap("check", "--output-format", name, "-o", f"out.{name}", cwd=workspace)
        assert done.returncode == 1, name
        assert (workspace / f"out.{name}").read_text(encoding="utf-8").replace("\n", "").isprintable()
