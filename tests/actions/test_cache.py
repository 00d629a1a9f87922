"""What is kept from check to check: used as long as nothing has changed that it depends on, and no longer."""

import json
import os
from pathlib import Path

import pytest
from command import CHAMBER, CITY, REFERENCES, TWO, UNCITED, argmap, small_workspace

from argmap.actions import check as checking
from argmap.actions import check_file as looking
from argmap.actions.check import Choice, check
from argmap.workspace.digest import program
from argmap.workspace.workspace import Workspace

MAPS = {"maps/chamber.yaml", "maps/city.yaml"}
EVERY = MAPS | {"maps/two.yaml", "references.bib"}


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.delenv("ARGMAP_SOURCES", raising=False)
    monkeypatch.chdir(small_workspace(tmp_path / "work"))
    Path("argmap.toml").write_text('sources = "texts"\n', encoding="utf-8")
    Path("texts").mkdir()
    Path("texts/institute2025.txt").write_text("It proposes a charge at the cordon: traffic fell.", encoding="utf-8")
    return Path.cwd()


@pytest.fixture
def looked(folder, monkeypatch):
    """Check, and say which files were looked at anew; what is found must be what a check without a cache finds."""
    seen = set()
    look, look_at_references = looking.check_file, checking.check_bibliography

    def seeing(workspace, path, *rest, **options):
        seen.add(workspace.text(path).file)
        return look(workspace, path, *rest, **options)

    def seeing_references(bibliography, *rest, **options):
        seen.add(bibliography.file)
        return look_at_references(bibliography, *rest, **options)

    monkeypatch.setattr(looking, "check_file", seeing)
    monkeypatch.setattr(checking, "check_bibliography", seeing_references)

    def looked(choice=Choice(), *paths):  # noqa: B008, it is frozen
        chosen = [Path(path) for path in paths] or [folder / "maps"]
        found = check(Workspace(folder), chosen, choice).findings
        seen.clear()
        assert check(Workspace(folder), chosen, choice, cached=True).findings == found
        return set(seen)

    return looked


def write(file, text):
    Path(file).parent.mkdir(exist_ok=True)
    Path(file).write_text(text, encoding="utf-8")


def test_what_has_not_changed_is_not_looked_at_again(looked):
    write("maps/city.yaml", CITY.replace("title:", "titel:"))
    assert looked() == EVERY
    assert looked() == set()
    for name in EVERY:
        os.utime(name, (1, 1))
    assert looked() == set()


@pytest.mark.parametrize(
    ("file", "text", "again"),
    [
        ("maps/city.yaml", CITY.replace("by a fifth", "a lot"), {"maps/city.yaml", "maps/two.yaml"}),
        ("maps/city.yaml", CITY.replace("  fell:", "  fallen:"), {"maps/city.yaml", "maps/two.yaml"}),
        ("maps/city.yaml", CITY.replace("eliasson2014", "gone"), {"maps/city.yaml", "maps/two.yaml", "references.bib"}),
        ("maps/two.yaml", TWO.replace("differ", "agree"), {"maps/two.yaml"}),
        ("maps/third.yaml", CHAMBER.replace("map: chamber", "map: third"), {"maps/third.yaml", "maps/two.yaml"}),
        ("references.bib", REFERENCES + UNCITED, MAPS | {"references.bib"}),
        ("texts/institute2025.txt", "It proposes a charge at the cordon.", {"maps/city.yaml"}),
        ("texts/chamber2025.txt", "It is unfair: no bus.", {"maps/chamber.yaml"}),
        ("texts/other.txt", "Other.", set()),
        ("argmap.toml", 'sources = "texts"\nselect = ["AM2"]', EVERY),
        ("argmap.toml", 'sources = "texts"\nignore = ["AM212"]', EVERY),
        ("argmap.toml", 'sources = "texts"\nfail-on = "note"', set()),
        ("argmap.toml", 'sources = "texts"\n[per-file-ignores]\n"city.yaml" = ["AM2"]', {"maps/city.yaml"}),
        ("argmap.toml", 'sources = "texts"\nbibliography = "bibtex"', {"references.bib"}),
        ("argmap.toml", 'sources = "elsewhere"', {"maps/city.yaml"}),
        ("argmap.toml", 'sources = "texts"\nreferences = "none.bib"', MAPS),
    ],
)
def test_a_change_is_looked_at_and_what_depends_on_it(file, text, again, looked):
    looked()
    write(file, text)
    assert looked() == again
    assert looked() == set()


def test_what_is_taken_away_counts_as_a_change(looked):
    looked()
    Path("texts/institute2025.txt").unlink()
    assert looked() == {"maps/city.yaml"}
    Path("maps/chamber.yaml").unlink()
    assert looked() == {"maps/two.yaml", "references.bib"}
    Path("references.bib").unlink()
    assert looked() == {"maps/city.yaml"}


@pytest.mark.parametrize(
    "choice", [Choice(select=("AM3", "AM4")), Choice(ignore=("AM3",)), Choice(extend_select=("AM203",))]
)
def test_other_rules_are_another_look(choice, looked):
    write("argmap.toml", 'sources = "texts"\nignore = ["AM2"]')
    looked()
    assert looked(choice) == EVERY
    assert looked(choice) == set()


