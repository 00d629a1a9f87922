"""Maps that Graphviz orders and we place: the same with each version of it, level lines, none of them under a card."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from layout_samples import crossed, overlapping, scene_of, tangle
from needs import need
from render_samples import MAPS

from argmap.model import Engine, Map
from argmap.render.layout.graphviz.settle import Pull, settle_columns
from argmap.render.layout.map import map_figure
from argmap.render.layout.place import MapLayout, lay_out
from argmap.render.layout.ranks import ranked
from argmap.render.scene.model import End, Link

DRAWN = {name: MAPS[name] for name in MAPS if name not in ("empty", "apart")} | {
    f"tangle {seed}": tangle(20 + 10 * seed, seed) for seed in range(12)
}


@pytest.mark.parametrize("name", DRAWN)
def test_each_version_of_graphviz_gives_the_same_picture(name: str):
    need("dot")
    scene = scene_of(DRAWN[name])
    one = lay_out(scene, engine=Engine.WHEEL)
    other = lay_out(scene, engine=Engine.DOT)
    assert (one.notice, other.notice) == (None, None)
    _hold_alike(one, other)


def _hold_alike(one: MapLayout, other: MapLayout) -> None:
    for item, (x, y) in one.centres.items():
        assert (x, y) == pytest.approx(other.centres[item], abs=1)
    for curve, also in zip(one.curves, other.curves, strict=True):
        assert (curve is None) == (also is None)
        for point, same in zip(curve or (), also or (), strict=True):
            assert point == pytest.approx(same, abs=1)


@pytest.mark.parametrize("name", DRAWN)
def test_no_line_runs_through_a_card(name: str):
    figure, notice = map_figure(scene_of(DRAWN[name]))
    assert notice is None
    assert overlapping(figure.boxes) == []
    assert crossed(figure, list(figure.routes)) == []


@pytest.mark.parametrize("name", DRAWN)
def test_every_line_that_passes_cards_has_a_way_between_them(name: str):
    scene = scene_of(DRAWN[name])
    linked = {end.id for link in scene.links for end in (link.tail, link.head)}
    ids = [item for item in scene.ids if item in linked]
    ranks = ranked(ids, {junction.id for junction in scene.junctions}, scene.links).of
    full = {rank for item, rank in ranks.items() if rank % 2 == 0}
    for link, turns in zip(scene.links, lay_out(scene).curves, strict=True):
        low, high = sorted((ranks[link.tail.id], ranks[link.head.id]))
        assert len(turns or ()) == 2 * len([rank for rank in full if low < rank < high])


def _links(*pairs: str) -> list[Link]:
    return [Link("support", End(pair[0]), End(pair[1]), True, "") for pair in pairs]


def test_ranks_are_even_for_boxes_and_odd_for_junctions():
    found = ranked("abcd+", "+", _links("b+", "c+", "+a", "da", "dc"))
    assert found.of == {"a": 0, "+": 1, "b": 2, "c": 2, "d": 4}
    assert found.closing == set()


def test_the_first_of_a_ring_stands_on_the_left():
    found = ranked("abc", "", _links("ab", "bc", "ca"))
    assert found.of == {"a": 0, "c": 2, "b": 4}
    assert found.closing == {0}


def test_what_leads_nowhere_stands_beside_what_leads_to_it():
    found = ranked("abcde", "", _links("ba", "cb", "dc", "de"))
    assert found.of == {"a": 0, "b": 2, "c": 4, "d": 6, "e": 4}


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), max_size=30))
def test_every_link_leads_to_a_lower_rank_unless_it_closes_a_ring(pairs: list[tuple[int, int]]):
    links = _links(*(f"{tail}{head}" for tail, head in pairs))
    found = ranked("0123456789", "05", links)
    for at, link in enumerate(links):
        if at not in found.closing and link.tail != link.head:
            assert found.of[link.tail.id] > found.of[link.head.id]
    assert all(rank % 2 == (item in "05") for item, rank in found.of.items())


@given(
    st.lists(st.floats(1, 200), min_size=1, max_size=8),
    st.lists(st.tuples(st.integers(0, 7), st.floats(-500, 500)), max_size=12),
)
def test_a_column_keeps_its_order_and_its_gaps(steps: list[float], wishes: list[tuple[int, float]]):
    count = len(steps) + 1
    pulls: list[list[Pull]] = [[] for _ in range(count + 1)]
    for item, offset in wishes:
        pulls[item % count].append(Pull(count, 1.0, offset))
    ys = settle_columns([list(range(count)), [count]], [steps, []], pulls)
    for (above, below), step in zip(pairwise(ys[:count]), steps, strict=True):
        assert below - above >= step - 1e-6


def test_what_is_free_to_stands_level_with_what_it_bears_on():
    level = [[Pull(1, 1.0, 0.0)], [Pull(0, 1.0, 0.0)]]
    assert settle_columns([[0], [1]], [[], []], level) == pytest.approx([0, 0])
    # two under one another stand evenly above and below
    pulls = [[Pull(1, 1.0, 0.0), Pull(2, 1.0, 0.0)], [Pull(0, 1.0, 0.0)], [Pull(0, 1.0, 0.0)]]
    assert settle_columns([[0], [1, 2]], [[], [50.0]], pulls) == pytest.approx([0, -25, 25])


def test_parents_stand_in_the_middle_of_their_children():
    map: Map = MAPS["wide"]
    centres = lay_out(scene_of(map)).centres
    for at in range(12, 36):
        children = [centres[f"node n{3 * at + child}"][1] for child in (1, 2, 3)]
        assert centres[f"node n{at}"][1] == pytest.approx(sum(children) / 3, abs=40)
