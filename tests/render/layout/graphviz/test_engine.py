"""Layout: both Graphviz engines, the fallback, time limits, and where things end up."""

import math
import subprocess
import sys
import time
from itertools import combinations
from pathlib import Path

import pytest
from layout_samples import scene_of
from needs import need
from render_samples import BROKEN, LIBRARY, MAPS, REFERENCES, SHARED, chain, wide

from argmap.model import Engine, Map
from argmap.render import render_map
from argmap.render.layout.figure import Figure
from argmap.render.layout.graphviz import engine
from argmap.render.layout.map import map_figure
from argmap.render.layout.place import lay_out
from argmap.render.scene.theme import MARGIN

ENGINES = ("dot", "wheel", "none")


@pytest.fixture(params=ENGINES)
def graphviz(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Engine:
    """Runs a test with each engine in turn, and without any."""
    if request.param == "none":
        monkeypatch.setattr(engine, "find_spec", lambda name: None)
    if request.param == "dot":
        need("dot")
        return Engine.DOT
    return Engine.WHEEL


def _figure(map: Map, engine: Engine = Engine.WHEEL) -> tuple[Figure, str | None]:
    return map_figure(scene_of(map), engine=engine)


@pytest.mark.parametrize("name", MAPS)
def test_boxes_never_overlap_and_stay_on_the_picture(graphviz: Engine, name: str):
    figure, notice = _figure(MAPS[name], graphviz)
    linked = name not in ("empty", "apart")
    assert (notice is not None) == (engine.find_spec("pygraphviz") is None and linked)
    assert len(figure.boxes) == len(scene_of(MAPS[name]).boxes)
    places = [(x, y, x + box.width, y + box.height) for box, x, y in figure.boxes]
    for (a, b, c, d), (e, f, g, h) in combinations(places, 2):
        assert c <= e + 1 or g <= a + 1 or d <= f + 1 or h <= b + 1
    for left, top, right, bottom in places:
        assert left >= MARGIN - 1
        assert right <= figure.width - MARGIN + 1
        assert max((text.y for text in figure.texts), default=0) < top
        assert bottom <= figure.height - MARGIN + 1


@pytest.mark.parametrize("map", [LIBRARY, SHARED, MAPS["wide"]])
def test_lines_end_at_the_cards_that_they_join(graphviz: Engine, map: Map):
    figure, _ = _figure(map, graphviz)
    boxes = {box.id: (box, x, y) for box, x, y in figure.boxes}
    for route in figure.routes:
        for end, (x, y) in ((route.link.tail, route.points[0]), (route.link.head, route.points[-1])):
            if end.id not in boxes:
                continue
            box, left, top = boxes[end.id]
            width, height = box.width, box.height
            if end.card is not None:
                card = box.cards[end.card]
                left, top, width, height = left + box.inset, top + box.tops[end.card], card.width, card.height
            assert left - 2 <= x <= left + width + 2
            assert top - 2 <= y <= top + height + 2
            assert min(abs(x - left), abs(x - left - width), abs(y - top), abs(y - top - height)) <= 2


def test_the_thesis_stands_on_the_left(graphviz: Engine):
    figure, _ = _figure(LIBRARY, graphviz)
    joined = [placed for placed in figure.boxes if placed.box.cards[0].id != "heating"]
    assert min(joined, key=lambda placed: placed.x).box.cards[0].id == "open-late"


def test_cards_stand_in_columns(graphviz: Engine):
    figure, _ = _figure(wide(60), graphviz)
    assert len({round(x) for box, x, _ in figure.boxes}) == 5


def test_without_graphviz_the_picture_says_so(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(engine, "find_spec", lambda name: None)
    picture = render_map(LIBRARY, REFERENCES, "svg")
    assert str(picture.content).startswith("<svg ")
    assert picture.notice is not None
    assert "pip install pygraphviz" in picture.notice


def test_without_the_dot_that_was_asked_for_the_picture_says_so(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("PATH", "/nowhere")
    picture = render_map(LIBRARY, REFERENCES, "svg", engine=Engine.DOT)
    assert str(picture.content).startswith("<svg ")
    assert picture.notice == (
        'the setting engine = "dot" needs dot on PATH: install Graphviz, or remove the setting; '
        "drawn with a simpler layout"
    )


def test_a_dot_on_the_path_changes_nothing_unless_it_is_asked_for(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    plain = render_map(LIBRARY, REFERENCES, "svg")
    _fake_dot(tmp_path, monkeypatch, "echo from a foreign dot >&2; exit 1")
    assert render_map(LIBRARY, REFERENCES, "svg") == plain
    assert render_map(LIBRARY, REFERENCES, "svg", engine=Engine.DOT).notice == (
        "Graphviz failed: from a foreign dot; drawn with a simpler layout"
    )


def _fake_dot(folder: Path, monkeypatch: pytest.MonkeyPatch, command: str) -> None:
    dot = folder / "dot"
    dot.write_text(f"#!/bin/sh\n{command}\n")
    dot.chmod(0o755)
    monkeypatch.setenv("PATH", str(folder))


@pytest.mark.parametrize(
    "answer",
    [
        "{", "[]", "null", "{}", '{"bb": 1}', '{"bb": "0,0,1,nan", "objects": []}', '{"bb": "0,0,1,1", "objects": [1]}',
        '{"bb": "0,0,1,1", "objects": [{"name": "n0", "pos": "1,nan"}]}', "[" * 100_000,
    ],
)  # fmt: skip
def test_nonsense_from_the_engine_gives_a_notice(monkeypatch: pytest.MonkeyPatch, answer: str):
    monkeypatch.setattr(engine, "run", lambda *_: answer.encode())
    figure, notice = _figure(LIBRARY)
    assert "not understood" in (notice or "")
    assert all(math.isfinite(x) and math.isfinite(y) for _, x, y in figure.boxes)


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("import time; time.sleep(60)", "more than 0.2 seconds"),
        ("import sys; sys.exit('out of paper')", "out of paper"),
        ("pass", "exit status 0"),
    ],
)
def test_a_failing_engine_gives_a_notice(monkeypatch: pytest.MonkeyPatch, code: str, words: str):
    monkeypatch.setattr(engine, "_command", lambda _: [sys.executable, "-c", code])
    monkeypatch.setattr(engine, "TIMEOUT", 0.2 if "sleep" in code else 20.0)
    figure, notice = _figure(LIBRARY)
    assert words in (notice or "")
    assert len(figure.boxes) == len(scene_of(LIBRARY).boxes)


def test_a_dot_that_does_not_finish_gives_a_tidy_tree_and_a_notice(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    _fake_dot(tmp_path, monkeypatch, "exec /bin/sleep 60")
    monkeypatch.setattr(engine, "TIMEOUT", 0.3)
    start = time.monotonic()
    figure, notice = _figure(MAPS["wide"], Engine.DOT)
    assert time.monotonic() - start < 10
    assert notice == "Graphviz took more than 0.3 seconds; drawn with a simpler layout"
    assert len(figure.boxes) == len(MAPS["wide"].nodes)
    assert len({round(x) for _, x, _ in figure.boxes}) == 5


def test_an_engine_that_cannot_start_gives_a_notice(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(engine, "_command", lambda _: ["/nowhere/dot"])
    assert "could not be started" in (_figure(LIBRARY)[1] or "")


def test_the_child_runs_no_code_of_the_working_directory(tmp_path, monkeypatch: pytest.MonkeyPatch):
    for name in ("json", "argmap", "pygraphviz", "types", "sitecustomize"):
        (tmp_path / f"{name}.py").write_text("raise SystemExit('foreign code')")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    assert _figure(LIBRARY)[1] is None


def test_the_graph_holds_nothing_of_the_map_but_numbers(monkeypatch: pytest.MonkeyPatch):
    seen = []
    monkeypatch.setattr(engine, "run", lambda source, _: seen.append(source) or _refuse())
    _figure(BROKEN)
    assert "script" not in seen[0]
    assert seen[0].isascii()


def _refuse() -> bytes:
    raise engine.EngineError("no")


@pytest.mark.parametrize("map", [chain(170), wide(170)])
def test_the_fallback_is_not_cut_into_pieces(monkeypatch: pytest.MonkeyPatch, map: Map):
    monkeypatch.setattr(engine, "run", lambda *_: _refuse())
    layout = lay_out(scene_of(map))
    assert layout.notice == "no; drawn with a simpler layout"
    assert (layout.far, layout.grounds) == ({}, ())


def test_svg_needs_neither_the_graphviz_package_nor_pygraphviz_in_this_process():
    code = (
        "import sys\nimport argmap.render.painters.svg, argmap.render.scene.map, argmap.render.scene.comparison\n"
        "print([name for name in ('graphviz', 'pygraphviz', 'yaml', 'typer', 'asyncio') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
