"""The names that `argmap` offers, and how they are imported."""

from __future__ import annotations

import ast
import pickle
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

import argmap

PACKAGE = Path(argmap.__file__).parent


def python(code: str) -> str:
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return done.stdout.strip()


def test_nothing_is_imported_before_it_is_asked_for():
    modules = python("import sys, argmap; print(*(name for name in sys.modules if name.startswith('argmap.')))")
    assert modules == ""
    assert python("import sys, argmap; argmap.ArgmapError; print('argmap.model' in sys.modules)") == "False"


def test_every_name_is_there_and_no_other():
    for name in argmap.__all__:
        assert getattr(argmap, name) is not None
    assert set(argmap.__all__) <= set(dir(argmap))
    with pytest.raises(AttributeError, match="has no attribute 'nothing'"):
        _ = argmap.nothing


def test_type_checkers_are_told_the_same():
    stub = ast.parse((PACKAGE / "__init__.pyi").read_text(encoding="utf-8"))
    told = {name.asname: node.module for node in stub.body if isinstance(node, ast.ImportFrom) for name in node.names}
    assert told == argmap._HOMES
    assert (PACKAGE / "py.typed").is_file()


@pytest.mark.parametrize("first", ["import argmap.render", "import argmap.render.layout.map", "import argmap"])
def test_a_function_that_bears_the_name_of_a_package_is_both(first):
    code = (
        f"{first}\nimport argmap\nmap = argmap.loads('argmap: 1\\nmap: m\\nnodes: {{a: {{claim: A}}}}\\n').map\n"
        "print(argmap.render(map)[:4], argmap.weigh(map).nodes[0].status, len(argmap.schemes()) > 50)\n"
        "from argmap.render import render_map\nimport argmap.render.scene.model as model\nprint(model.__name__)"
    )
    assert python(code).split("\n") == ["<svg accepted True", "argmap.render.scene.model"]


def test_packages_that_bear_a_name_are_all_known():
    folders = {path.name for path in PACKAGE.iterdir() if path.is_dir()}
    modules = {path.stem for path in PACKAGE.glob("*.py")}
    assert (folders | modules) & set(argmap.__all__) == argmap._PACKAGES


def classes():
    for path in PACKAGE.rglob("*.py"):
        module = ".".join(("argmap", *path.relative_to(PACKAGE).with_suffix("").parts)).removesuffix(".__init__")
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.ClassDef) and node.name.endswith(("Error", "Exception")):
                yield module, node.name


# What a caller never sees: they are caught where they are raised.
INSIDE = {"EngineError", "UnitsMissingError", "_Unreadable"}


def test_every_exception_that_leaves_the_package_has_one_base():
    found = {name: getattr(import_module(module), name) for module, name in classes()}
    assert len(found) > 15
    assert [name for name, each in found.items() if not issubclass(each, argmap.ArgmapError)] == [
        name for name in found if name in INSIDE
    ]


def test_values_can_be_sent_to_another_process():
    map = argmap.loads("argmap: 1\nmap: m\nnodes: {a: {claim: A, supported_by: b}, b: {evidence: B}}\n").map
    assert pickle.loads(pickle.dumps(map)) == map
