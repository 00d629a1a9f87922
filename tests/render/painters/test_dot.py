"""The DOT output is what Graphviz accepts, without warnings."""

import re
import subprocess
import sys
from importlib.util import find_spec
from xml.etree import ElementTree

import pytest
from render_samples import LIBRARY, MAPS, REFERENCES, SOWING, SOWING_MAPS

from argmap.model import Comparison
from argmap.render import render_comparison, render_map
from argmap.render.typeset.measure import clean

SVG = "{http://www.w3.org/2000/svg}"
# The Graphviz of the wheel, in a process of its own and without pygraphviz's layer over it.
PROGRAM = """
import sys
from importlib.util import find_spec
from types import ModuleType
stub = sys.modules["pygraphviz"] = ModuleType("pygraphviz")
stub.__path__ = [sys.argv[1]]
from pygraphviz import _graphviz
graph, context = _graphviz.agread(sys.stdin, None), _graphviz.gvContextWithBuiltins()
failed = _graphviz.gvLayout(context, graph, b"dot")
status, data = _graphviz.gvRenderData(context, graph, b"svg")
sys.stdout.buffer.write(data)
sys.exit(failed or status)
"""


def _svg(dot: str) -> str:
    package = find_spec("pygraphviz").submodule_search_locations[0]
    words = [sys.executable, "-c", PROGRAM, package]
    done = subprocess.run(words, input=dot.encode(), capture_output=True, check=True, timeout=60)
    # Where it has no fonts it warns that it must guess how wide letters are.
    about_fonts = re.compile("[Ff]ont|no value for width")
    assert [line for line in done.stderr.decode().splitlines() if not about_fonts.search(line)] == []
    return done.stdout.decode()


def _titles(text: str) -> list[str]:
    """The names of the nodes and clusters of Graphviz's picture."""
    groups = ElementTree.fromstring(text).iter(f"{SVG}g")
    return [str(group.findtext(f"{SVG}title")) for group in groups if group.get("class") in ("node", "cluster")]


def _squeezed(text: str) -> str:
    """What a text shows, without its spaces."""
    return re.sub(r"\s", "", clean(text))


@pytest.mark.parametrize("name", MAPS)
def test_maps(name: str):
    picture = render_map(MAPS[name], REFERENCES, "dot")
    assert picture.notice is None
    drawn = _svg(picture.content)
    assert len(_titles(drawn)) >= len(MAPS[name].nodes)
    texts = _squeezed("".join(ElementTree.fromstring(drawn).itertext()))
    assert [id for id, node in MAPS[name].nodes.items() if _squeezed(node.text) not in texts] == []


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
    names = _titles(_svg(render_comparison(comparison, SOWING_MAPS, {}, "dot").content))
    columns, rows = range(len(maps)), range(len(SOWING.topics))
    cells = [f"c{column}r{row}" for column in columns for row in rows]
    assert sorted(names) == sorted([*(f"cluster_{column}" for column in columns), *(f"v{row}" for row in rows), *cells])