def test_a_part_of_the_maps_is_another_look_at_the_references(looked):
    looked()
    assert looked(Choice(), "maps/city.yaml") == {"references.bib"}
    assert looked(Choice(), "references.bib") == {"references.bib"}


def test_another_version_of_the_program_looks_at_everything_again(looked, monkeypatch):
    looked()
    looking._program_with.cache_clear()
    for module in (looking, checking):
        monkeypatch.setattr(module, "program", lambda: "another program")
    assert looked() == EVERY
    looking._program_with.cache_clear()


def test_what_stands_for_the_program_changes_with_its_version_its_files_and_what_is_installed(tmp_path, monkeypatch):
    monkeypatch.setattr("argmap.__file__", str(tmp_path / "__init__.py"))
    seen = []

    def is_another():
        program.cache_clear()
        seen.append(program())
        return seen.count(seen[-1]) == 1

    try:
        (tmp_path / "a.py").write_text("1", encoding="utf-8")
        assert is_another()
        assert not is_another()
        (tmp_path / "a.py").write_text("22", encoding="utf-8")
        assert is_another()
        os.utime(tmp_path / "a.py", (1, 1))
        assert is_another()
        (tmp_path / "b.py").write_text("", encoding="utf-8")
        assert is_another()
        (tmp_path / "schemes").mkdir()
        (tmp_path / "schemes" / "mine.toml").write_text("", encoding="utf-8")
        assert is_another()
        monkeypatch.setattr("argmap.__version__", "99")
        assert is_another()
        monkeypatch.setattr("argmap.workspace.digest.find_spec", lambda name: None)
        assert is_another()
    finally:
        program.cache_clear()


def test_maps_that_get_one_id_are_found_though_none_of_them_is_new(looked, folder):
    write("maps/town.yaml", CITY)
    looked()
    assert looked() == set()
    findings = check(Workspace(folder), [folder / "maps"], cached=True).findings
    assert [(finding.file, finding.code) for finding in findings] == [("maps/town.yaml", "AM607")]
    write("maps/town.yaml", CITY.replace("map: city", "map: town"))
    assert check(Workspace(folder), [folder / "maps"], cached=True).findings == []


@pytest.mark.parametrize(
    "content",
    ["", "{", "[]", "3", "null", "\udcff", "[" * 100_000, '{"maps/city.yaml": 3}', '{"maps/city.yaml": {}}'],
    ids=range(9),
)
def test_a_cache_that_cannot_be_read_is_an_empty_one(content, looked):
    looked()
    Path(".argmap_cache/check.json").write_bytes(content.encode("utf-8", "surrogateescape"))
    assert "maps/city.yaml" in looked()
    assert looked() == set()


@pytest.mark.parametrize(
    "change",
    [
        {"findings": 3},
        {"findings": [[]]},
        {"findings": [["AM201", "fatal", "m", "f", None, None, [], None]]},
        {"findings": [["AM201", "error", "m", "f", [1], None, [], None]]},
        {"findings": [["AM201", "error", "m", "f", None, None, [["m"]], None]]},
        {"findings": [["AM201", "error", "m", "f", None, None, [], ["m"]]]},
        {"scope": "poem"},
        {"cited": 3},
        {"place": [1]},
        {"place": 3},
    ],
    ids=range(10),
)
def test_an_entry_that_cannot_be_read_is_none(change, looked):
    looked()
    path = Path(".argmap_cache/check.json")
    entries = json.loads(path.read_text(encoding="utf-8"))
    entries["maps/city.yaml"] |= change
    path.write_text(json.dumps(entries), encoding="utf-8")
    assert looked() == {"maps/city.yaml"}
    assert looked() == set()


def test_the_cache_is_kept_out_of_the_repository(looked):
    looked()
    assert Path(".argmap_cache/.gitignore").read_text(encoding="utf-8") == "*\n"


def test_a_cache_that_cannot_be_written_is_done_without(looked):
    Path(".argmap_cache").write_text("in the way", encoding="utf-8")
    assert looked() == looked() == EVERY


def test_outside_of_a_workspace_nothing_is_left_behind(tmp_path):
    (tmp_path / "a.yaml").write_text(CHAMBER, encoding="utf-8")
    assert argmap("check", "a.yaml", cwd=tmp_path).returncode == 0
    assert [path.name for path in tmp_path.iterdir()] == ["a.yaml"]


def test_the_command_keeps_a_cache_unless_it_is_told_not_to(folder):
    argmap("check", "--no-cache", cwd=folder)
    assert not Path(".argmap_cache").exists()
    first = argmap("check", "--fail-on", "note", cwd=folder)
    path = Path(".argmap_cache/check.json")
    entries = json.loads(path.read_text(encoding="utf-8"))
    assert set(entries) == EVERY
    before = path.read_bytes()
    second = argmap("check", "--fail-on", "note", cwd=folder)
    assert (second.stdout, second.returncode) == (first.stdout, first.returncode)
    assert path.read_bytes() == before
    # What it says is what is kept.
    entries["maps/city.yaml"]["findings"] = [["AM212", "note", "kept", "maps/city.yaml", None, None, [], None]]
    path.write_text(json.dumps(entries), encoding="utf-8")
    assert "note[AM212]: kept" in argmap("check", cwd=folder).stdout
    assert "kept" not in argmap("check", "--no-cache", cwd=folder).stdout
