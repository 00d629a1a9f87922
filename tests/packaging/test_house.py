"""The house: files and folders of a size that a reader takes in, and names that mean one thing."""

from __future__ import annotations

import ast
from collections import defaultdict
from pathlib import Path

import argmap

PACKAGE = Path(argmap.__file__).parent
FILES = sorted(PACKAGE.rglob("*.py"))
MOST_LINES = 350
MOST_MODULES = 20
# A rule and a command have a file of their own each, and there are as many as there are.
FLAT = {"cli", "checks/structure", "checks/references", "checks/consistency"}
# What a program is given is the document with its workspace; below that it is the file as read.
TWICE = {"Document"}


def test_no_file_is_longer_than_a_reader_likes():
    long = {file.name: lines for file in FILES if (lines := len(file.read_text("utf-8").splitlines())) > MOST_LINES}
    assert long == {}


def test_no_folder_holds_more_modules_than_a_reader_takes_in():
    modules: dict[str, int] = defaultdict(int)
    for file in FILES:
        if file.name != "__init__.py":
            modules[file.parent.relative_to(PACKAGE).as_posix()] += 1
    assert {folder for folder, count in modules.items() if count > MOST_MODULES} == FLAT


def test_a_class_name_means_one_class():
    homes: dict[str, list[str]] = defaultdict(list)
    for file in FILES:
        for node in ast.parse(file.read_text("utf-8")).body:
            if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                homes[node.name].append(file.relative_to(PACKAGE).as_posix())
    assert {name for name, files in homes.items() if len(files) > 1} == TWICE
