"""Workspaces: finding maps, and reading each file once."""

from pathlib import Path

import pytest
from command import CITY, small_workspace

from argmap.text.yaml import MOST_BYTES
from argmap.workspace import files
from argmap.workspace.errors import WorkspaceError
from argmap.workspace.workspace import Workspace, opened


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.delenv("ARGMAP_SOURCES", raising=False)
    monkeypatch.chdir(small_workspace(tmp_path / "work"))
    return Path.cwd()


def test_maps_are_found_by_id_and_by_path(folder):
    workspace = Workspace(folder)
    assert workspace.find("city").content.id == "city"
    assert workspace.find("maps/city.yaml") is workspace.find("city")
    assert sorted(workspace.maps()) == ["chamber", "city"]


def test_an_id_need_not_be_the_name_of_the_file(folder):
    (folder / "maps/city.yaml").rename(folder / "maps/other.yaml")
    assert Workspace(folder).find("city").file == "maps/other.yaml"


def test_a_file_outranks_an_id(folder):
    (folder / "city").write_text(CITY.replace("map: city", "map: file"), encoding="utf-8")
    assert Workspace(folder).find("city").content.id == "file"


def test_a_file_is_read_once(folder, monkeypatch):
    read, names = files.read, []
    monkeypatch.setattr(files, "read", lambda path: names.append(str(path)) or read(path))
    workspace = Workspace(folder)
    for _ in range(2):
        workspace.document("maps/city.yaml")
        workspace.document(folder / "maps/city.yaml")
    assert names == ["maps/city.yaml"]


def test_the_workspace_is_that_of_the_file(folder, monkeypatch):
    monkeypatch.chdir(folder.parent)
    workspace, document = opened("work/maps/city.yaml")
    assert workspace.settings.root == folder
    assert document.content.id == "city"
    assert workspace.bibliography is not None


def test_the_sources_are_read_from_their_folder(folder):
    (folder / "argmap.toml").write_text('sources = "texts"', encoding="utf-8")
    (folder / "texts").mkdir()
    (folder / "texts/city.txt").write_text("A “city”.", encoding="utf-8")
    (folder / "texts/broken.txt").write_bytes(b"\xff")
    workspace = Workspace(folder)
    assert workspace.source("city").text == 'A "city".'
    assert [workspace.source(key) for key in ("gone", "broken", "../argmap", None, "x" * 300)] == [None] * 5


@pytest.mark.parametrize(
    ("raw", "text", "fault"),
    [
        (b"a\r\nb", "a\nb", None),
        (b"\xef\xbb\xbfa", "a", None),
        ("é😀".encode(), "é😀", None),
        (b"a\xe9b", "", "not UTF-8 (byte 2 is 0xe9)"),
        (b"a\0b", "", "a binary file (it holds NUL bytes)"),
        (b"a" * (MOST_BYTES + 1), "", "more than 32 MB"),
        (b"", "", None),
    ],
    ids=range(7),
)
def test_a_file_is_read_as_text(raw, text, fault, tmp_path):
    (tmp_path / "file").write_bytes(raw)
    assert files.read(tmp_path / "file")[1:] == (text, fault)


@pytest.mark.parametrize(
    ("name", "said"), [("gone", "no such file"), ("cty.yaml", "did you mean 'city.yaml'?"), (".", "a folder, where")]
)
def test_what_cannot_be_read_is_said(name, said, folder):
    with pytest.raises(WorkspaceError) as error:
        files.read(folder / "maps" / name)
    assert said in str(error.value)


def test_a_file_is_written_whole_or_not_at_all(tmp_path):
    path = tmp_path / "deep/file"
    files.write(path, "old\n")
    with pytest.raises(UnicodeEncodeError):
        files.write(path, "new\n" * 100_000 + "\ud800")
    assert path.read_bytes() == b"old\n"
    assert list(path.parent.iterdir()) == [path]


def test_a_bibliography_that_is_no_text_is_said(folder):
    (folder / "references.bib").write_bytes(b"\xff")
    with pytest.raises(WorkspaceError, match=r"references\.bib: not UTF-8"):
        _ = Workspace(folder).bibliography
