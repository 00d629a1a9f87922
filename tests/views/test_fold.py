"""Folding by tag and by depth, and what becomes of steps."""

import pytest
from view_samples import arrows, assert_sound, generated, lines, make, node, step

from argmap.model import NodeType, Step, StepKind
from argmap.views import Options, UnknownViewError, fitted, view

DEEP = make("t a b c d e", "a -> t", "b -> a", "c -> b", "d -x> t", "e -> d", "e -> c")


def folded(map, fold, **options):
    found = view(map, Options(fold=fold, **options))
    assert_sound(found.map)
    return found


@pytest.mark.parametrize(
    ("fold", "nodes", "behind"),
    [
        ("depth:0", "t", {"t": 5}),
        ("depth:1", "tad", {"a": 2, "d": 1}),
        ("depth", "tabde", {"b": 1}),
        ("depth:3", "tabcde", {}),
        ("depth:999999999", "tabcde", {}),
    ],
)
def test_what_is_deeper_stands_behind_the_nearest_card_above_it(fold, nodes, behind):
    found = folded(DEEP, fold)
    assert ("".join(found.map.nodes), found.folded, found.left_out) == (nodes, behind, 0)


def test_a_step_from_what_is_hidden_is_drawn_from_the_card_that_it_stands_behind():
    assert arrows(folded(DEEP, "depth:1").map) == ["a->t", "d->a", "d-x>t"]
    assert arrows(folded(DEEP, "depth").map) == ["a->t", "b->a", "d-x>t", "e->b", "e->d"]


def test_what_does_not_lead_to_the_thesis_hangs_on_what_it_leads_to():
    map = make("t a r s x y z", "a -> t", "s -> r", "x -> y", "y -> x", "z -> y", "t >< r")
    found = folded(map, "depth:0")
    assert "".join(found.map.nodes) == "trx"
    assert found.folded == {"t": 1, "r": 1, "x": 2}
    assert arrows(found.map) == ["t+r><"]


def test_each_tag_is_a_card_with_the_tag_as_its_text():
    nodes = [
        node("t", "iraq"),
        node("a", "iraq trade"),
        node("b", "trade"),
        node("c", "iraq"),
        node("d", "alone"),
        node("e"),
    ]
    found = folded(make(nodes, "a -> t", "b -> a", "c -> b", "d -> b", "e -> t", "c -x> t"), "tag")
    assert [*found.map.nodes] == ["t", "tag-iraq", "b", "d", "e"]
    assert found.folded == {"tag-iraq": 2}
    card = found.map.nodes["tag-iraq"]
    assert (card.type, card.text, card.tags) == (NodeType.ARGUMENT, "iraq", ("iraq",))
    assert arrows(found.map) == ["b->tag-iraq", "d->b", "e->t", "tag-iraq->b", "tag-iraq->t", "tag-iraq-x>t"]


def test_a_card_gets_an_id_that_nothing_has():
    nodes = [node("t"), node("tag-x", "x"), node("a", "x"), node("b", "x-2"), node("c", "x-2")]
    found = folded(make(nodes, step("a -> t", "tag-x-2"), "tag-x -> t"), "tag")
    assert [*found.map.nodes] == ["t", "tag-x-3", "tag-x-2-2"]


TAGGED = [node("t"), *(node(id, tag) for id, tag in zip("abcdef", "xxyyzz", strict=True))]
X, Y, Z = "tag-x", "tag-y", "tag-z"
UP, BACK = f"{X}->{Y}", f"{Y}->{X}"


