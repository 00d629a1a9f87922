"""Layout: both Graphviz engines, the fallback, time limits, and where things end up."""

import shutil
import subprocess
import sys
from importlib.util import find_spec
from itertools import combinations

import pytest
from conftest import need
from render_samples import BROKEN, LIBRARY, MAPS, REFERENCES, SHARED, chain, wide

from argmap.model import Map
from argmap.render import engine, render_map, theme
from argmap.render.figure import Figure
from argmap.render.map_figure import map_figure
from argmap.render.map_scene import map_scene

ENGINES = ("dot", "pygraphviz", "none")


@pytest.fixture(params=ENGINES)
def graphviz(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Runs a test with each engine in turn."""
    if request.param == "dot":
        need("dot")
    else:
        monkeypatch.setattr(shutil, "which", lambda name: None)
        if request.param == "none":
            monkeypatch.setattr(engine, "find_spec", lambda name: None)
        elif find_spec("pygraphviz") is None:
            pytest.skip("needs the package pygraphviz")
    return str(request.param)


def _figure(map: Map) -> tuple[Figure, str | None]:
    return map_figure(map_scene(map, REFERENCES), theme.LIGHT)


@pytest.mark.parametrize("name", MAPS)
def test_boxes_never_overlap_and_stay_on_the_picture(graphviz: str, name: str):
    figure, notice = _figure(MAPS[name])
    linked = name not in ("empty", "apart")
    assert (notice is not None) == (graphviz == "none" and linked)
    assert len(figure.boxes) == len(map_scene(MAPS[name], {}).boxes)
    places = [(x, y, x + box.width, y + box.height) for box, x, y in figure.boxes]
    for (a, b, c, d), (e, f, g, h) in combinations(places, 2):
        assert c <= e + 1 or g <= a + 1 or d <= f + 1 or h <= b + 1
    for left, top, right, bottom in places:
        assert left >= theme.MARGIN - 1
        assert right <= figure.width - theme.MARGIN + 1
        assert max((text.y for text in figure.texts), default=0) < top
        assert bottom <= figure.height - theme.MARGIN + 1


@pytest.mark.parametrize("map", [LIBRARY, SHARED, MAPS["wide"]])
def test_lines_end_at_the_cards_that_they_join(graphviz: str, map: Map):
    figure, _ = _figure(map)
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


def test_the_thesis_stands_on_the_left(graphviz: str):
    figure, _ = _figure(LIBRARY)
    joined = [placed for placed in figure.boxes if placed.box.cards[0].id != "heating"]
    assert min(joined, key=lambda placed: placed.x).box.cards[0].id == "open-late"


def test_cards_stand_in_columns(graphviz: str):
    figure, _ = _figure(wide(60))
    assert len({round(x) for box, x, _ in figure.boxes}) == 5


def test_without_graphviz_the_picture_says_so(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(shutil, "which", lambda name: None)
    monkeypatch.setattr(engine, "find_spec", lambda name: None)
    picture = render_map(LIBRARY, REFERENCES, "svg")
    assert picture.text.startswith("<svg ")
    assert picture.notice is not None
    assert "pip install pygraphviz" in picture.notice


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("import time; time.sleep(60)", "more than 0.2 seconds"),
        ("import sys; sys.exit('out of paper')", "out of paper"),
        ("pass", "exit status 0"),
    ],
)
def test_a_failing_engine_gives_a_notice(monkeypatch: pytest.MonkeyPatch, code: str, words: str):
    monkeypatch.setattr(engine, "_command", lambda: [sys.executable, "-c", code])
    monkeypatch.setattr(engine.run, "__defaults__", (0.2 if "sleep" in code else 20.0,))
    figure, notice = _figure(LIBRARY)
    assert words in (notice or "")
    assert len(figure.boxes) == len(map_scene(LIBRARY, {}).boxes)


def test_nonsense_from_the_engine_gives_a_notice(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(engine, "_command", lambda: [sys.executable, "-c", "print('{')"])
    assert "not understood" in (_figure(LIBRARY)[1] or "")


def test_an_engine_that_cannot_start_gives_a_notice(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(engine, "_command", lambda: ["/nowhere/dot"])
    assert "could not be started" in (_figure(LIBRARY)[1] or "")


def test_the_child_runs_no_code_of_the_working_directory(tmp_path, monkeypatch: pytest.MonkeyPatch):
    for name in ("json", "argmap", "pygraphviz", "types", "sitecustomize"):
        (tmp_path / f"{name}.py").write_text("raise SystemExit('foreign code')")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    monkeypatch.setattr(shutil, "which", lambda name: None)
    assert _figure(LIBRARY)[1] is None


def test_the_graph_holds_nothing_of_the_map_but_numbers(monkeypatch: pytest.MonkeyPatch):
    seen = []
    monkeypatch.setattr(engine, "run", lambda source: seen.append(source) or _refuse())
    _figure(BROKEN)
    assert "script" not in seen[0]
    assert seen[0].isascii()


def _refuse() -> bytes:
    raise engine.EngineError("no")


@pytest.mark.parametrize("map", [chain(3000), wide(3000)])
def test_the_fallback_is_fast_and_not_recursive(monkeypatch: pytest.MonkeyPatch, map: Map):
    monkeypatch.setattr(engine, "run", lambda source: _refuse())
    figure, _ = _figure(map)
    assert len(figure.boxes) == 3000


def test_svg_needs_neither_the_graphviz_package_nor_pygraphviz_in_this_process():
    code = (
        "import sys\nimport argmap.render.svg, argmap.render.map_scene, argmap.render.comparison_scene\n"
        "print([name for name in ('graphviz', 'pygraphviz', 'yaml', 'typer', 'asyncio') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
