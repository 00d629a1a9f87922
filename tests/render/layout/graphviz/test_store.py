"""Layouts that are kept: the same bytes, by all that they depend on; and whatever the folder holds, a sound picture."""

import json
import os
from pathlib import Path

import pytest
from layout_samples import scene_of, tangle
from render_samples import LIBRARY, SHARED

from argmap.model import Engine
from argmap.render.layout.graphviz import engine
from argmap.render.layout.graphviz import store as layout_store
from argmap.render.layout.graphviz.store import LayoutStore
from argmap.render.layout.place import lay_out
from argmap.render.scene.model import MapScene
from argmap.workspace.layouts import LayoutFiles


class _Memory:
    """A store that is a dictionary."""

    def __init__(self) -> None:
        self.texts: dict[str, str] = {}

    def get(self, key: str) -> str | None:
        return self.texts.get(key)

    def put(self, key: str, text: str) -> None:
        self.texts[key] = text


def _refuse(*_: object) -> bytes:
    raise AssertionError("Graphviz was started")


@pytest.mark.parametrize("map", [LIBRARY, SHARED, tangle(60)], ids=["library", "shared", "tangle"])
def test_a_kept_layout_is_the_same_to_the_last_digit(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, map: object):
    scene = scene_of(map)
    for store in (_Memory(), LayoutFiles(tmp_path / ".argmap_cache" / "layouts")):
        first = lay_out(scene, store)
        assert first == lay_out(scene)
        with monkeypatch.context() as patch:
            patch.setattr(engine, "run", _refuse)
            assert lay_out(scene, store) == first


def test_a_layout_depends_on_what_is_drawn_and_on_what_lays_it_out(monkeypatch: pytest.MonkeyPatch):
    store = _Memory()
    scene = scene_of(LIBRARY)
    lay_out(scene, store)
    lay_out(scene_of(SHARED), store)
    higher = scene._replace(boxes=tuple(box._replace(height=box.height + 1) for box in scene.boxes))
    lay_out(higher, store)
    lay_out(scene._replace(links=scene.links[:-1]), store)
    assert len(store.texts) == 4
    monkeypatch.setattr(engine, "version", lambda _: "another")
    lay_out(scene, store)
    assert len(store.texts) == 5
    lay_out(scene._replace(title="Words that are no part of it"), store)
    assert len(store.texts) == 5


def test_the_version_is_that_of_the_program_that_is_found(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    dot = tmp_path / "dot"
    dot.write_text("#!/bin/sh\n")
    dot.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    one = engine.version(Engine.DOT)
    assert one.startswith(f"dot\n{dot} ")
    dot.write_text("#!/bin/sh\n# a newer one\n")
    assert engine.version(Engine.DOT) != one
    dot.unlink()
    with pytest.raises(engine.EngineError, match="install Graphviz"):
        engine.version(Engine.DOT)


def test_the_version_of_the_wheel_does_not_depend_on_the_path(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    one = engine.version(Engine.WHEEL)
    assert one.startswith("wheel\n")
    assert "_graphviz." in one
    (tmp_path / "dot").touch(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert engine.version(Engine.WHEEL) == one


def test_without_graphviz_nothing_is_kept(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(engine, "find_spec", lambda name: None)
    store = _Memory()
    assert "pip install pygraphviz" in (lay_out(scene_of(LIBRARY), store).notice or "")
    assert store.texts == {}


def _broken(scene: MapScene, good: str) -> list[str]:
    centres, turns = json.loads(good)
    nan = [[float("nan"), 0.0], *centres[1:]]
    return [
        "", "{", "null", "[]", "{}", "0", '"text"', "[[], []]", "[" * 100_000, "\ud800", "[1, 2]", "[[1], [2]]",
        good[:-1], good + "]",
        json.dumps([centres[1:], turns]),
        json.dumps([centres, turns[1:]]),
        json.dumps([nan, turns]),
        json.dumps([[[float("inf"), 0.0], *centres[1:]], turns]),
        json.dumps([[[10**400, 0.0], *centres[1:]], turns]),
        json.dumps([[[1e300, -1e300], *centres[1:]], turns]),
        json.dumps([[["1", "2"], *centres[1:]], turns]),
        json.dumps([[None, *centres[1:]], turns]),
        json.dumps([[[1.0, 2.0, 3.0], *centres[1:]], turns]),
        json.dumps([centres, [[[float("nan"), 1.0]], *turns[1:]]]),
        json.dumps([centres, [[[]], *turns[1:]]]),
        json.dumps([centres, [7, *turns[1:]]]),
        json.dumps([centres, ["ab", *turns[1:]]]),
        json.dumps([{item: [0, 0] for item in scene.ids}, turns]),
    ]  # fmt: skip


def test_what_is_no_layout_is_laid_out_anew():
    scene = scene_of(LIBRARY)
    store = _Memory()
    sound = lay_out(scene, store)
    ((key, good),) = store.texts.items()
    for text in _broken(scene, good):
        store.texts[key] = text
        assert lay_out(scene, store) == sound
        assert store.texts[key] == good


def test_a_file_that_is_no_text_of_ours_is_not_there(tmp_path: Path):
    store: LayoutStore = LayoutFiles(tmp_path)
    (tmp_path / "binary.json").write_bytes(b"\xff\xfe\0")
    (tmp_path / "folder.json").mkdir()
    (tmp_path / "huge.json").write_bytes(b" " * 2_000_000)
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "pipe.json")
    for key in ("binary", "folder", "huge", "pipe", "absent"):
        assert store.get(key) is None
    store.put("folder", "[]")
    assert store.get("folder") is None


def test_a_folder_that_cannot_be_written_is_no_fault(tmp_path: Path):
    (tmp_path / "file").write_text("")
    store = LayoutFiles(tmp_path / "file" / "layouts")
    store.put("a", "text")
    assert store.get("a") is None


def test_only_so_many_layouts_are_kept(tmp_path: Path):
    store = LayoutFiles(tmp_path / "cache" / "layouts")
    for at in range(203):
        store.put(f"k{at}", "text")
        os.utime(tmp_path / "cache" / "layouts" / f"k{at}.json", (at, at))
    store.put("last", "text")
    assert len(list((tmp_path / "cache" / "layouts").iterdir())) == 200
    assert store.get("k0") is None
    assert store.get("last") == "text"
    assert (tmp_path / "cache" / ".gitignore").read_text() == "*\n"


def test_the_key_is_the_name_of_a_file():
    assert layout_store.key("digraph {}", scene_of(LIBRARY), Engine.WHEEL).isalnum()