@pytest.mark.parametrize(
    ("given", "drawn"),
    [
        # one line for each kind, premises and conclusion; none within a card
        (["a -> b"], []),
        (["a -> c", "b -> d"], [UP]),
        (["a -> c", "b -x> d", "c -> b"], [UP, f"{X}-x>{Y}", BACK]),
        # linked steps
        (["a+b -> t"], [f"{X}->t"]),
        (["a+c -> t", "d+b -> t"], [f"{X}+{Y}->t"]),
        (["a+c -> d"], [UP]),
        (["a+c+e -> t"], [f"{X}+{Y}+{Z}->t"]),
        (["a >< b"], []),
        (["a >< c", "d >< b"], [f"{X}+{Y}><"]),
        # what is upon a step that has gone into a card hits the card, unless it comes from behind it
        ([step("a -> b", "in"), "c -o> in"], [f"{Y}-x>{X}"]),
        ([step("a -> b", "in"), "c -> in"], [BACK]),
        ([step("a -> b", "in"), "b -o> in"], []),
        ([step("a >< b", "in"), "c -o> in"], [f"{Y}-x>{X}"]),
        ([step("a -> b", "in"), step("b -o> in", "cut"), "c -o> cut"], [f"{Y}-x>{X}"]),
        ([step("a -> b", "in", warrant=("c", "b"))], [BACK]),
        # what is upon a step that is lifted hits the line
        ([step("a -> c", "up"), "e -o> up"], [UP, f"{Z}-o>{UP}"]),
        ([step("a -> c", "up"), "b -o> up"], [UP, f"{X}-o>{UP}"]),
        ([step("a -> c", "up"), "d -o> up"], [UP]),
        ([step("a -> c", "up"), "t -o> up"], [f"t-o>{UP}", UP]),
        ([step("a -> c", "up"), step("d -> b", "back"), "up >> back"], [UP, BACK, f"{UP}>>{BACK}"]),
        ([step("a -> c", "up"), step("b -> d", "too"), "up >> too"], [UP]),
        (
            [step("a >< c", "one"), step("b >< d", "two"), step("one >> two", "rank"), "e -o> rank"],
            [f"{X}+{Y}><", f"{Z}-o>{X}+{Y}><"],
        ),
        ([step("a -> b", "in"), step("c -> d", "at"), "in >> at"], [f"{X}>>{Y}"]),
        # circles
        (["a -> c", "c -> a", "a -> a"], [UP, BACK]),
    ],
)  # fmt: skip
def test_steps_between_cards(given, drawn):
    assert arrows(folded(make(TAGGED, *given), "tag").map) == sorted(drawn)


def test_a_lifted_line_is_outweighed_where_all_that_it_stands_for_is():
    faint = step("a -x> c", "one", outweighed=True)
    line = f"{X}-x>{Y}"
    assert lines(folded(make(TAGGED, faint), "tag").map)[line].outweighed
    assert not lines(folded(make(TAGGED, faint, "b -x> d"), "tag").map)[line].outweighed


def test_a_lifted_line_has_the_cards_of_all_warrants():
    one, two = step("a -> c", warrant=("e", "b", "t")), step("b -> d", warrant=("f", "d"))
    assert lines(folded(make(TAGGED, one, two), "tag").map)[UP].warrant == (Z, "t")


def test_stated_steps_stay_as_they_are_and_lifted_ones_give_way_to_them():
    stated = step("a -x> t", scheme="sign", note="As it is.", warrant=("w",))
    map = make("t a b c w", "b -> a", "c -> t", "b -x> c", stated, thesis="t w")
    found = folded(map, "depth:0", focus="a", depth=9).map
    assert found.steps == {stated.id: stated}


@pytest.mark.parametrize(
    ("stated", "hidden", "drawn"),
    [
        (False, False, {"hit": False}),
        (False, True, {"hit": False}),
        (True, True, {"hit": True}),
        (True, False, {"hit": True, "a-x>t": False}),
    ],
)
def test_a_lifted_line_gives_way_to_no_weaker_one(stated, hidden, drawn):
    hits = step("a -x> t", "hit", outweighed=stated), step("b -x> c", outweighed=hidden)
    found = folded(make("t a b c", "b -> a", "c -> t", *hits), "depth:0", focus="a").map
    assert {name: line.outweighed for name, line in lines(found).items()} == drawn


