"""What a real browser does with a deep link: it scrolls to the passage, marks it, and marks nothing else."""

from __future__ import annotations

import html
import io
import re
import threading
import unicodedata
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import NamedTuple

import pytest
from needs import REPOSITORY, need
from PIL import Image, ImageChops

from argmap.model import Anchor, Map
from argmap.sources import SourceText
from argmap.sources.link import deep_link
from argmap.sources.page import Page
from argmap.workspace.workspace import Workspace

STYLE = "p{font:16px/30px sans-serif}::target-text{background:rgb(255,0,0);color:rgb(255,0,0)}div{height:1500px}"
# The letters of the paragraphs (white space and soft hyphens are none). Each that may lie between two heights has the
# middle of the top line of pixels of its box on the page, where it has a width.
LETTERS = """([top, bottom]) => [...document.querySelectorAll('p')].flatMap((p) => {
  const walk = document.createTreeWalker(p, NodeFilter.SHOW_TEXT), out = [], all = p.getBoundingClientRect();
  const away = all.bottom + scrollY < top || all.top + scrollY > bottom;
  for (let node; node = walk.nextNode();) {
    for (let at = 0; at < node.length; at += 1) {
      if (/[\\s\\u00ad]/.test(node.data[at])) continue;
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + 1);
      const box = away ? {width: 0} : range.getBoundingClientRect();
      out.push([node.data[at], box.width < 1 ? null : [(box.left + box.right) / 2, box.top + scrollY + 1]]);
    }
  }
  return out;
})"""
WIDTH, HEIGHT = 800, 600


class Seen(NamedTuple):
    """The letters that are marked, how many stand before them, how far the page is scrolled, and where the first is."""

    marked: str = ""
    before: int = 0
    scrolled: float = 0
    top: float = 0


class Site:
    """Pages on a server of this machine, and a browser that opens links to them."""

    def __init__(self, browser) -> None:
        self.pages: dict[str, bytes] = {}
        pages = self.pages

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                self.send_response(200)
                self.send_header("Content-Type", "text/html; charset=utf-8")
                self.end_headers()
                self.wfile.write(pages.get(self.path, b""))

            def log_message(self, *_: object) -> None:
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        self.page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT})

    def put(self, text: str) -> str:
        """The address of a new page of *text*, whose paragraphs blank lines part; there is much room around them."""
        blocks = [html.escape(block) for block in re.split(r"\n\s*\n", text) if block.strip()]
        body = "".join(f"<p>{block}</p>" for block in blocks)
        return self.put_html(f"<div></div>{body}<div></div>")

    def put_html(self, body: str) -> str:
        """The address of a new page with that *body*."""
        path = f"/{len(self.pages)}"
        head = f"<!doctype html><html lang=en><meta charset=utf-8><title>A</title><style>{STYLE}</style>"
        self.pages[path] = f"{head}{body}".encode()
        return f"http://127.0.0.1:{self.server.server_port}{path}"

    def open(self, link: str) -> Seen:
        """What is seen where the link leads."""
        self.page.goto("about:blank")
        self.page.goto(link)
        # The search runs once the page is laid out, and the mark is painted in a later frame.
        self.page.evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
        scrolled = self.page.evaluate("scrollY")
        picture = Image.open(io.BytesIO(self.page.screenshot(full_page=True))).convert("RGB")
        red = ImageChops.subtract(picture.getchannel("R"), picture.getchannel("G")).point(lambda value: value == 255)
        bounds = red.getbbox()
        if bounds is None:
            return Seen(scrolled=scrolled)
        marked: list[tuple[int, str, float]] = []
        for number, (char, place) in enumerate(self.page.evaluate(LETTERS, [bounds[1], bounds[3]])):
            if place is None:  # is marked together with what it stands on
                if marked and marked[-1][0] == number - 1 and unicodedata.category(char) in ("Mn", "Mc"):
                    marked.append((number, char, marked[-1][2]))
            elif red.getpixel((int(place[0]), int(place[1]))):
                marked.append((number, char, place[1]))
        return Seen("".join(char for _, char, _ in marked), marked[0][0], scrolled, marked[0][2])


@pytest.fixture(scope="module")
def site() -> Iterator[Site]:
    chromium = need("chromium")
    sync_api = pytest.importorskip("playwright.sync_api", reason="needs the package playwright: install it")
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        site = Site(browser)
        yield site
        site.server.shutdown()
        site.server.server_close()
        browser.close()


def assert_leads_to(site: Site, link: str | None, text: str, expected: str) -> None:
    """The link scrolls to the passage in brackets in *expected*, a piece of the text, and marks it and nothing else."""
    assert link is not None
    shown = Page(text).shown
    before, passage, after = re.split(r"[\[\]]", expected)
    begin = shown.index(before + passage + after) + len(before)
    seen = site.open(link)
    assert seen.marked == _letters(passage)
    assert seen.before == len(_letters(shown[:begin]))
    assert seen.scrolled > 0
    assert 0 <= seen.top - seen.scrolled < HEIGHT


def _letters(text: str) -> str:
    return "".join(text.split())


