"""Large maps: trees, cut into pieces, packed, with faint lines between them; and the tidy trees alone."""

import os
import subprocess
import sys
from math import isfinite

import pytest
from generate import generate
from hypothesis import given
from hypothesis import strategies as st
from layout_samples import SHAPES, crossed, disjoint, overlapping, scene_of, shape_layout, shape_scene, tangle
from needs import REPOSITORY
from render_samples import chain, wide

from argmap.formats.native import load
from argmap.model import Map
from argmap.render.layout.graphviz import engine
from argmap.render.layout.map import map_figure
from argmap.render.layout.place import MapLayout, lay_out
from argmap.render.layout.routes import route
from argmap.render.layout.trees.cut import cut_trees
from argmap.render.layout.trees.pack import pack_rectangles
from argmap.render.layout.trees.tidy import Sizes, forest, place_tree
from argmap.render.scene.model import End, Link, MapScene


@pytest.fixture(autouse=True)
def _without_graphviz(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> bytes:
        raise AssertionError("Graphviz was started")

    monkeypatch.setattr(engine, "run", refuse)


def _generated(count: int) -> Map:
    content = load(generate(count), "generated.yaml").content
    assert isinstance(content, Map)
    return content


def _sides(scene: MapScene, layout: MapLayout) -> tuple[float, float]:
    xs = [layout.centres[box.id][0] + side * box.width / 2 for box in scene.boxes for side in (-1, 1)]
    ys = [layout.centres[box.id][1] + side * box.height / 2 for box in scene.boxes for side in (-1, 1)]
    return max(xs) - min(xs), max(ys) - min(ys)


@pytest.mark.parametrize("name", SHAPES)
def test_no_card_overlaps_another_and_lines_are_whole(name: str):
    scene = shape_scene(name)
    figure, notice = map_figure(scene)
    assert notice is None
    assert len(figure.boxes) == len(scene.boxes)
    assert overlapping(figure.boxes) == []
    boxes = {box.id: (x, y, box) for box, x, y in figure.boxes}
    for one in figure.routes:
        assert len(one.points) % 3 == 1
        assert all(isfinite(x) and isfinite(y) for x, y in one.points)
        for end, (x, y) in ((one.link.tail, one.points[0]), (one.link.head, one.points[-1])):
            if end.id in boxes:
                left, top, box = boxes[end.id]
                assert left - 2 <= x <= left + box.width + 2
                assert top - 2 <= y <= top + box.height + 2


@pytest.mark.parametrize("name", SHAPES)
def test_pictures_are_of_good_proportion(name: str):
    scene = shape_scene(name)
    width, height = _sides(scene, shape_layout(name))
    cards = sum(box.width * box.height for box in scene.boxes)
    assert 0.3 < width / height < 3
    assert width * height < 12 * cards + 3e6


@pytest.mark.parametrize("map", [_generated(500), tangle(500), wide(500)], ids=["generated", "tangle", "wide"])
def test_a_map_of_500_nodes_is_at_most_10_000_px_wide_and_high(map: Map):
    scene = scene_of(map)
    assert max(_sides(scene, lay_out(scene))) < 10_000


@pytest.mark.parametrize("name", SHAPES)
def test_pieces_are_bounded_and_do_not_touch(name: str):
    layout = shape_layout(name)
    assert disjoint(list(layout.grounds))
    assert all(ground.width < 3000 and ground.height < 3000 for ground in layout.grounds)


@pytest.mark.parametrize("name", ["wide 200", "tangle 200", "tangle 1000", "undercuts 1000", "rings 700"])
def test_only_lines_between_pieces_pass_under_cards(name: str):
    scene, layout = shape_scene(name), shape_layout(name)
    figure, _ = map_figure(scene)
    near = [one for at, one in enumerate(figure.routes) if at not in layout.far]
    assert near
    assert crossed(figure, near) == []


def test_lines_between_pieces_leave_to_the_left_and_arrive_from_the_right():
    scene, layout = shape_scene("star 2000"), shape_layout("star 2000")
    radius = {junction.id: 5.0 for junction in scene.junctions}
    curves = route(scene, layout.centres, layout.curves, radius, layout.far)
    assert len(layout.far) > 1000
    for at, meeting in layout.far.items():
        curve = curves[at]
        assert curve[0][0] < layout.centres[scene.links[at].tail.id][0]
        assert curve[1][0] < curve[0][0]
        assert curve[-2][0] > curve[-1][0] > layout.centres[scene.links[at].head.id][0]
        assert meeting is None or meeting in curve
    assert len(set(layout.far.values())) < 100  # siblings go together


def test_the_thesis_stands_top_left():
    scene = scene_of(_generated(500))
    layout = lay_out(scene)
    thesis = layout.centres["node n-0"]
    left = min(layout.centres[box.id][0] - box.width / 2 for box in scene.boxes)
    assert thesis[0] < left + 200
    first = min(layout.grounds, key=lambda ground: ground.x + ground.y)
    assert first.x < thesis[0] < first.x + first.width
    assert first.y < thesis[1] < first.y + first.height


def test_most_cards_stand_beside_what_they_bear_on():
    scene = scene_of(_generated(2000))
    assert len(lay_out(scene).far) < 0.12 * len(scene.links)


def test_the_same_map_gives_the_same_bytes_whatever_sets_are_ordered_by():
    code = (
        "import sys; sys.path.insert(0, sys.argv[1])\n"
        "from hashlib import sha256\nfrom layout_samples import tangle\nfrom argmap.render import render_map\n"
        "print([sha256(render_map(tangle(count), {}, 'svg').content.encode()).hexdigest() for count in (60, 300)])"
    )
    seen = {
        subprocess.run(
            [sys.executable, "-c", code, str(REPOSITORY / "tests/helpers")],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert len(seen) == 1


def test_what_no_line_touches_fills_rows_below_the_rest():
    map = tangle(300)
    scene = scene_of(map)
    touched = {end.id for link in scene.links for end in (link.tail, link.head)}
    assert [box.id for box in scene.boxes if box.id not in touched]
    layout = lay_out(scene)
    bottom = max(layout.centres[box.id][1] + box.height / 2 for box in scene.boxes if box.id in touched)
    for box in scene.boxes:
        if box.id not in touched:
            assert layout.centres[box.id][1] - box.height / 2 > bottom


def _links(*pairs: str) -> list[Link]:
    return [Link("support", End(pair[0]), End(pair[1]), True, "") for pair in pairs]


def test_a_box_follows_the_first_of_its_links():
    trees = forest("abcd", _links("ba", "cb", "ca", "dc", "db"))
    assert trees.parents == {"a": None, "b": "a", "c": "b", "d": "c"}


def test_in_a_ring_one_box_follows_another_of_its_links():
    assert forest("abcx", _links("ab", "bc", "ca", "bx")).parents == {"x": None, "b": "x", "a": "b", "c": "a"}
    assert forest("abc", _links("ab", "bc", "ca")).parents == {"a": None, "c": "a", "b": "c"}


def test_what_does_not_shape_is_not_followed():
    free = [link._replace(free=True) for link in _links("ab", "bc")]
    assert forest("abc", [*free, *_links("aa")]).roots == ["a", "b", "c"]


def test_a_parent_stands_in_the_middle_of_its_children_and_these_close_together():
    sizes = Sizes(dict.fromkeys("abcd", 100.0), {"a": 40.0, "b": 60.0, "c": 40.0, "d": 80.0})
    places = place_tree(["a"], {"a": ["b", "c", "d"], "b": [], "c": [], "d": []}, sizes)
    (ax, ay), (bx, by), (cx, cy), (dx, dy) = (places[item] for item in "abcd")
    assert bx == cx == dx > ax + 100
    assert ay == (by + dy) / 2
    assert by == 30
    assert cy - by == 60 / 2 + 16 + 40 / 2
    assert dy - cy == 40 / 2 + 16 + 80 / 2


def test_subtrees_share_rows_where_their_outlines_allow_it():
    """Below b, which has nothing on its right, the children of c reach up beside b."""
    children = {"a": ["b", "c"], "b": [], "c": ["d", "e", "f"], **{leaf: [] for leaf in "def"}}
    sizes = Sizes(dict.fromkeys("abcdef", 100.0), dict.fromkeys("abcdef", 40.0))
    places = place_tree(["a"], children, sizes)
    assert places["c"][1] - places["b"][1] == 56
    assert places["d"][1] == places["b"][1]


def test_junctions_stand_between_the_columns():
    children = {"a": ["+", "x"], "+": ["b", "c"], "b": [], "c": [], "x": []}
    sizes = Sizes({**dict.fromkeys("abcx", 100.0), "+": 0.0}, {**dict.fromkeys("abcx", 40.0), "+": 20.0})
    places = place_tree(["a"], children, sizes)
    assert places["a"][0] + 50 < places["+"][0] < places["b"][0] - 50
    assert places["+"][1] == (places["b"][1] + places["c"][1]) / 2
    assert places["x"][0] == places["b"][0]


def test_pieces_hold_everything_once_and_hang_on_earlier_ones():
    for map in (wide(1000), chain(500), tangle(400)):
        scene = scene_of(map)
        wides = {box.id: box.width for box in scene.boxes} | {one.id: 0.0 for one in scene.junctions}
        sizes = Sizes(wides, dict.fromkeys(wides, 80.0))
        pieces, children = cut_trees(forest(scene.ids, scene.links), sizes)
        seen: set[str] = set()
        for piece in pieces:
            assert piece.parent is None or piece.parent in seen
            waiting = list(piece.roots)
            while waiting:
                item = waiting.pop()
                assert item not in seen
                seen.add(item)
                waiting += children[item]
        assert seen == set(scene.ids)


@given(st.lists(st.tuples(st.floats(1, 3000), st.floats(1, 3000)), max_size=40), st.floats(1, 100))
def test_packed_rectangles_never_touch(sizes: list[tuple[float, float]], gap: float):
    corners = pack_rectangles(sizes, gap)
    areas = [
        (x, y, width + gap * 0.99, height + gap * 0.99) for (x, y), (width, height) in zip(corners, sizes, strict=True)
    ]
    assert disjoint(areas)
    assert all(x >= 0 and y >= 0 for x, y in corners)
    assert not corners or corners[0] == (0, 0)


def test_equal_rectangles_are_packed_without_waste():
    corners = pack_rectangles([(90, 60)] * 200, 10)
    width, height = max(x for x, _ in corners) + 100, max(y for _, y in corners) + 70
    assert width * height < 1.15 * 200 * 100 * 70
