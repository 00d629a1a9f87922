"""`argmap rename`: everywhere or nowhere."""

import os

import pytest
from command import CITY, REFERENCES, TWO, argmap, small_workspace

from argmap.actions import rename
from argmap.cli.rename import NameKind
from argmap.model.rename import KINDS
from argmap.workspace import files
from argmap.workspace.errors import WorkspaceError
from argmap.workspace.workspace import Workspace


@pytest.fixture
def workspace(tmp_path):
    return small_workspace(tmp_path / "work")


def contents(folder):
    """The bytes of all files, apart from what hidden folders keep."""
    found = {path: path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}
    return {path: raw for path, raw in found.items() if not path.relative_to(folder).parts[0].startswith(".")}


def test_every_kind_can_be_named():
    assert [kind.value for kind in NameKind] == list(KINDS)


def test_a_node_is_renamed_in_the_comparisons_too_and_the_files_are_listed(workspace):
    two = workspace / "maps/two.yaml"
    two.write_text(TWO + "steps:\n  - {attack: chamber:unfair, premises: [city:charge, chamber:shifts]}\n")
    before = contents(workspace)
    done = argmap("rename", "charge", "toll", cwd=workspace)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == "maps/city.yaml: 2 places\nmaps/two.yaml: 2 places\n"
    assert "positions: {city: toll, chamber: unfair}" in two.read_text()
    assert "premises: [city:toll, chamber:shifts]" in two.read_text()
    assert argmap("check", cwd=workspace).returncode == 0
    assert argmap("rename", "toll", "charge", cwd=workspace).returncode == 0
    assert contents(workspace) == before


def test_a_node_of_the_same_name_in_another_map_is_left_alone(workspace):
    (workspace / "maps/third.yaml").write_text(CITY.replace("map: city", "map: third"))
    two = workspace / "maps/two.yaml"
    two.write_text(TWO.replace("[city, chamber]", "[city, third]").replace("chamber: unfair", "third: charge"))
    done = argmap("rename", "charge", "toll", cwd=workspace)
    assert (done.returncode, done.stdout) == (2, "")
    assert "'charge' is the node in maps/city.yaml and the node in maps/third.yaml" in done.stderr
    assert "--map" in done.stderr
    for name in ("third", "maps/third.yaml"):
        done = argmap("rename", "charge", "toll", "--map", name, "--dry-run", cwd=workspace)
        assert done.stdout == "maps/third.yaml: 2 places\nmaps/two.yaml: 1 place\n"
    assert argmap("rename", "charge", "toll", "--map", "third", cwd=workspace).returncode == 0
    assert "positions: {city: charge, third: toll}" in two.read_text()
    assert (workspace / "maps/city.yaml").read_text() == CITY


def test_a_map_is_renamed_in_every_comparison(workspace):
    two = workspace / "maps/two.yaml"
    two.write_text(
        TWO.replace("verdict: differ", "verdict: {is: differ, between: [city, chamber]}")
        + "steps:\n  - {attack: chamber:unfair, premises: city:charge}\n"
    )
    done = argmap("rename", "city", "town", cwd=workspace)
    assert done.stdout == "maps/city.yaml: 1 place\nmaps/two.yaml: 4 places\n"
    assert done.stderr == "argmap: the file maps/city.yaml keeps its name\n"
    assert "city" not in two.read_text()
    assert argmap("check", cwd=workspace).returncode == 0


def test_a_reference_is_renamed_in_maps_and_bibliography(workspace):
    bib = workspace / "references.bib"
    bib.write_text(
        REFERENCES + "\n@inbook{part, crossref = {eliasson2014}, related = {x, eliasson2014,eliasson2014b}}\n"
    )
    (workspace / "texts").mkdir()
    done = argmap("rename", "eliasson2014", "DBLP:eliasson/14", cwd=workspace)
    assert done.stdout == "maps/city.yaml: 1 place\nreferences.bib: 3 places\n"
    assert "cite: DBLP:eliasson/14\n" in (workspace / "maps/city.yaml").read_text()
    assert bib.read_text().count("eliasson2014") == 1
    assert "related = {x, DBLP:eliasson/14,eliasson2014b}" in bib.read_text()