TEXT = """\
The city

The city grew. “Don’t wait,” said the mayor — and the city did not wait. It cost £1,000 (a lot), or 50% & more; 7 + 2.

The «city» council’s plan, a 19th‑century one, was paid by the coun\u00adcil, in Łódź: the ﬁrst\u00a0one… ever. Iraq’s \
army left the U.S. then. It was 3.5 times 2′ 7″.

In the end the city grew and the end came.

他说，保护环境很重要。保护环境，是大家的事。

شروط الانسحاب يجب أن تكون واضحة للجميع

Причины этого решения никто не объяснил. ความสัมพันธ์ ระหว่าง สองประเทศ

The city
"""


@pytest.mark.parametrize(
    ("anchor", "expected"),
    [
        ({"start": "said the mayor"}, "[said the mayor]"),
        ({"start": "Don't wait"}, "[Don’t wait]"),
        ({"start": '"Don\'t wait," said'}, "[“Don’t wait,” said]"),
        ({"start": "the mayor - and"}, "[the mayor — and]"),
        ({"start": "£1,000 (a lot), or"}, "[£1,000 (a lot), or]"),
        ({"start": "50% & more; 7 + 2."}, "[50% & more; 7 + 2.]"),
        ({"start": '"city" council\'s'}, "[«city» council’s]"),
        ({"start": "a 19th-century one"}, "[a 19th‑century one]"),
        ({"start": "century"}, "19th‑[century]"),
        ({"start": "the council"}, "[the council]"),
        ({"start": "the first one... ever"}, "[the ﬁrst one… ever]"),
        ({"start": "Łódź"}, "[Łódź]"),
        ({"start": "Iraq"}, "[Iraq’s] army"),
        ({"start": "U.S"}, "[U.S]."),
        ({"start": "2' 7\""}, "[2′ 7″]"),
        ({"start": "the city"}, "and [the city] did"),
        ({"start": "the city", "prefix": "In the end"}, "the end [the city] grew"),
        ({"start": "city", "suffix": "did"}, "and the [city] did"),
        ({"start": "The city", "suffix": "grew"}, "[The city] grew"),
        ({"start": "The city", "prefix": "สองประเทศ"}, "ประเทศ\n[The city]"),
        ({"start": "wait", "prefix": "did not"}, "not [wait]"),
        ({"start": "grew and", "end": "came"}, "[grew and the end came]"),
        ({"start": "army left", "end": "the end"}, "[army left the U.S. then. It was 3.5 times 2′ 7″.\nIn the end]"),
        ({"start": "2' 7\". In the end"}, "[2′ 7″.\nIn the end]"),
        ({"start": "保护环境", "suffix": "是大家的事"}, "[保护环境]，是"),
        ({"start": "他说"}, "[他说]"),
        ({"start": "الانسحاب يجب"}, "[الانسحاب يجب]"),
        ({"start": "этого решения"}, "[этого решения]"),
        ({"start": "ระหว่าง สองประเทศ"}, "[ระหว่าง สองประเทศ]"),
    ],
    ids=range(29),
)
def test_a_link_leads_to_its_passage(site, anchor, expected):
    assert_leads_to(site, deep_link(site.put(TEXT), Anchor(**anchor), Page(TEXT)), TEXT, expected)


def test_without_the_text_an_anchor_s_own_words_lead_there(site):
    link = deep_link(site.put(TEXT), Anchor(start="the city", prefix="end", suffix="grew"))
    assert_leads_to(site, link, TEXT, "the end [the city] grew")


def test_a_fragment_that_the_address_has_is_kept(site):
    address = site.put_html('<div></div><p>The city grew.</p><p id="there">The end came.</p><div></div>')
    assert_leads_to(site, deep_link(f"{address}#there", Anchor(start="city")), "The city grew.", "[city]")
    # Where the words are gone from the page, the browser goes by the fragment.
    assert site.open(deep_link(f"{address}#there", Anchor(start="gone"))).marked == ""
    site.page.wait_for_function("document.getElementById('there').getBoundingClientRect().top === 0")


def test_words_are_found_across_inline_markup_and_not_in_what_is_hidden(site):
    address = site.put_html(
        "<div hidden>the city grew</div><div></div><p>In <i>the</i> <b>ci</b>ty <a href=x>grew</a>.</p><div></div>"
    )
    text = "In the city grew."
    assert_leads_to(site, deep_link(address, Anchor(start="the city grew"), Page(text)), text, "In [the city grew]")


def test_what_the_article_has_and_the_page_does_not_is_not_marked(site):
    assert site.open(deep_link(site.put(TEXT), Anchor(start="no such words"), Page(TEXT))) == Seen()


@pytest.mark.parametrize("key", ["al-monitor-2015", "washington-institute-2024"])
def test_links_lead_into_the_articles_of_our_maps(site, key):
    text = (Path(need("sources")) / f"{key}.txt").read_text("utf-8")
    map = Workspace(REPOSITORY).document(REPOSITORY / "maps" / f"{key}.yaml").content
    assert isinstance(map, Map)
    page, address = Page(text), site.put(text)
    anchors = [anchor for node in map.nodes.values() for anchor in node.at]
    for anchor in anchors[:: len(anchors) // 4]:
        start, end = SourceText(key, text).occurrences(anchor)[0]
        assert_leads_to(site, deep_link(address, anchor, page), text, f"[{SourceText(key, text).text[start:end]}]")
