"""Drawing, notebooks and graphs from Python."""

from __future__ import annotations

import re
import sys
import warnings
import xml.etree.ElementTree as ElementTree

import pytest
from generate import generate
from needs import REPOSITORY

import argmap


@pytest.fixture(autouse=True)
def _here(monkeypatch):
    monkeypatch.chdir(REPOSITORY)


def test_a_document_comes_with_the_references_of_its_workspace():
    document = argmap.load("al-monitor-2015")
    references = argmap.read_bibliography("references.bib")
    assert argmap.render(document) == argmap.render(document.map, bibliography=references)
    assert argmap.render(document) != argmap.render(document.map)
    assert argmap.render_bytes(document, "svg").decode() == argmap.render(document)


def test_a_part_and_findings_and_status_are_drawn():
    document = argmap.load("al-monitor-2015")
    part = argmap.render(document, only=["evidence"])
    assert "11 statements of 61" in part
    view = argmap.view(document.map, only=["evidence"])
    assert argmap.render(view).count('class="card"') == len(view.map.nodes) == 11
    # a view may be drawn without the map that it is of: then it says nothing of what is left out
    assert "of 61" not in argmap.render(view)
    found = argmap.check(document)
    assert found[0].code in argmap.render(document, findings=found)
    assert "strength 0.94" in argmap.render(document, status=True)


def test_a_large_map_is_folded_with_a_warning():
    map = argmap.loads(generate(200)).map
    with pytest.warns(argmap.RenderWarning, match="folded into"):
        argmap.render(map)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert argmap.render(map, all=True).count('class="card"') == 200


def test_a_comparison_is_drawn_with_its_maps():
    document = argmap.load("iraq-2015-2024")
    maps = [argmap.load(id).map for id in document.comparison.maps]
    for to in ("text", "md", "csv"):
        assert (
            argmap.render(document, to).splitlines()[0]
            == argmap.render(document.comparison, to, maps=maps).splitlines()[0]
        )
    references = argmap.read_bibliography("references.bib")
    assert argmap.render(document) == argmap.render(
        document.comparison, maps={map.id: map for map in maps}, bibliography=references
    )


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"to": "png"}, "use render_bytes"),
        ({"to": "md"}, "choose one of dot, pdf, png, svg"),
        ({"theme": "drak"}, "drak"),
        ({"theme": "none.toml"}, "no such file"),
        ({"lang": "xx"}, "xx"),
        ({"focus": "nobody"}, "no node has the id 'nobody'"),
        ({"fold": "width"}, "cannot fold by 'width'"),
    ],
)
def test_what_cannot_be_drawn_is_said(options, message):
    with pytest.raises(argmap.ArgmapError, match=re.escape(message)):
        argmap.render(argmap.load("al-monitor-2015"), **options)


@pytest.mark.parametrize("name", ["al-monitor-2015", "iraq-2015-2024"])
def test_what_a_notebook_shows_is_inert(name):
    document = argmap.load(name)
    for shown in (document, document.content):
        bundle = shown._repr_mimebundle_(include=None, exclude=None)
        assert set(bundle) == {"image/svg+xml", "text/plain"}
        root = ElementTree.fromstring(bundle["image/svg+xml"])
        for element in root.iter():
            assert element.tag.rpartition("}")[2] not in (
                "script",
                "foreignObject",
                "image",
                "iframe",
                "object",
                "use_",
            )
            for key, value in element.attrib.items():
                assert not key.lower().startswith("on")
                if key.endswith("href"):
                    assert value.startswith(("https://", "http://", "#"))
        assert not re.search(r"url\((?!#)|@import", bundle["image/svg+xml"])
        assert bundle["text/plain"].strip()


def test_a_comparison_by_itself_shows_ids_and_no_silence_that_is_not_there():
    comparison = argmap.load("iraq-2015-2024").comparison
    svg = comparison._repr_mimebundle_()["image/svg+xml"]
    topic = next(topic for topic in comparison.topics.values() if all(topic.positions.values()))
    shown = " ".join(re.sub(r"<[^>]*>", " ", svg).split()).replace("- ", "-")
    for nodes in topic.positions.values():
        assert nodes[0] in shown


def test_a_document_that_cannot_be_read_shows_itself_as_text():
    assert argmap.loads("argmap: 1\nmap: [")._repr_mimebundle_() == {"text/plain": "<Document <text>>"}


def test_a_map_becomes_a_graph():
    text = """\
argmap: 1
map: m
thesis: a
nodes:
  a: {claim: A, supported_by: [{premises: [b, c], id: s, warrant: w}], attacked_by: {premises: d, outweighed: b}}
  b: {evidence: B, kind: event}
  c: {claim: C, specifies: a}
  d: {claim: D, supported_by: gone}
  w: {claim: W, rephrases: c}
steps:
  - {contradict: [b, d]}
"""
    map = argmap.loads(text).map
    graph = map.to_networkx()
    assert graph.graph == {"id": "m", "title": None, "source": None, "thesis": ("a",)}
    kinds = {
        kind: {name for name, each in graph.nodes(data="kind") if each == kind} for kind in ("node", "step", "missing")
    }
    assert kinds == {"node": set("abcdw"), "step": set(map.steps), "missing": {"gone"}}
    assert graph.nodes["b"]["evidence_kind"] == "event"
    assert graph.nodes["s"]["step_kind"] == "support"
    assert graph.nodes["a"]["text"] == "A"
    edges = set(graph.edges(data="role"))
    attack = next(step.id for step in map.steps.values() if step.kind == "attack")
    assert edges >= {
        ("b", "s", "premise"), ("c", "s", "premise"), ("w", "s", "warrant"), ("s", "a", "conclusion"),
        ("d", attack, "premise"), (attack, "a", "conclusion"), ("b", attack, "outweighs"),
        ("c", "a", "specifies"), ("w", "c", "rephrases"),
    }  # fmt: skip
    assert graph.number_of_edges() == 9 + 2 + 2


def test_a_graph_takes_an_extra(monkeypatch):
    monkeypatch.setitem(sys.modules, "networkx", None)
    map = argmap.loads("argmap: 1\nmap: m\nnodes: {a: {claim: A}}\n").map
    with pytest.raises(argmap.ArgmapError, match=r"to_networkx needs the extra 'networkx': pip install"):
        map.to_networkx()
