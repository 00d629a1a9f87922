"""What holds of every view of every map."""

from dataclasses import replace

import pytest
from depth import counts
from hypothesis import assume, given
from hypothesis import strategies as st
from needs import REPOSITORY
from view_samples import any_map, assert_sound, generated, make, node, step, webs

from argmap.formats.native import load
from argmap.model import Map, StepKind
from argmap.render import render_map
from argmap.views import Options, UnknownViewError, View, fitted, view
from argmap.views.among import among
from argmap.views.fold import by_depth, by_tag, depths
from argmap.views.lift import lifted

FILES = [REPOSITORY / "maps" / f"{name}.yaml" for name in ("al-monitor-2015", "washington-institute-2024")]
REAL = [load(path.read_text("utf-8"), path.name).content for path in FILES]

selectors = st.sampled_from(["claim", "evidence", "tag:iraq", "tag:trade", "by:abadi", "by:iraq", "type:question"])
folds = st.sampled_from(["tag", "depth", *(f"depth:{depth}" for depth in range(4))])


@st.composite
def looks(draw):
    """A map and a way to look at it."""
    map = draw(any_map)
    focus = draw(st.none() | st.sampled_from([*map.nodes])) if map.nodes else None
    depth = draw(st.none() | st.integers(0, 4))
    only = draw(st.just(()) | st.lists(selectors, max_size=3).map(tuple))
    return map, Options(focus, depth, only, draw(st.none() | folds))


def seen(map: Map, options: Options) -> View:
    """The view; gives the example up where the options mean nothing in the map."""
    try:
        return view(map, options)
    except UnknownViewError:
        assert options.only or (options.depth is not None and options.focus is None)
        assume(False)
        raise


def assert_counted(map: Map, found: View) -> None:
    """Fails unless each node is shown, behind one card, or left out."""
    own = [id for id in found.map.nodes if id in map.nodes]
    assert found.folded.keys() <= found.map.nodes.keys()
    assert all(found.folded.values())
    assert set(found.map.nodes) - set(own) <= found.folded.keys()
    assert len(own) + sum(found.folded.values()) + found.left_out == len(map.nodes)
    assert own == [id for id in map.nodes if id in own]


def assert_drawn(found: View) -> None:
    """Fails unless the view can be drawn."""
    picture = render_map(found.map, {}, "svg", folded=found.folded)
    assert str(picture.content).startswith("<svg ")


@given(looks())
def test_a_view_is_a_map_and_its_numbers_add_up(look):
    map, options = look
    found = seen(map, options)
    if options != Options():
        assert_sound(found.map)
        assert render_map(found.map, {}, "dot", folded=found.folded).content
    assert_counted(map, found)
    assert options.focus is None or options.focus in found.map.nodes
    assert view(map, options) == found
    view(found.map, Options(focus=options.focus, fold=options.fold))


@given(any_map)
def test_without_options_a_map_is_shown_as_it_is(map):
    assert view(map, Options()) == (map, {}, 0)


@given(webs(), st.integers(0, 12))
def test_a_fitted_map_has_no_more_nodes_than_wanted_unless_they_hang_on_nothing(map, most):
    found = fitted(map, most)
    if len(map.nodes) > most:
        assert_sound(found.map)
        whole = among(map, map.nodes)
        deep = depths(whole, whole.thesis)
        roots = [id for id in map.nodes if deep[id].distance == 0]
        assert len(found.map.nodes) <= max(most, len(roots))
    assert_counted(map, found)
    assert found.left_out == 0


@given(looks())
def test_a_view_of_a_view_is_that_view(look):
    map, (focus, depth, only, _) = look
    for options in (Options(focus, depth), Options(only=only[:1]), Options(fold="tag")):
        try:
            found = view(map, options).map
        except UnknownViewError:
            continue
        if found.nodes:
            assert view(found, options).map == found


def leading(map: Map) -> Map:
    """What of a map leads to its first node, which is the thesis now."""
    whole = among(replace(map, thesis=tuple(map.nodes)[:1]), map.nodes)
    roots: dict[str, str] = {}
    for id, place in depths(whole, whole.thesis).items():
        roots[id] = id if place.above is None else roots[place.above]
    return among(whole, {id for id, root in roots.items() if root in whole.thesis})


@given(webs().map(leading), st.integers(0, 3))
def test_a_fold_of_what_is_folded_by_depth_is_the_same_where_all_lead_to_the_thesis(map, depth):
    options = Options(fold=f"depth:{depth}")
    found = view(map, options).map
    assert view(found, options).map == found
    deep = depths(map, map.thesis)
    assert found.nodes.keys() == {id for id in map.nodes if deep[id].distance <= depth}


