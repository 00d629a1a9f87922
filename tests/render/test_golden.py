"""A small map and a small comparison, byte for byte. The map is laid out without Graphviz, whose versions differ.

After a wanted change: look at the pictures, then run with ARGMAP_UPDATE=1.
"""

import os
from pathlib import Path

import pytest
from render_samples import LIBRARY, REFERENCES, SOWING, SOWING_MAPS

from argmap.render import render_comparison, render_map
from argmap.render.layout.graphviz import engine

GOLDEN = Path(__file__).parent / "golden"


def _hold(name: str, text: str) -> None:
    file = GOLDEN / name
    if os.environ.get("ARGMAP_UPDATE"):
        GOLDEN.mkdir(exist_ok=True)
        file.write_text(text, encoding="utf-8")
    assert text == file.read_text(encoding="utf-8")


def test_map(monkeypatch: pytest.MonkeyPatch):
    def refuse(*_: object) -> bytes:
        raise engine.EngineError("no Graphviz")

    monkeypatch.setattr(engine, "run", refuse)
    _hold("library.svg", render_map(LIBRARY, REFERENCES, "svg").content)


def test_comparison():
    _hold("sowing.svg", render_comparison(SOWING, SOWING_MAPS, REFERENCES, "svg").content)


def test_dot():
    _hold("library.dot", render_map(LIBRARY, REFERENCES, "dot").content)
    _hold("sowing.dot", render_comparison(SOWING, SOWING_MAPS, REFERENCES, "dot").content)