def test_the_text_of_an_article_is_spoken_of_not_touched(workspace):
    (workspace / "texts").mkdir()
    (workspace / "texts/institute2025.txt").write_text("a charge at")
    done = argmap("rename", "institute2025", "inst25", cwd=workspace, ARGMAP_SOURCES=str(workspace / "texts"))
    assert done.returncode == 0
    assert "rename institute2025.txt to inst25.txt" in done.stderr
    assert (workspace / "texts/institute2025.txt").exists()


def test_topics_and_comparisons_have_names_too(workspace):
    assert argmap("rename", "fairness", "who-pays", cwd=workspace).stdout == "maps/two.yaml: 1 place\n"
    assert argmap("rename", "two", "both", cwd=workspace).stdout == "maps/two.yaml: 1 place\n"
    text = (workspace / "maps/two.yaml").read_text()
    assert text == TWO.replace("fairness:", "who-pays:").replace("comparison: two", "comparison: both")


def test_a_topic_without_a_title_is_called_by_its_new_id(workspace):
    (workspace / "maps/two.yaml").write_text(TWO.replace("    title: Fairness\n", ""))
    assert argmap("rename", "fairness", "who-pays", cwd=workspace).returncode == 0
    assert "Who pays" in argmap("compare", "two", cwd=workspace).stdout


def test_what_a_dry_run_says_is_what_happens_and_it_writes_nothing(workspace):
    before = contents(workspace)
    dry = argmap("rename", "charge", "toll", "--dry-run", cwd=workspace)
    assert contents(workspace) == before
    assert argmap("rename", "charge", "toll", cwd=workspace).stdout == dry.stdout


def test_line_ends_byte_order_mark_links_and_permissions_stay(workspace):
    path = workspace / "maps/city.yaml"
    raw = b"\xef\xbb\xbf" + CITY.replace("\n", "\r\n").encode()
    real = workspace / "city-real.yaml"
    real.write_bytes(raw)
    real.chmod(0o640)
    path.unlink()
    path.symlink_to(real)
    assert argmap("rename", "fell", "sank", cwd=workspace).returncode == 0
    assert path.is_symlink()
    assert real.stat().st_mode & 0o777 == 0o640
    assert real.read_bytes() == raw.replace(b": fell\r", b": sank\r").replace(b"  fell:", b"  sank:")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["chrage", "toll"], "no thing is called 'chrage'; did you mean 'charge'?"),
        (["zebra", "toll"], "no thing is called 'zebra'"),
        (["charge", "toll", "--kind", "actor"], "no actor is called 'charge'"),
        (["charge", "toll", "--map", "chamber"], "no thing in maps/chamber.yaml is called 'charge'"),
        (["charge", "toll", "--map", "citty"], "did you mean 'city'?"),
        (["charge", "fell"], "'fell' is already taken: it is the node in maps/city.yaml"),
        (["charge", "The Toll"], "'The Toll' is not a kebab-case id; write 'the-toll'"),
        (["charge", "!"], "use a-z, 0-9 and single hyphens"),
        (["charge", "charge"], "is already its name"),
        (["city", "chamber"], "'chamber' is already taken: it is the map in maps/chamber.yaml"),
        (["city", "two"], "'two' is already taken: it is the comparison in maps/two.yaml"),
        (["eliasson2014", "CHAMBER2025"], "'CHAMBER2025' is already taken: it is a reference"),
        (["eliasson2014", "a, b"], "'a, b' is not a valid reference key"),
        (["eliasson2014", "b}"], "is not a valid reference key"),
        (["charge", "toll", "--map", "-"], "standard input cannot be renamed in"),
        (["\x1b[31m", "toll"], "is called '\ufffd[31m'"),
    ],
)
def test_what_cannot_be_renamed_is_exit_code_2_and_nothing_changes(arguments, said, workspace):
    before = contents(workspace)
    done = argmap("rename", *arguments, cwd=workspace, stdin=CITY)
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr
    assert "\x1b" not in done.stderr
    assert contents(workspace) == before


def test_kinds_tell_things_of_one_name_apart(workspace):
    (workspace / "maps/city.yaml").write_text(CITY.replace("council", "charge"))
    done = argmap("rename", "charge", "toll", cwd=workspace)
    assert done.returncode == 2
    assert "choose with --kind\n" in done.stderr
    assert argmap("rename", "charge", "toll", "--kind", "actor", cwd=workspace).stdout == "maps/city.yaml: 2 places\n"


