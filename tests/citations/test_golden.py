"""Formatted references held against pandoc's, which tools/oracles_pandoc.py has written down."""

import tomllib
from pathlib import Path

import pytest
from needs import REPOSITORY

from argmap.bibliography import read
from argmap.citations.export import formatted
from argmap.citations.rich import plain
from argmap.citations.styles import STYLES
from argmap.citations.styles import style as style_of

GOLDEN = Path(__file__).parent / "golden"
PAGE = REPOSITORY / "docs/citations.md"
BIBLIOGRAPHY = read((GOLDEN / "references.bib").read_text(encoding="utf-8"), "references.bib")
DIFFERENCES = tomllib.loads((GOLDEN / "differences.toml").read_text(encoding="utf-8"))["difference"]
MEANT = {name: text for difference in DIFFERENCES for name, text in difference["references"].items()}


def pandoc(style):
    """Pandoc's references by key, in its order."""
    lines = (GOLDEN / f"{style}.txt").read_text(encoding="utf-8").splitlines()
    return dict(line.split(": ", 1) for line in lines)


@pytest.mark.parametrize("style", STYLES)
def test_references_are_pandocs_but_for_the_differences_that_are_listed(style):
    ours = {found.item.key: plain(found.text) for found in formatted(BIBLIOGRAPHY, None, style_of(style))}
    theirs = pandoc(style)
    assert len(ours) == len(theirs) >= 12
    assert ours == {key: MEANT.get(f"{style}.{key}", text) for key, text in theirs.items()}


@pytest.mark.parametrize("style", STYLES)
def test_references_stand_in_pandocs_order(style):
    listed = [found.item.key for found in formatted(BIBLIOGRAPHY, None, style_of(style))]
    same = [key for key in pandoc(style) if f"{style}.{key}" not in MEANT]
    assert len(same) >= 12
    assert [key for key in listed if key in same] == same


def test_every_listed_difference_is_one():
    for name, text in MEANT.items():
        style, _, key = name.partition(".")
        assert pandoc(style)[key] != text


def test_the_page_lists_the_differences_and_no_others():
    expected = []
    for difference in DIFFERENCES:
        where = {}
        for name in difference["references"]:
            style, _, key = name.partition(".")
            where.setdefault(style, []).append(f"`{key}`")
        listed = "; ".join(f"{style}: {', '.join(keys)}" for style, keys in where.items())
        expected.append(f"- **{difference['name']}** ({listed}). {difference['reason']}")
    section = PAGE.read_text(encoding="utf-8").partition("## Where the styles differ from pandoc")[2]
    assert [line for line in section.splitlines() if line.startswith("- ")] == expected
    assert f"compare {len(BIBLIOGRAPHY.entries)} works" in section
