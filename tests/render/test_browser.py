"""What a real browser shows: no text leaves its card, nothing lies under a card, and all can be read and heard."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace
from importlib import resources

import pytest
from generate import generate
from needs import REPOSITORY, need
from render_samples import HOSTILE, MAPS, REFERENCES, SOWING, SOWING_MAPS

from argmap.formats.native import load
from argmap.model import Map
from argmap.render import render_comparison, render_map
from argmap.workspace.workspace import Workspace

# What is wrong with every figure of a page: texts outside, cards over one another, marks under cards, faint texts.
FAULTS = """() => {
  const out = [], seen = {texts: 0, cards: 0, marks: 0};
  const named = (element) => element.closest('svg').id + ': ' + element.textContent.slice(0, 60);
  const inside = (a, b, slack) => a.left >= b.left - slack && a.right <= b.right + slack
      && a.top >= b.top - slack && a.bottom <= b.bottom + slack;
  const meet = (a, b) => a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1;
  const light = (colour) => {
    const parts = colour.match(/[0-9.]+/g).slice(0, 3).map((part) => part / 255)
        .map((part) => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2];
  };
  for (const svg of document.querySelectorAll('svg.argmap')) {
    const page = svg.getBoundingClientRect();
    const grounds = [...svg.querySelectorAll('rect')].filter((one) => !one.closest('.legend, defs'))
        .map((one) => [one, one.getBoundingClientRect(), getComputedStyle(one).fill])
        .filter(([, , fill]) => fill !== 'none');
    const frames = {'g.card': 'rect.face', 'g.chip': 'rect', 'g.verdict': 'rect'};
    for (const text of svg.querySelectorAll('text')) {
      seen.texts += 1;
      const place = text.getBoundingClientRect();
      if (!inside(place, page, 1)) out.push('outside the figure: ' + named(text));
      for (const [groups, frame] of Object.entries(frames)) {
        const group = text.closest(groups);
        if (group && !text.classList.contains('t-badge')
            && !inside(place, group.querySelector(frame).getBoundingClientRect(), 0.5)) {
          out.push('outside ' + groups + ': ' + named(text));
        }
      }
      const x = (place.left + place.right) / 2, y = (place.top + place.bottom) / 2;
      const under = grounds.filter(([one, box]) => box.left <= x && x <= box.right && box.top <= y && y <= box.bottom
          && one.compareDocumentPosition(text) & Node.DOCUMENT_POSITION_FOLLOWING).at(-1);
      const [dark, bright] = [light(under[2]), light(getComputedStyle(text).fill)].sort((a, b) => a - b);
      const ratio = (bright + 0.05) / (dark + 0.05);
      if (ratio < 4.5) out.push('contrast ' + ratio.toFixed(2) + ': ' + named(text));
    }
    const cards = [...svg.querySelectorAll('g.card > rect.face')].map((one) => [one, one.getBoundingClientRect()]);
    seen.cards += cards.length;
    cards.sort((a, b) => a[1].top - b[1].top);
    cards.forEach(([one, box], at) => {
      for (let next = at + 1; next < cards.length && cards[next][1].top < box.bottom; next += 1) {
        if (meet(box, cards[next][1])) out.push('over one another: ' + named(one.parentNode));
      }
    });
    for (const mark of svg.querySelectorAll('rect.mark')) {
      seen.marks += 1;
      const box = mark.getBoundingClientRect();
      if (cards.some(([, card]) => meet(box, card))) out.push('a mark under a card in ' + svg.id);
    }
  }
  return [seen, out];
}"""

SCRIPTS = [
    "شروط الانسحاب يجب أن تكون واضحة للجميع قبل بدء المفاوضات",
    "בין ירושלים לבגדאד אין הסכם על חלוקת המים",
    "这是一个没有空格的很长的句子，它必须在卡片里换行，而且标点不能在行首。",
    "日本語の文章は、助詞や句読点で改行される（はずです）。",
    "협정은 두 나라의 이익을 모두 지켜야 한다",
    "ความสัมพันธ์ระหว่างสองประเทศควรได้รับการทบทวน",
    "Причины этого решения никто не объяснил",
    "Οι λόγοι της απόφασης δεν εξηγήθηκαν ποτέ",
    "🚀👩‍👩‍👧‍👦🇮🇶 all of it 👍🏽 and more",
    "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft " * 3,
    "W" * 300,
    "i" * 300,
    "",
    "https://example.org/a/very/long/path/that/has/no/spaces/but/many/slashes/and-hyphens_and.dots?x=1&y=2",
    HOSTILE,
    "e\u0301" * 80,
]


def generated(seed: int) -> Map:
    """A small map with texts of many scripts and odd kinds."""
    chance = random.Random(seed)
    content = load(generate(chance.randint(1, 14), seed), "").content
    assert isinstance(content, Map)
    nodes = {
        id: replace(
            node,
            text=chance.choice(SCRIPTS) if chance.random() < 0.3 else node.text,
            tags=tuple(chance.sample(["one", "two", "three", "four"], chance.randint(0, 4))),
            implicit=chance.random() < 0.1,
        )
        for id, node in content.nodes.items()
    }
    return replace(content, id=f"g{seed}", nodes=nodes, lang=chance.choice(["en", "de", "ar", "fr", "es", None]))


def real() -> dict[str, str]:
    """The pictures of this repository's maps."""
    workspace = Workspace(REPOSITORY)
    found = {}
    for path in workspace.map_files():
        document = workspace.document(path)
        content = document.content
        if isinstance(content, Map):
            found[path.stem] = render_map(content, REFERENCES, "svg").content
        elif content is not None:
            found[path.stem] = render_comparison(content, workspace.compared(content, document), {}, "svg").content
    return found


