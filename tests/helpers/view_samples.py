"""Maps to look at, in short: nodes by a letter, steps as ``a+b->c``. Their content is invented."""

from __future__ import annotations

from typing import Any

from generate import generate
from hypothesis import strategies as st
from strategies import maps, steps

from argmap.formats.native import load
from argmap.formats.native.write.dump import dump
from argmap.model import Map, Node, NodeType, Step, StepKind
from argmap.model.step import is_unnamed, unnamed_id

KINDS = {"->": "support", "-x>": "attack", "-o>": "undercut", "=>": "explain", "><": "contradict", ">>": "prefer"}


def node(id: str, tags: str = "", **fields: Any) -> Node:
    """A claim with these tags."""
    return Node(**({"id": id, "type": NodeType.CLAIM, "text": f"Text of {id}", "tags": tuple(tags.split())} | fields))


def step(arrow: str, id: str | None = None, **fields: Any) -> Step:
    """A step written ``a+b -> c``: its premises, how it leads, and to what."""
    left, mark, right = arrow.split(" ")
    kind = StepKind(KINDS[mark])
    both = kind is StepKind.CONTRADICT
    premises = tuple(f"{left}+{right}".split("+") if both else left.split("+"))
    conclusion = None if both else right
    made = id or unnamed_id(kind, premises, conclusion)
    return Step(id=made, kind=kind, premises=premises, conclusion=conclusion, **fields)


def make(nodes: str | list[Node], *arrows: str | Step, thesis: str = "t") -> Map:
    """A map of *nodes*, letters or whole ones, and steps, as written for :func:`step` or whole ones."""
    given = [node(id) for id in nodes.split()] if isinstance(nodes, str) else nodes
    drawn = [step(arrow) if isinstance(arrow, str) else arrow for arrow in arrows]
    return Map(
        id="m",
        thesis=tuple(thesis.split()),
        nodes={one.id: one for one in given},
        steps={one.id: one for one in drawn},
    )


def generated(nodes: int) -> Map:
    """A map of *nodes* nodes as people write them."""
    content = load(generate(nodes), "generated.yaml").content
    assert isinstance(content, Map)
    return content


def lines(map: Map) -> dict[str, Step]:
    """The steps of a map by their ids; a lifted one by what it connects, as if nobody had named it."""
    names: dict[str, str] = {}
    for one in map.steps.values():
        premises = tuple(names.get(premise, premise) for premise in one.premises)
        conclusion = names.get(one.conclusion or "", one.conclusion)
        made = is_unnamed(one) or one.id.startswith("lifted-")
        names[one.id] = unnamed_id(one.kind, premises, conclusion, names.values()) if made else one.id
    return {names[id]: one for id, one in map.steps.items()}


def arrows(map: Map) -> list[str]:
    """The steps of a map as :func:`lines` calls them."""
    return sorted(lines(map))


def assert_sound(map: Map) -> None:
    """Fails unless every id that the map names is there, and the map can be written and read again."""
    names = [*map.thesis]
    for one in map.nodes.values():
        names += [*one.specifies, *one.rephrases]
    for one in map.steps.values():
        names += [*one.warrant, *one.outweighed_by]
    assert set(names) <= map.nodes.keys()
    for id, one in map.steps.items():
        assert id == one.id
        assert one.premises
        assert {*one.premises, *([] if one.conclusion is None else [one.conclusion])} <= map.nodes.keys() | map.steps
    document = load(dump(map), "map.yaml")
    assert document.faults == ()
    assert document.content == map


@st.composite
def webs(draw: st.DrawFn) -> Map:
    """A map with more nodes and steps than :func:`strategies.maps` makes, of fewer words: what matters is its shape."""
    ids = [f"n{at}" for at in range(draw(st.integers(0, 9)))]
    names = st.sampled_from([*ids, "dangling"])
    some = st.just(()) | st.lists(names, max_size=2).map(tuple)
    tags = st.lists(st.sampled_from(["iraq", "trade", "n1"]), max_size=2).map(" ".join)
    by = st.sampled_from([(), (), ("abadi",), ("iraq",)])
    nodes = {
        id: node(id, draw(tags), type=draw(st.sampled_from(NodeType)), by=draw(by), specifies=draw(some)) for id in ids
    }
    found: dict[str, Step] = {}
    for _ in range(draw(st.integers(0, 14)) if ids else 0):
        kind = draw(st.sampled_from(StepKind))
        both = kind is StepKind.CONTRADICT
        upon = st.sampled_from([*found, *ids]) if kind in (StepKind.UNDERCUT, StepKind.PREFER) else names
        least, most = (2, 3) if both else (1, 1) if kind is StepKind.PREFER else (1, 2)
        first = upon if kind is StepKind.PREFER else names
        premises = tuple(draw(st.lists(first, min_size=least, max_size=most)))
        conclusion = None if both else draw(upon)
        id = unnamed_id(kind, premises, conclusion, found)
        found[id] = Step(
            id=id,
            kind=kind,
            premises=premises,
            conclusion=conclusion,
            warrant=draw(some),
            outweighed=kind is StepKind.ATTACK and draw(st.booleans()),
            note="stated",
        )
    return Map(id="web", thesis=draw(some), nodes=nodes, steps=found)


@st.composite
def tangles(draw: st.DrawFn) -> Map:
    """A map whose steps are upon one another, on themselves, and on what is not there."""
    ids = ["a", "b", "c", "d"]
    nodes = {id: node(id, draw(st.sampled_from(["", "x", "y"]))) for id in ids}
    return Map(id="tangle", thesis=("a",), nodes=nodes, steps=draw(steps(ids)))


any_map = maps() | webs() | tangles()
