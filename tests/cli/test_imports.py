"""The start-up budget: which packages each command imports."""

import json
import re
import shutil
import subprocess
import sys
from importlib.metadata import packages_distributions
from pkgutil import iter_modules

import pytest
from command import environ, small_workspace

from argmap import cli

# A process that has imported nothing but these two runs each command that it is given in a fork of itself.
PROGRAM = """
import json, os
before = set(__import__("sys").modules)

def modules(words):
    import sys
    sys.argv = ["argmap", *words]
    from argmap.__main__ import main
    try:
        main()
    except SystemExit:
        pass
    return sorted(set(sys.modules) - before)

def forked(words):
    reader, writer = os.pipe()
    if child := os.fork():
        os.close(writer)
        with open(reader) as answer:
            found = answer.read()
        os.waitpid(child, 0)
        return found
    os.close(reader)
    for stream in (0, 1, 2):
        os.dup2(os.open(os.devnull, os.O_RDWR), stream)
    with open(writer, "w") as answer:
        json.dump(modules(words), answer)
    os._exit(0)

while command := input():
    if command != "--version":
        import argmap.__main__, argmap.cli  # which any other command enters
    print(forked(command.split()), flush=True)
"""
TYPER = {"typer", "annotated-doc", "shellingham"}
MODEL = TYPER | {"pyyaml", "pydantic", "pydantic-core", "annotated-types", "typing-extensions", "typing-inspection"}
REFERENCES = MODEL | {"bibtexparser", "pylatexenc"}
PICTURE = ["graphviz", "pygraphviz", "rich", "argmap.checks.engine.registry"]
# By command: the packages that it may import, and what it must not import all the same.
BUDGETS = {
    "--version": (set(), ["typer", "pydantic", "yaml"]),
    "--help": (MODEL, ["graphviz", "pygraphviz", "rich", "argmap.checks", "argmap.render"]),
    "schema": (MODEL, ["argmap.checks", "argmap.render"]),
    "check": (
        REFERENCES,
        [
            *("graphviz", "pygraphviz", "rich", "argmap.render", "argmap.compare", "argmap.schemes"),
            *("argmap.weigh.report", "argmap.logic.gradual.strength", "argmap.weigh.enforcement"),
        ],
    ),
    "build": (REFERENCES | {"graphviz"}, ["pygraphviz", "rich"]),
    "explain AM201": (MODEL, ["argmap.render"]),
    "rules": (MODEL, ["argmap.render"]),
    "show city": (REFERENCES, PICTURE),
    "schemes": (MODEL, ["argmap.checks", "argmap.render", "argmap.formats", "argmap.bibliography"]),
    "schemes sign": (MODEL, []),
    "questions city": (REFERENCES, [*PICTURE, "argmap.render"]),
    "cite": (REFERENCES, [*PICTURE, "argmap.render"]),
    "cite city --to apa": (REFERENCES, [*PICTURE, "argmap.render"]),
    "cite city --to csl-json": (REFERENCES, []),
    "cite city --by-node": (REFERENCES, []),
    "cite city --markdown": (REFERENCES, PICTURE),
    "bib fmt --check": (REFERENCES, []),
    "bib keys": (REFERENCES, PICTURE),
    "fmt --check": (MODEL, ["argmap.checks", "argmap.render"]),
    "new first": (REFERENCES, ["argmap.checks", "argmap.render"]),
    "outline city": (MODEL, ["argmap.checks", "argmap.render"]),
    "rename charge toll --dry-run": (REFERENCES, ["argmap.checks", "argmap.render"]),
    "sources status": (MODEL, ["argmap.checks", "argmap.render"]),
    "stats": (MODEL, ["argmap.checks", "argmap.render"]),
    "themes": (MODEL, ["argmap.checks", "argmap.formats"]),
    "weigh city": (MODEL, ["argmap.checks", "argmap.render"]),
    "render city --to svg": (REFERENCES, [*PICTURE, "argmap.weigh"]),
    "render city --to svg --status": (REFERENCES, ["argmap.weigh.report", "argmap.weigh.enforcement"]),
    "render city --to dot": (REFERENCES | {"graphviz"}, []),
    "compare two --to md": (REFERENCES, ["graphviz", "pygraphviz", "rich"]),
    "compare two --to svg": (REFERENCES, []),
}
WORK = {"check": "argmap.checks.engine.registry", "render city --to svg": "argmap.render.painters.svg"}


@pytest.fixture(scope="module")
def imported(tmp_path_factory):
    """The function that says which modules a command imports."""
    folder = small_workspace(tmp_path_factory.mktemp("imports") / "work")
    child = subprocess.Popen(
        [sys.executable, "-c", PROGRAM],
        cwd=folder,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env=environ(),
    )

    def imported(command):
        shutil.rmtree(folder / ".argmap_cache", ignore_errors=True)  # what is kept there need not be worked out
        child.stdin.write(f"{command}\n")
        child.stdin.flush()
        return set(json.loads(child.stdout.readline()))

    yield imported
    child.communicate("\n")
    assert child.returncode == 0


@pytest.mark.parametrize("command", BUDGETS)
def test_a_command_imports_what_it_needs_and_nothing_else(command, imported):
    allowed, never = BUDGETS[command]
    modules = imported(command)
    packages = packages_distributions()
    tops = {name.partition(".")[0] for name in modules} & packages.keys()
    found = {re.sub("_", "-", package.lower()) for top in tops for package in packages[top]}
    assert found - {"argmap"} <= allowed
    assert modules.isdisjoint(never)
    assert WORK.get(command, "argmap.__main__") in modules


def test_every_command_has_a_budget():
    commands = {module.name for module in iter_modules(cli.__path__) if not module.name.startswith("_")}
    assert commands - {command.split()[0] for command in BUDGETS} == {"solve"}  # whose budget stands with its tests
