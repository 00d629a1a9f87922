"""In a real browser no text leaves its card or pill."""

from collections.abc import Iterator

import pytest
from conftest import need
from render_samples import MAPS, REFERENCES, SOWING, SOWING_MAPS

from argmap.render import render_comparison, render_map

OVERFLOW = """() => {
  const out = [];
  const within = (groups, frame) => {
    for (const group of document.querySelectorAll(groups)) {
      const box = group.querySelector(frame).getBBox();
      for (const text of group.querySelectorAll('text')) {
        const line = text.getBBox();
        if (line.x < box.x || line.x + line.width > box.x + box.width
            || line.y < box.y || line.y + line.height > box.y + box.height) out.push(text.textContent);
      }
    }
  };
  within('g.card', 'rect.face');
  within('g.chip', 'rect');
  within('g.verdict', 'rect');
  const page = document.querySelector('svg').viewBox.baseVal;
  for (const text of document.querySelectorAll('text')) {
    const place = text.getBoundingClientRect();
    if (place.right > page.width || place.left < 0 || place.bottom > page.height) out.push(text.textContent);
  }
  return [document.querySelectorAll('text').length, out];
}"""


@pytest.fixture(scope="module")
def page() -> Iterator[object]:
    chromium = need("chromium")
    sync_api = pytest.importorskip("playwright.sync_api", reason="needs the program playwright: install it")
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        yield browser.new_page()
        browser.close()


@pytest.mark.parametrize("name", [*MAPS, "comparison"])
def test_no_text_overflows(page, name: str):
    if name == "comparison":
        svg = render_comparison(SOWING, SOWING_MAPS, REFERENCES, "svg").text
    else:
        svg = render_map(MAPS[name], REFERENCES, "svg").text
    page.set_content(f"<!doctype html><meta charset=utf-8><body style='margin:0'>{svg}")
    count, overflowing = page.evaluate(OVERFLOW)
    assert count > 0
    assert overflowing == []
