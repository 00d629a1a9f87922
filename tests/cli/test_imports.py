"""The start-up budget: which packages each command imports."""

import json
import re
import subprocess
import sys
from importlib.metadata import packages_distributions

import pytest
from command import environ, small_workspace

PROGRAM = """
import json, sys
before = set(sys.modules)
sys.argv = ["argmap", *sys.argv[1:]]
from argmap.__main__ import main
try:
    main()
except SystemExit:
    pass
names = set(sys.modules) - before
print(json.dumps([*names, *{name.partition(".")[0] for name in names}]), file=sys.stderr)
"""
TYPER = {"typer", "annotated-doc", "shellingham"}
MODEL = TYPER | {"pyyaml", "pydantic", "pydantic-core", "annotated-types", "typing-extensions", "typing-inspection"}
REFERENCES = MODEL | {"bibtexparser", "pylatexenc"}
BUDGETS = {
    "--version": set(),
    "--help": MODEL,
    "schema": MODEL,
    "check": REFERENCES,
    "show city": REFERENCES,
    "schemes": MODEL,
    "schemes sign": MODEL,
    "questions city": REFERENCES,
    "cite": REFERENCES,
    "cite city --to apa": REFERENCES,
    "cite city --to csl-json": REFERENCES,
    "cite city --by-node": REFERENCES,
    "cite city --markdown": REFERENCES,
    "bib fmt --check": REFERENCES,
    "bib keys": REFERENCES,
    "render city --to svg": REFERENCES,
    "render city --to dot": REFERENCES | {"graphviz"},
    "compare two --to md": REFERENCES,
    "compare two --to svg": REFERENCES,
}


def imported(arguments, folder):
    """The modules that a process which runs the command has imported."""
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, *arguments],
        cwd=folder,
        capture_output=True,
        text=True,
        check=True,
        env=environ(),
    )
    return json.loads(done.stderr.splitlines()[-1])


@pytest.fixture(scope="module")
def workspace(tmp_path_factory):
    return small_workspace(tmp_path_factory.mktemp("imports") / "work")


@pytest.mark.parametrize("command", BUDGETS)
def test_a_command_imports_no_other_packages_than_it_needs(command, workspace):
    packages = packages_distributions()
    names = {name for name in imported(command.split(), workspace) if name in packages}
    found = {re.sub("_", "-", package.lower()) for name in names for package in packages[name]}
    assert found - {"argmap"} <= BUDGETS[command]


@pytest.mark.parametrize(
    ("command", "never"),
    [
        ("--version", ["typer", "pydantic", "yaml"]),
        ("--help", ["graphviz", "pygraphviz", "rich", "argmap.checks", "argmap.render"]),
        ("schema", ["argmap.checks", "argmap.render"]),
        ("check", ["graphviz", "pygraphviz", "rich", "argmap.render", "argmap.compare", "argmap.schemes"]),
        ("schemes", ["argmap.checks", "argmap.render", "argmap.formats", "argmap.bibliography"]),
        ("questions city", ["graphviz", "pygraphviz", "rich", "argmap.checks.engine.registry", "argmap.render"]),
        ("cite", ["graphviz", "pygraphviz", "rich", "argmap.checks.engine.registry", "argmap.render"]),
        ("cite city --to apa", ["graphviz", "pygraphviz", "rich", "argmap.checks.engine.registry", "argmap.render"]),
        ("cite city --markdown", ["graphviz", "pygraphviz", "rich", "argmap.checks.engine.registry"]),
        ("bib keys", ["graphviz", "pygraphviz", "rich", "argmap.checks.engine.registry"]),
        ("show city", ["graphviz", "pygraphviz", "rich", "argmap.checks.engine.registry"]),
        ("render city --to svg", ["graphviz", "pygraphviz", "rich", "argmap.checks.engine.registry", "argmap.weigh"]),
        ("render city --to svg --status", ["argmap.weigh.report", "argmap.weigh.enforcement"]),
        ("check", ["argmap.weigh.report", "argmap.logic.gradual.strength", "argmap.weigh.enforcement"]),
        ("compare two --to md", ["graphviz", "pygraphviz", "rich"]),
    ],
)
def test_a_command_never_imports_what_it_does_not_need(command, never, workspace):
    assert set(never).isdisjoint(imported(command.split(), workspace))


def test_a_command_does_its_work_in_these_tests(workspace):
    assert "argmap.checks.engine.registry" in imported(["check"], workspace)
    assert "argmap.render.painters.svg" in imported(["render", "city"], workspace)
