"""The DOT output is what Graphviz accepts, without warnings."""

import subprocess
from xml.etree import ElementTree

import pytest
from needs import need
from render_samples import LIBRARY, MAPS, REFERENCES, SOWING, SOWING_MAPS

from argmap.model import Comparison
from argmap.render import render_comparison, render_map


def _svg(dot: str) -> str:
    done = subprocess.run([need("dot"), "-Tsvg"], input=dot.encode(), capture_output=True, check=True, timeout=60)
    warnings = [line for line in done.stderr.decode().splitlines() if "ont" not in line]
    assert not warnings
    return done.stdout.decode()


@pytest.mark.parametrize("name", MAPS)
def test_maps(name: str):
    picture = render_map(MAPS[name], REFERENCES, "dot")
    assert picture.notice is None
    ElementTree.fromstring(_svg(picture.content))


def test_a_map_shows_its_texts_and_links():
    text = _svg(render_map(LIBRARY, REFERENCES, "dot").content)
    for words in ("Keep the library open late", "CLAIM · OBJECTION", "+ TOGETHER WITH", "lost2020", "Double with open"):
        assert words in text
    assert 'xlink:href="https://example.org/a?b=1&amp;c=2"' in text
    assert "javascript" not in text


def test_comparisons():
    text = _svg(render_comparison(SOWING, SOWING_MAPS, REFERENCES, "dot").content)
    root = ElementTree.fromstring(text)
    for words in ("Warm soil", "PARTLY", "ONLY A", "not addressed", "Position A · Town 2023"):
        assert words in text.replace("\u00a0", " ")
    assert "\\N\\G {|} &lt;&lt;B&gt;&gt; &amp;amp;" in text.replace("\u00a0", " ")
    lefts = {}
    for group in root.iter("{http://www.w3.org/2000/svg}g"):
        title = group.find("{http://www.w3.org/2000/svg}title")
        texts = list(group.iter("{http://www.w3.org/2000/svg}text"))
        if title is not None and title.text in ("c0r0", "v0", "c1r0"):
            lefts[title.text] = float(texts[0].get("x", ""))
    assert lefts["c0r0"] < lefts["v0"] < lefts["c1r0"]


@pytest.mark.parametrize("maps", [(), ("spring",), ("spring", "autumn", "gone")])
def test_comparisons_of_other_numbers(maps: tuple[str, ...]):
    comparison = Comparison(id="c", maps=maps, topics=SOWING.topics)
    ElementTree.fromstring(_svg(render_comparison(comparison, SOWING_MAPS, {}, "dot").content))