def test_a_file_with_faults_that_may_speak_of_it_stops_the_rename(workspace):
    before = contents(workspace)
    two = workspace / "maps/two.yaml"
    two.write_text(TWO + "toppics: {}\n")
    done = argmap("rename", "charge", "toll", cwd=workspace)
    assert done.returncode == 2
    assert "maps/two.yaml: may speak of 'charge' and has faults" in done.stderr
    assert {**contents(workspace), two: before[two]} == before
    assert argmap("rename", "council", "board", cwd=workspace).returncode == 0  # no comparison speaks of actors
    two.write_text(TWO)
    (workspace / "maps/chamber.yaml").write_text("argmap: 1\nmap: chamber\nmy own key: {charge: x}\n")
    assert argmap("rename", "charge", "toll", cwd=workspace).returncode == 0  # another map cannot speak of it


def test_two_maps_of_one_id_are_told_apart_first(workspace):
    (workspace / "maps/copy.yaml").write_text(CITY.replace("fell", "sank"))
    done = argmap("rename", "sank", "dropped", cwd=workspace)
    assert done.returncode == 2
    assert "the id 'city' is used by maps/city.yaml and maps/copy.yaml" in done.stderr


def test_a_made_id_that_is_spelled_out_stops_the_rename(workspace):
    city = workspace / "maps/city.yaml"
    city.write_text(CITY + 'steps:\n  - {undercut: "fell->charge", premises: fell}\n')
    before = contents(workspace)
    done = argmap("rename", "fell", "sank", cwd=workspace)
    assert done.returncode == 2
    assert "something there would change besides the name 'fell'" in done.stderr
    assert contents(workspace) == before


@pytest.mark.parametrize("failing", [0, 1])
def test_all_files_are_written_or_none(failing, workspace, monkeypatch):
    monkeypatch.chdir(workspace)
    before = contents(workspace)
    planned = rename.plan(Workspace(workspace), "charge", "toll")
    assert len(planned.changes) == 2
    write = files.write

    def fail(path, text):
        if path == planned.changes[failing].path:
            raise WorkspaceError(f"{path}: cannot be written: disk full")
        write(path, text)

    monkeypatch.setattr(files, "write", fail)
    with pytest.raises(WorkspaceError, match="disk full"):
        rename.write(planned.changes)
    assert contents(workspace) == before


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_cannot_be_written_to_is_exit_code_2(workspace):
    (workspace / "maps").chmod(0o500)
    done = argmap("rename", "charge", "toll", cwd=workspace)
    (workspace / "maps").chmod(0o700)
    assert done.returncode == 2
    assert "cannot be written" in done.stderr


def test_a_step_is_renamed_by_the_id_that_somebody_gave_it(workspace):
    city = workspace / "maps/city.yaml"
    city.write_text(CITY.replace("supported_by: fell", "supported_by: {premises: fell, id: by-precedent}"))
    assert argmap("rename", "by-precedent", "by-model", cwd=workspace).stdout == "maps/city.yaml: 1 place\n"
    assert "{premises: fell, id: by-model}" in city.read_text()
    assert "no thing is called 'shifts->unfair'" in argmap("rename", "shifts->unfair", "x", cwd=workspace).stderr
    assert "'fell' is already taken" in argmap("rename", "by-model", "fell", cwd=workspace).stderr


def test_a_kind_that_is_none_is_refused(workspace):
    with pytest.raises(WorkspaceError, match="no kind 'thing'; it is one of node, step"):
        rename.plan(Workspace(workspace), "charge", "toll", "thing")


def test_a_key_that_two_entries_have_is_not_renamed(workspace):
    bib = workspace / "references.bib"
    bib.write_text(REFERENCES + "\n@book{eliasson2014, author = {X}, title = {Another}, date = {2014}}\n")
    before = contents(workspace)
    done = argmap("rename", "eliasson2014", "eliasson", cwd=workspace)
    assert done.returncode == 2
    assert "references.bib: something there would change besides the key 'eliasson2014'" in done.stderr
    assert contents(workspace) == before