@given(webs(), st.none() | st.integers(0, 3))
def test_a_line_is_drawn_where_something_behind_a_card_bears_on_something_behind_another(map, depth):
    whole = among(map, map.nodes)
    deep = depths(whole, whole.thesis)
    fold = by_tag(whole, whole.thesis) if depth is None else by_depth(deep, whole.nodes, depth)
    cards, found = fold.cards, lifted(whole, fold)
    assert cards.keys() == map.nodes.keys()
    assert set(cards.values()) == found.nodes.keys()
    wanted, bearing = set(), set()
    for one in whole.steps.values():
        named = {end for end in (*one.premises, one.conclusion) if end in cards}
        bearing |= {(cards[end], cards[other]) for end in (*named, *one.warrant) for other in named}
        if one.kind is StepKind.CONTRADICT:
            tails, head = frozenset(cards[end] for end in one.premises), None
        elif one.conclusion in cards and all(end in cards for end in one.premises):
            tails, head = frozenset(cards[end] for end in one.premises) - {cards[one.conclusion]}, cards[one.conclusion]
        else:
            continue
        if tails and (head or len(tails) > 1):
            wanted.add((one.kind, tails, head))
    plain = [one for one in found.steps.values() if one.conclusion is None or one.conclusion in found.nodes]
    drawn = {(one.kind, frozenset(one.premises) - {one.conclusion}, one.conclusion) for one in plain}
    assert wanted <= drawn
    if not any({*one.premises, one.conclusion} & whole.steps.keys() for one in whole.steps.values()):
        between = {(tail, one.conclusion) for one in plain if one.conclusion for tail in one.premises}
        assert {pair for pair in between if set(pair) <= found.nodes.keys()} <= bearing
    lines = [(one.kind, frozenset(one.premises), one.conclusion) for one in found.steps.values() if one.note is None]
    assert len(lines) == len(set(lines))


OPTIONS = [
    Options(depth=2),
    Options(only=("claim",)),
    Options(fold="tag"),
    Options(fold="depth"),
    Options(depth=3, fold="depth:1"),
]


@pytest.mark.parametrize("map", REAL, ids=[path.stem for path in FILES])
@pytest.mark.parametrize("options", [*OPTIONS, Options(only=("tag:partnership",))], ids=str)
def test_views_of_real_maps(map: Map, options: Options):
    found = view(map, options)
    assert_sound(found.map)
    assert_counted(map, found)
    assert_drawn(found)
    for id in (next(iter(map.nodes)), next(reversed(map.nodes))):
        assert_counted(map, view(map, options._replace(focus=id)))


@pytest.mark.parametrize("nodes", [50, 151, 400])
@pytest.mark.parametrize("options", [*OPTIONS, Options(focus="n-20")], ids=str)
def test_views_of_generated_maps(nodes: int, options: Options):
    map = generated(nodes)
    for found in (view(map, options), fitted(map)):
        assert_sound(found.map)
        assert_counted(map, found)
    assert len(found.map.nodes) <= 150
    assert_drawn(found)


def _tree(count: int) -> Map:
    nodes = [node(f"n{at}", f"tag{at % 7}") for at in range(count)]
    return make(nodes, *(f"n{at} -> n{(at - 1) // 4}" for at in range(1, count)), thesis="n0")


def _many_theses(count: int) -> Map:
    return make([node(f"n{at}", "tag") for at in range(count)], thesis=" ".join(f"n{at}" for at in range(count)))


def _chain(count: int) -> Map:
    return make(
        [node(f"n{at}") for at in range(count)], *(f"n{at + 1} -> n{at}" for at in range(count - 1)), thesis="n0"
    )


def _ring(count: int) -> Map:
    return make([node(f"n{at}") for at in range(count)], *(f"n{at} -> n{(at + 1) % count}" for at in range(count)))


def _star(count: int) -> Map:
    nodes = [node("t"), *(node(f"n{at}", f"tag{at % 3}") for at in range(count))]
    return make(nodes, *(step(f"n{at} -x> t", warrant=(f"n{count - 1 - at}",)) for at in range(count)))


def _alone(count: int) -> Map:
    return make([node(f"n{at}", f"tag{at}") for at in range(count)])


def _upon_each_other(count: int) -> Map:
    nodes = [node(f"n{at}", f"tag{at % 3}") for at in range(count)]
    steps = [step(f"n{at} -o> s{at - 1}", f"s{at}") for at in range(1, count)]
    return make(nodes, *reversed(steps), step("n1 -> n0", "s0"), thesis="n0")


def _rings_of_steps(count: int) -> Map:
    return make("t", *(step(f"t -o> s{(at + 1) % count}", f"s{at}") for at in range(count)))


@pytest.mark.parametrize("count", counts(1_500, 10_000))
@pytest.mark.parametrize(
    "shape", [_tree, _many_theses, _chain, _ring, _star, _alone, _upon_each_other, _rings_of_steps]
)
def test_many_nodes_in_odd_shapes(shape, count):
    map = shape(count)
    focus = next(reversed(map.nodes))
    for look in (
        lambda: view(map, Options(focus=focus, depth=count)),
        lambda: view(map, Options(only=("claim",))),
        lambda: view(map, Options(fold="tag")),
        lambda: view(map, Options(fold="depth")),
        lambda: view(map, Options(fold=f"depth:{count // 2}")),
        lambda: fitted(map),
    ):
        assert_counted(map, look())
