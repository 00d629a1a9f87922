"""The dots of tags beside the heading of a card."""

import pytest

from argmap.model import Map, Node, NodeType
from argmap.render import appearance_of
from argmap.render.scene.card import Drawn, card
from argmap.render.scene.theme import DOT
from argmap.render.scene.words import languages
from argmap.render.typeset.measure import width
from argmap.weigh.weight import Weight

TAGS = ("north", "south", "east", "west")


@pytest.mark.parametrize("lang", languages())
@pytest.mark.parametrize("type", NodeType)
@pytest.mark.parametrize("role", [None, "objection", "rebuttal"])
@pytest.mark.parametrize("status", [None, "undecided"])
def test_no_dot_stands_on_the_heading(lang: str, type: NodeType, role: str | None, status: str | None):
    node = Node(id="a", type=type, text="It rains.", tags=TAGS)
    look = appearance_of(Map(id="m", lang=lang))
    weights = {"a": Weight("a", type.value, status, "nothing decides it", 0.5)} if status else {}
    wide = look.theme.sizes["card"]
    drawn = card(node, "a", Drawn(look, {}, {}, tags=TAGS, weights=weights), wide=wide, role=role)
    style = look.theme.types[drawn.heading.type]
    end = drawn.heading.x + width(drawn.heading.text, style.size, style.face, style.spacing)
    dots_begin = wide - 14 - 4 - 3.5 - DOT * (len(drawn.tags) - 1)
    assert not drawn.tags or end <= dots_begin
    assert drawn.tags == tuple(range(len(drawn.tags)))
    if (lang, role, status) == ("en", None, None):
        assert len(drawn.tags) == len(TAGS)
