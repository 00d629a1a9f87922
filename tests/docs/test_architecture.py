"""The page on the architecture: its folders are there, and data takes the ways that it says."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from needs import REPOSITORY

import argmap
from argmap.bibliography import read
from argmap.checks.engine.rule import MapContext
from argmap.checks.engine.run import check_document
from argmap.citations.export import export
from argmap.citations.formatted import Markup
from argmap.formats.native import load
from argmap.render import render_map
from argmap.reporters import reporter
from argmap.reporters.report import Report

PACKAGE = Path(argmap.__file__).parent
PAGE = (REPOSITORY / "docs" / "architecture.md").read_text(encoding="utf-8")
ROWS = [re.findall(r"`([^`]*)`", line.split("|")[1]) for line in PAGE.splitlines() if line.startswith("| `")]
FOLDERS = [folder for row in ROWS for folder in row]
WAYS = {
    name: re.findall(r"`([a-z/]+)`", way)
    for name, way in re.findall(r"^- (A [^:]*): ((?:.*→.*\n?)(?:  .*\n)*)", PAGE, re.MULTILINE)
}
# What any folder may ask; the page says so.
HELPERS = ("text", "model", "logic", "formats/native/grammar", "render/typeset", "sources", "schemes", "weigh")
MAP = (REPOSITORY / "maps" / "al-monitor-2015.yaml").read_text(encoding="utf-8")
BIB = (REPOSITORY / "references.bib").read_text(encoding="utf-8")


def to_svg() -> None:
    render_map(load(MAP, "m.yaml").content, {}, "svg")


def to_finding() -> None:
    document = load(MAP.replace("thesis: ", "thesis: un", 1), "m.yaml")
    found = check_document(document, MapContext(), frozenset({"AM201"}))
    assert found
    reporter("full")(Report(found, {"m.yaml": document.text}))


def to_reference() -> None:
    assert export(read(BIB, "references.bib"), None, "apa", Markup.TEXT)


def entered(run: Callable[[], None]) -> list[str]:
    """The folders of the package whose functions *run* calls, in the order of the first calls."""
    folders: dict[str, None] = {}

    def note(frame, event, _):
        path = Path(frame.f_code.co_filename)
        if event == "call" and PACKAGE in path.parents:
            folders.setdefault(path.relative_to(PACKAGE).parent.as_posix())

    run()  # what is imported on the way, and what is kept for good, is no part of it
    before = sys.getprofile()
    sys.setprofile(note)
    try:
        run()
    finally:
        sys.setprofile(before)
    return list(folders)


@pytest.mark.parametrize(("name", "run"), [*zip(WAYS, (to_svg, to_finding, to_reference), strict=True)])
def test_data_takes_the_way_that_the_page_says_and_never_back_up(name, run):
    asked = ("formats/native", "formats/native/edit")  # the document, for places and for fixes
    way = [each for each in entered(run) if not any(each == one or each.startswith(f"{one}/") for one in HELPERS)]
    # a painter may be a folder of its own
    way = list(dict.fromkeys(re.sub(r"^(render/painters)/.*", r"\1", each) for each in way if each not in asked))
    assert way == WAYS[name]
    places = [FOLDERS.index(each) for each in way]
    assert places == sorted(places)


def test_every_folder_is_on_the_page_and_no_other():
    assert [folder for folder in FOLDERS if not (PACKAGE / folder).is_dir()] == []
    top = {path.name for path in PACKAGE.iterdir() if (path / "__init__.py").is_file()}
    assert top == {folder.partition("/")[0] for folder in FOLDERS}


def test_the_page_is_one_screen_long():
    assert len(PAGE.splitlines()) <= 60


def test_imports_go_up_the_page():
    """Each import of another folder leads up, or between folders of one row."""
    import grimp

    graph = grimp.build_graph("argmap", cache_dir=None)
    row_of = {folder: index for index, row in enumerate(ROWS) for folder in row}

    def row(module: str) -> int | None:
        parts = module.split(".")[1:]
        homes = ["/".join(parts[:end]) for end in range(len(parts), 0, -1)]
        return next((row_of[home] for home in homes if home in row_of), None)

    down = []
    for module in graph.modules:
        for imported in graph.find_modules_directly_imported_by(module):
            here, there = row(module), row(imported)
            same_package = module.split(".")[1:2] == imported.split(".")[1:2]
            if here is not None and there is not None and there > here and not same_package:
                down.append((module, imported))
    assert down == []