def test_parts_of_what_is_hidden_are_parts_of_the_card():
    nodes = [
        node("t"),
        node("a", "x", specifies=("t", "b")),
        node("b", "x", specifies=("c",)),
        node("c", "y", rephrases=("a",)),
    ]
    found = folded(make(nodes), "tag").map
    assert found.nodes[X].specifies == ("t", "c")
    assert found.nodes["c"].rephrases == (X,)
    inner = make([node("t", specifies=("a",)), node("a"), node("b", specifies=("a",))], thesis="a")
    assert folded(inner, "depth:0").map.nodes["a"].specifies == ()


def test_the_focus_is_a_card_of_its_own():
    map = make(TAGGED, "a -> t", "b -> a", "c -> b", "d -> c")
    found = folded(map, "tag", focus="b")
    assert [*found.map.nodes] == ["t", "a", "b", Y]
    assert found.left_out == 2
    assert [*folded(map, "depth:1", focus="b").map.nodes] == ["t", "a", "b", "c"]


@pytest.mark.parametrize(
    ("fold", "help"),
    [
        ("tags", r"did you mean 'tag'\?"),
        ("depht", r"did you mean 'depth'\?"),
        ("", "write 'tag', 'depth' or 'depth:N'"),
        ("depth:-1", r"did you mean 'depth'\?"),
        ("depth:", "depth"),
        ("depth:٣", "depth"),
        ("depth:" + "9" * 5000, "write 'tag', 'depth'"),
    ],
)
def test_nothing_else_folds(fold, help):
    with pytest.raises(UnknownViewError, match=help):
        view(DEEP, Options(fold=fold))


def test_a_map_that_fits_is_as_it_is():
    found = fitted(DEEP, 6)
    assert found.map is DEEP
    assert found == (DEEP, {}, 0)


def test_a_large_map_is_folded_as_deep_as_fits():
    map = generated(1000)
    found = fitted(map)
    assert 20 < len(found.map.nodes) <= 150
    assert len(found.map.nodes) + sum(found.folded.values()) == 1000
    assert_sound(found.map)


def wide(tags, nodes=40):
    given = [node("t"), *(node(f"n{at}", tags(at)) for at in range(nodes))]
    return make(given, *(f"n{at} -> t" for at in range(nodes)))


@pytest.mark.parametrize(
    ("map", "most", "shown", "behind"),
    [
        (DEEP, 5, "tabde", {"b": 1}),
        (DEEP, 4, "tad", {"a": 2, "d": 1}),
        (DEEP, 2, "t", {"t": 5}),
        (DEEP, 0, "t", {"t": 5}),
        (wide(lambda at: f"x{at % 2}"), 3, "t tag-x0 tag-x1", {"tag-x0": 20, "tag-x1": 20}),
        (wide(lambda at: f"x{at % 2}"), 2, "t", {"t": 40}),
        (wide(lambda at: "x" if at % 2 else ""), 30, "t", {"t": 40}),
        (make("a b c", thesis=""), 2, "abc", {}),
    ],
)  # fmt: skip
def test_by_tag_where_less_than_two_steps_fit(map, most, shown, behind):
    found = fitted(map, most)
    assert ([*found.map.nodes], found.folded) == (shown.split() if " " in shown else [*shown], behind)
    assert_sound(found.map)


def test_a_card_has_no_more_to_say_than_its_steps():
    hidden = Step(id="because", kind=StepKind.SUPPORT, premises=("a",), conclusion="c", scheme="sign", inferred=True)
    (line,) = folded(make(TAGGED, hidden), "tag").map.steps.values()
    assert line == step(f"{X} -> {Y}", "lifted-1")


def test_a_lifted_line_gets_an_id_that_nothing_has():
    nodes = [*TAGGED, node("lifted-1")]
    given = step("t -> lifted-1", "lifted-2"), step("a -> c"), step("c -> e")
    assert [*folded(make(nodes, *given), "tag").map.steps] == ["lifted-2", "lifted-3", "lifted-4"]
