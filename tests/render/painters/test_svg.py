"""The SVG: well-formed, complete, safe, the same for the same input, and readable without colour."""

import os
import re
import subprocess
import sys
from dataclasses import replace
from xml.etree import ElementTree

import pytest
from hypothesis import given
from needs import REPOSITORY
from render_samples import HOSTILE, LIBRARY, MAPS, REFERENCES, SHARED, SOWING, SOWING_MAPS, claims, make, node, step
from strategies import comparisons, maps

from argmap.compare import align
from argmap.model import Comparison, Map
from argmap.render import FORMATS, ReferenceLabel, appearance_of, render_comparison, render_map
from argmap.render.scene.card import Drawn, card
from argmap.render.scene.theme import PAD
from argmap.render.shapes.glyphs import CONNECTORS, HEADS, STROKES, VERDICTS
from argmap.render.typeset.measure import width

SVG = "{http://www.w3.org/2000/svg}"


def _map(map: Map, references: dict[str, ReferenceLabel] = REFERENCES) -> ElementTree.Element:
    return ElementTree.fromstring(render_map(map, references, "svg").content)


def _by_class(root: ElementTree.Element, name: str) -> list[ElementTree.Element]:
    return [element for element in root.iter() if name in element.get("class", "").split()]


@pytest.mark.parametrize("name", MAPS)
def test_every_node_is_a_card_and_ids_are_unique(name: str):
    root = _map(MAPS[name])
    assert len(_by_class(root, "card")) == len(MAPS[name].nodes)
    ids = [element.get("id") for element in root.iter() if element.get("id")]
    assert len(ids) == len(set(ids))
    assert root.get("role") == "graphics-document"


def test_cards_say_type_text_actor_and_citation():
    cards = {one.get("id"): " ".join(one.itertext()) for one in _by_class(_map(LIBRARY), "card")}
    assert "CLAIM · OBJECTION" in cards["argmap--library--money"]
    assert "CLAIM · REBUTTAL" in cards["argmap--library--february"]
    assert "M. Ayor and nobody\u00a0· conceded" in cards["argmap--library--money"]
    assert "M. Ayor, then teacher" in cards["argmap--library--school"]
    assert "for Town council" in cards["argmap--library--open-late"]
    assert "possible" in cards["argmap--library--exams"]
    assert "implicit" in cards["argmap--library--all-year"]
    assert "March\u00a02022" in cards["argmap--library--machines"]
    assert "Moss & Reed 2021, p. 12" in cards["argmap--library--bedroom"]
    assert "lost2020" in cards["argmap--library--unknown"]


def test_chips_link_to_references_and_to_nothing_unsafe():
    links = [link.get("href") for link in _map(LIBRARY).iter(f"{SVG}a")]
    assert sorted(links) == ["https://doi.org/10.1000/xyz(1)", "https://example.org/a?b=1&c=2"]


def test_the_legend_shows_what_occurs_and_nothing_else():
    library = " ".join(" ".join(one.itertext()) for one in _by_class(_map(LIBRARY), "legend"))
    for words in ("Claim", "Question", "Rebuttal", "supports", "explains", "licenses the step", "Implicit", "Joined"):
        assert words in library
    shared = " ".join(" ".join(one.itertext()) for one in _by_class(_map(SHARED), "legend"))
    for words in ("explains", "Evidence", "Implicit", "Question", "licenses"):
        assert words not in shared


def test_steps_are_told_apart_without_colour():
    looks = {kind: (stroke.dashes, stroke.head, stroke.double, stroke.both) for kind, stroke in STROKES.items()}
    assert len(set(looks.values())) == len(looks)
    strong = [looks[kind] for kind in ("support", "attack", "undercut", "explain", "contradict")]
    assert len({head for _, head, _, _ in strong}) == len({(dashes, double) for dashes, _, double, _ in strong}) == 5
    assert len({head.path for head in HEADS.values()}) == len(HEADS)
    assert len(set(VERDICTS)) >= len(CONNECTORS)


