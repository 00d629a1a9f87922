"""`argmap check --fix`, `--unsafe-fixes` and `--diff`, as their users call them."""

import pytest
from command import CITY, REFERENCES, argmap, small_workspace

BROKEN = CITY.replace("title:", "titel:").replace("thesis: charge", "thesis: chrage")


@pytest.fixture
def workspace(tmp_path):
    return small_workspace(tmp_path / "work")


def city(workspace, text=None):
    path = workspace / "maps/city.yaml"
    if text is not None:
        path.write_bytes(text.encode())
    return path.read_bytes().decode()


def test_fix_mends_the_file_and_says_what_is_left(workspace):
    city(workspace, BROKEN)
    done = argmap("check", "--fix", cwd=workspace)
    assert (done.returncode, done.stdout, done.stderr) == (0, "nothing found\n", "argmap: fixed 2 findings\n")
    assert city(workspace) == CITY
    assert sorted(path.name for path in (workspace / "maps").iterdir()) == ["chamber.yaml", "city.yaml", "two.yaml"]


def test_what_cannot_be_mended_still_fails(workspace):
    city(workspace, BROKEN.replace("chrage", "nobody-knows"))
    done = argmap("check", "--fix", cwd=workspace)
    assert done.returncode == 1
    assert done.stderr == "argmap: fixed 1 finding\n"
    assert "AM201" in done.stdout
    assert "AM109" not in done.stdout


def test_a_sound_file_is_not_touched(workspace):
    before = (workspace / "maps/city.yaml").stat().st_mtime_ns
    done = argmap("check", "--fix", cwd=workspace)
    assert (done.returncode, done.stdout, done.stderr) == (0, "nothing found\n", "")
    assert (workspace / "maps/city.yaml").stat().st_mtime_ns == before


def test_diff_shows_the_change_and_makes_none(workspace):
    city(workspace, BROKEN)
    done = argmap("check", "--diff", cwd=workspace)
    assert done.returncode == 1
    assert done.stderr == "argmap: would fix 2 findings\n"
    assert done.stdout.startswith("--- maps/city.yaml\n+++ maps/city.yaml\n@@ ")
    assert "-titel: The city's case\n" in done.stdout
    assert "+title: The city's case\n" in done.stdout
    assert city(workspace) == BROKEN
    assert argmap("check", "--diff", "--exit-zero", cwd=workspace).returncode == 0


def test_diff_of_a_sound_workspace_is_empty(workspace):
    done = argmap("check", "--diff", cwd=workspace)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_what_may_not_be_meant_is_only_done_when_asked_for(workspace):
    unsure = CITY.replace("supported_by: fell", "supported_by:\n      - [fell]")
    assert unsure != CITY
    city(workspace, unsure)
    done = argmap("check", "--fix", cwd=workspace)
    assert done.returncode == 1
    assert done.stderr == "argmap: fixed 0 findings (1 more with --unsafe-fixes)\n"
    assert city(workspace) == unsure
    done = argmap("check", "--fix", "--unsafe-fixes", cwd=workspace)
    assert (done.returncode, done.stderr) == (0, "argmap: fixed 1 finding\n")
    assert "- {premises: [fell]}" in city(workspace)


def test_unsafe_fixes_alone_is_a_usage_error(workspace):
    done = argmap("check", "--unsafe-fixes", cwd=workspace)
    assert done.returncode == 2
    assert "goes with --fix or --diff" in done.stderr


def test_standard_input_is_mended_to_standard_output(workspace):
    done = argmap("check", "--fix", "-", cwd=workspace, stdin=BROKEN + "x: 1\n")
    assert done.returncode == 1
    assert done.stdout == CITY + "x: 1\n"
    assert "fixed 2 findings" in done.stderr
    assert "AM109" in done.stderr


def test_line_ends_and_byte_order_mark_stay(workspace):
    city(workspace, "\ufeff" + BROKEN.replace("\n", "\r\n"))
    assert argmap("check", "--fix", "maps/city.yaml", cwd=workspace).returncode == 0
    assert city(workspace) == "\ufeff" + CITY.replace("\n", "\r\n")


def test_a_fix_is_only_of_the_rules_that_are_selected(workspace):
    city(workspace, BROKEN)
    argmap("check", "--fix", "--ignore", "AM201", cwd=workspace)
    assert city(workspace) == CITY.replace("thesis: charge", "thesis: chrage")


def test_a_comparison_is_mended_after_the_maps_that_it_compares(workspace):
    path = workspace / "maps/two.yaml"
    text = path.read_text()
    path.write_text(text.replace("chamber: unfair}", "chamber: unfiar}"))
    city(workspace, BROKEN)
    assert argmap("check", "--fix", cwd=workspace).returncode == 0
    assert path.read_text() == text


def test_all_is_mended_though_not_all_of_it_is_said(workspace):
    slips = "".join(f"  n{number}: {{claim: One., by: concil}}\n" for number in range(1100))
    city(workspace, CITY + slips)
    assert argmap("check", "--select", "AM202", cwd=workspace).stdout.endswith("1001 errors\n")
    done = argmap("check", "--fix", "--select", "AM202", "maps/city.yaml", cwd=workspace)
    assert (done.returncode, done.stderr) == (0, "argmap: fixed 1,100 findings\n")
    assert city(workspace) == CITY + slips.replace("concil", "council")


def test_references_are_sorted_with_all_maps_or_when_they_are_named(workspace):
    path = workspace / "references.bib"
    mixed = "\n\n".join(reversed(REFERENCES.rstrip().split("\n\n"))) + "\n"
    path.write_text(mixed)
    argmap("check", "--fix", "maps/city.yaml", cwd=workspace)
    assert path.read_text() == mixed
    for arguments in (["references.bib"], []):
        path.write_text(mixed)
        assert argmap("check", "--fix", *arguments, cwd=workspace).returncode == 0
        assert path.read_text() == REFERENCES


def test_references_are_mended_in_their_dialect(workspace):
    text = "@article{a, author = {Roe, J.}, title = {T}, journaltitle = {J}, year = 2001}\n"
    path = workspace / "drafts.bib"
    path.write_text(text)
    argmap("check", "--fix", "drafts.bib", cwd=workspace)
    assert path.read_text() == text
    (workspace / "argmap.toml").write_text('bibliography = "bibtex"\n')
    argmap("check", "--fix", "drafts.bib", cwd=workspace)
    assert path.read_text() == text.replace("journaltitle", "journal")


def test_a_file_that_is_no_text_is_left_alone(workspace):
    path = workspace / "maps/city.yaml"
    path.write_bytes(b"\xff\xfe\x00")
    assert argmap("check", "--fix", "maps/city.yaml", cwd=workspace).returncode == 1
    assert path.read_bytes() == b"\xff\xfe\x00"