def samples() -> dict[str, str]:
    """The pictures of the tests' own maps."""
    found = {name: render_map(map, REFERENCES, "svg").content for name, map in MAPS.items()}
    return found | {"sowing": render_comparison(SOWING, SOWING_MAPS, REFERENCES, "svg").content}


@pytest.fixture(scope="module")
def browser() -> Iterator[object]:
    chromium = need("chromium")
    sync_api = pytest.importorskip("playwright.sync_api", reason="needs the package playwright: install it")
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        yield browser
        browser.close()


def shown(browser, figures: list[str], scheme: str):
    """A page with the figures, for a reader who likes light or dark."""
    page = browser.new_page(color_scheme=scheme, viewport={"width": 1600, "height": 1200})
    page.on("dialog", lambda dialog: pytest.fail(f"a script ran: {dialog.message}"))
    page.on("request", lambda request: pytest.fail(f"something was loaded: {request.url}"))
    body = "".join(f"<div>{figure}</div>" for figure in figures)
    page.set_content(f"<!doctype html><html lang=en><meta charset=utf-8><title>Figures</title><main>{body}</main>")
    return page


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("make", [real, samples])
def test_figures_are_without_faults(browser, make, scheme):
    page = shown(browser, list(make().values()), scheme)
    seen, faults = page.evaluate(FAULTS)
    page.close()
    assert seen["texts"] > seen["cards"] > seen["marks"] > 0
    assert faults == []


@pytest.mark.parametrize("first", range(0, 200, 25))
def test_two_hundred_generated_maps_are_without_faults(browser, first):
    maps = [generated(seed) for seed in range(first, first + 25)]
    page = shown(
        browser, [render_map(map, {}, "svg").content for map in maps], random.Random(first).choice(["light", "dark"])
    )
    seen, faults = page.evaluate(FAULTS)
    page.close()
    assert seen["cards"] == sum(len(map.nodes) for map in maps)
    assert faults == []


@pytest.mark.parametrize("make", [real, samples])
def test_axe_finds_nothing_serious(browser, make):
    pytest.importorskip("axe_playwright_python", reason="needs the package axe-playwright-python: install it")
    axe = (resources.files("axe_playwright_python") / "axe.min.js").read_text("utf-8")
    page = shown(browser, list(make().values()), "light")
    page.evaluate(axe)
    found = page.evaluate(
        "async () => (await axe.run()).violations.map((one) => [one.impact, one.id, one.nodes.length])"
    )
    page.close()
    assert [one for one in found if one[0] in ("serious", "critical")] == []


def test_each_figure_keeps_its_own_look_beside_another(browser):
    """Two figures on one page share neither ids nor styles."""
    from argmap.render import appearance_of

    dark, light = (
        render_map(replace(generated(1), id=name), {}, "svg", look=appearance_of(generated(1), name)).content
        for name in ("dark", "light")
    )
    page = shown(browser, [dark, light], "light")
    colours = page.evaluate("[...document.querySelectorAll('svg > rect')].map((one) => getComputedStyle(one).fill)")
    doubled = page.evaluate(
        "(() => { const all = [...document.querySelectorAll('[id]')].map((one) => one.id);"
        " return all.length - new Set(all).size })()"
    )
    page.close()
    assert colours == ["rgb(16, 23, 30)", "rgb(244, 246, 248)"]
    assert doubled == 0
