"""A view of some nodes: of a type, of a tag, by somebody."""

from dataclasses import replace

import pytest
from view_samples import arrows, assert_sound, make, node

from argmap.model import Actor, NodeType
from argmap.views import Options, UnknownViewError, view

MAP = replace(
    make(
        [
            node("t", "partnership"),
            node("a", "partnership iran", by=("abadi",)),
            node("b", "iran", type=NodeType.EVIDENCE, by=("bayati", "abadi")),
            node("c", "iran", by=("bayati",), specifies=("t",)),
            node("d", type=NodeType.EVIDENCE),
        ],
        "a -> t",
        "b -> a",
        "c+d -> a",
        "c -> a",
    ),
    actors={"iran": Actor(name="Iran"), "abadi": Actor(name="Abadi")},
)


@pytest.mark.parametrize(
    ("only", "nodes", "steps"),
    [
        (("claim",), "tac", ["a->t", "c->a"]),
        (("type:evidence",), "bd", []),
        (("partnership",), "ta", ["a->t"]),
        (("tag:iran",), "abc", ["b->a", "c->a"]),
        (("by:iran",), "", []),
        (("abadi",), "ab", ["b->a"]),
        (("abadi", "bayati"), "abc", ["b->a", "c->a"]),
        (("claim", "evidence"), "tabcd", ["a->t", "b->a", "c+d->a", "c->a"]),
        (("claim", "by:bayati", "tag:iran"), "c", []),
    ],
)
def test_sorts_are_combined_and_of_one_sort_any_will_do(only, nodes, steps):
    found = view(MAP, Options(only=only))
    assert "".join(found.map.nodes) == nodes
    assert arrows(found.map) == steps
    assert found.left_out == 5 - len(nodes)
    assert found.map.thesis == (("t",) if "t" in nodes else ())
    assert_sound(found.map)


def test_a_node_that_is_left_out_is_named_nowhere():
    assert view(MAP, Options(only=("by:bayati",))).map.nodes["c"].specifies == ()


def test_the_focus_is_shown_whatever_its_type():
    found = view(MAP, Options(focus="t", depth=2, only=("evidence",))).map
    assert "".join(found.nodes) == "tbd"
    assert found.thesis == ("t",)


@pytest.mark.parametrize(
    ("selector", "words"),
    [
        ("iran", r"^'iran' is a tag and an actor; write 'tag:iran' or 'by:iran'$"),
        ("claims", r"^'claims' is not a type, tag or actor of the map; did you mean 'claim'\?"),
        ("partnershp", r"did you mean 'partnership'\?"),
        ("tag:irna", r"did you mean 'tag:iran'\?"),
        ("by:partnership", r"did you mean 'partnership'\?"),
        ("nobody", r"^'nobody' is not a type, tag or actor of the map; write a node type, 'tag:TAG' or 'by:ACTOR'$"),
        ("", "^'' is not a type"),
        (":", "^':' is not a type"),
    ],
)
def test_what_means_nothing_or_too_much_is_refused(selector, words):
    with pytest.raises(UnknownViewError, match=words):
        view(MAP, Options(only=("claim", selector)))


def test_a_tag_that_is_called_like_a_type_is_told_from_it():
    map = make([node("t", "evidence"), node("e", type=NodeType.EVIDENCE)])
    with pytest.raises(UnknownViewError, match="write 'type:evidence' or 'tag:evidence'"):
        view(map, Options(only=("evidence",)))
    assert [*view(map, Options(only=("tag:evidence",))).map.nodes] == ["t"]