def test_every_step_is_drawn_with_its_head():
    root = _map(LIBRARY)
    for kind, count in {"support": 9, "attack": 2, "undercut": 3, "explain": 1, "contradict": 1, "warrant": 1}.items():
        assert len(_by_class(root, kind)) == count, kind
    assert len(_by_class(root, "triangle")) == 6 + 1  # one of them in the legend
    assert len(_by_class(root, "bars")) == 2 + 2
    assert len(_by_class(root, "junction")) == 3 + 1
    assert "outweighed" in [text.text for text in root.iter(f"{SVG}text")]
    assert "+ TOGETHER WITH" in [text.text for text in root.iter(f"{SVG}text")]


def test_linked_premises_used_elsewhere_join_in_a_plus():
    root = _map(SHARED)
    assert [text.text for text in root.iter(f"{SVG}text")].count("+ TOGETHER WITH") == 1  # those of the attack
    assert len(_by_class(root, "linked")) == 3 + 1


def test_hostile_texts_stay_texts():
    about = {f"{{http://purl.org/dc/terms/}}{term}" for term in ("title", "language", "identifier")}
    drawn = _map(MAPS["broken"], {HOSTILE: ReferenceLabel(HOSTILE, HOSTILE)})
    for root in (drawn, ElementTree.fromstring(render_comparison(SOWING, SOWING_MAPS, {}, "svg").content)):
        assert {element.tag.removeprefix(SVG) for element in root.iter()} <= {
            *about,
            *("svg", "title", "desc", "metadata", "style", "defs", "use", "rect"),
            *("text", "tspan", "g", "path", "circle"),
        }
        assert not [name for element in root.iter() for name in element.attrib if name.startswith("on")]


@pytest.mark.parametrize(
    "steps",
    [
        [step("contradict", ("a", "b"), None, warrant=("c",))],
        [step("contradict", ("a", "b", "c"), None, id="s"), step("undercut", "d", "s")],
        [step("prefer", "gone", "other", id="p"), step("undercut", "a", "p")],
        [
            step("contradict", ("c", "a"), None, id="s"),
            step("support", "a", "b", id="t"),
            step("prefer", "s", "t", id="p"),
            step("prefer", "p", "t", id="q"),
        ],
    ],
)
def test_what_hits_a_step_is_drawn_where_the_step_is(steps):
    root = _map(claims("abcd", steps))
    assert len(_by_class(root, "card")) == 4
    assert (len(_by_class(root, "contradict")) > 1) == (steps[0].kind == "contradict")


@pytest.mark.parametrize("piece", ["word ", "W", "漢", "ن", "\u0301", "👩‍👩‍👧", "]]><script>", "\u202e\u2066"])
def test_a_text_of_a_hundred_thousand_characters_makes_one_card_of_bounded_height(piece):
    text = (piece * 100_000)[:100_000]
    map = make([node("a", "claim", text), node("b", "claim", "B")], [step("support", "a", "b")], thesis=("a",))
    root = _map(map)
    (face,) = _by_class(_by_class(root, "card")[0], "face")
    assert float(face.get("height", "")) < 2000
    assert len(_by_class(root, "step")) == 1


@pytest.mark.parametrize("name", MAPS)
def test_every_card_and_line_has_a_title_and_a_description(name: str):
    root = _map(MAPS[name])
    for one in (*_by_class(root, "card"), *_by_class(root, "step")):
        title, described = one.find(f"{SVG}title"), one.find(f"{SVG}desc")
        assert title is not None and title.text
        assert described is not None and described.text


@given(maps())
def test_any_map_is_drawn(map: Map):
    root = _map(map)
    assert len(_by_class(root, "card")) == len(map.nodes)


@given(maps())
def test_texts_never_leave_their_card(map: Map):
    drawn_as = Drawn(appearance_of(map), map.actors, {})
    wide = drawn_as.look.theme.sizes["card"]
    for one in map.nodes.values():
        for role in (None, "objection", "rebuttal"):
            drawn = card(one, one.id, drawn_as, wide=wide, role=role, thesis=role is None)
            right = drawn.width - PAD / 2
            for line in (drawn.heading, *drawn.body, *drawn.detail):
                style = drawn_as.look.theme.types[line.type]
                long = width(line.text, style.size, style.face, style.spacing)
                assert (line.x - long >= PAD if line.rtl else line.x + long <= right) or len(line.text) == 1
                assert 0 < line.y < drawn.height
            assert all(chip.x + chip.width <= right and chip.y < drawn.height - 18 for chip in drawn.chips)


@given(comparisons(), maps())
def test_any_comparison_is_drawn(comparison: Comparison, map: Map):
    said = dict.fromkeys(comparison.maps[:1], (*map.nodes,)[:2])
    topics = {id: replace(topic, positions=said) for id, topic in comparison.topics.items()}
    comparison = replace(comparison, topics=topics)
    maps = dict.fromkeys(said, map)
    root = ElementTree.fromstring(render_comparison(comparison, maps, {}, "svg").content)
    rows = align(comparison, maps)
    positions = [position for row in rows for position in row.positions]
    assert len(_by_class(root, "panel")) == len(set(comparison.maps))
    assert len(_by_class(root, "card")) == sum(len(position.nodes) for position in positions)
    assert len(_by_class(root, "ghost")) == sum(not position.nodes for position in positions)
    assert len(_by_class(root, "verdict")) == sum(len(row.judgements) for row in rows)


def test_a_comparison_shows_topics_verdicts_notes_and_silence():
    root = ElementTree.fromstring(render_comparison(SOWING, SOWING_MAPS, REFERENCES, "svg").content)
    texts = [text.text for text in root.iter(f"{SVG}text")]
    for words in ("Warm soil", "PARTLY", "ONLY A", "ONLY B", "NOT ADDRESSED", "NOT JUDGED", "DIFFER", "EVOLVED"):
        assert words in texts
    assert "the season" in texts
    counts = "1 agreed, 1 partly, 1 differ, 1 evolved, 2 raised by one side only, 1 raised by none, 1 not judged"
    assert f"6 topics, 8 aspects: {counts}" in texts
    assert "Position A · Town 2023" in texts
    assert texts.count("not addressed") == len(_by_class(root, "ghost")) == 4
    assert len(_by_class(root, "card")) == 9
    assert len(_by_class(root, "verdict")) == 8
    assert len(_by_class(root, "panel")) == 2


def test_rows_are_aligned_and_pills_hit_by_their_connectors():
    root = ElementTree.fromstring(render_comparison(SOWING, SOWING_MAPS, REFERENCES, "svg").content)
    middles = [
        float(pill[0].get("y", "")) + float(pill[0].get("height", "")) / 2 for pill in _by_class(root, "verdict")
    ]
    for connector in _by_class(root, "connector"):
        _, y = re.findall(r"[\d.]+", connector.get("d", ""))[:2]
        assert float(y) in middles


def test_three_maps_and_a_missing_one():
    comparison = Comparison(id="c", maps=("spring", "autumn", "gone"), topics=SOWING.topics)
    root = ElementTree.fromstring(render_comparison(comparison, SOWING_MAPS, {}, "svg").content)
    assert len(_by_class(root, "panel")) == 3
    assert "PARTLY A–B" in [text.text for text in root.iter(f"{SVG}text")]


def test_same_input_same_bytes_whatever_the_hash_seed():
    code = (
        "import sys; sys.path.insert(0, sys.argv[1])\n"
        "from render_samples import *\nfrom argmap.render import render_map, render_comparison\n"
        "for map in MAPS.values():\n    for to in ('svg', 'dot'):\n"
        "        sys.stdout.write(ascii(render_map(map, REFERENCES, to).content))\n"
        "sys.stdout.write(ascii(render_comparison(SOWING, SOWING_MAPS, REFERENCES, 'svg').content))\n"
    )
    runs = {
        subprocess.run(
            [sys.executable, "-c", code, str(REPOSITORY / "tests/helpers")],
            env=os.environ | {"PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(runs) == 1
    assert len(runs.pop()) > 10_000


def test_painters_are_found_by_name():
    assert sorted(FORMATS) == ["dot", "pdf", "png", "svg"]
    for unknown in ("bmp", "layout", "../svg", "svg.x", "__init__", ""):
        with pytest.raises(ValueError, match="choose one of dot, pdf, png, svg"):
            render_map(make([node("a", "claim", "A")]), {}, unknown)
