"""`argmap solve`, as the competition calls it."""

from __future__ import annotations

import json
import random
import subprocess
import sys
from pathlib import Path

import pytest
from command import argmap, environ

# 1 and 2 attack each other and 3, which attacks 4: 4 is in all preferred extensions, and in none that is grounded.
FLOATING = "p af 4\n1 2\n2 1\n1 3\n2 3\n3 4\n"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "floating.af"
    path.write_text(FLOATING, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("-p SE-GR", "w\n"),
        ("-p DC-GR -a 4", "NO\n"),
        ("-p DS-PR -a 4", "YES\n"),
        ("-p DS-PR -a 1", "NO\nw 2 4\n"),
        ("-p DS-PR -a 1 --no-witness", "NO\n"),
        ("-p DC-CO -a 3", "NO\n"),
        ("-p DC-ST -a 1", "YES\nw 1 4\n"),
        ("-p DC-ST -a 1 -fo af --timeout 9", "YES\nw 1 4\n"),
        ("-p CE-CO", "3\n"),
        ("-p SE-ID", "w\n"),
        ("--problems -p SE-GR", None),
    ],
)
def test_a_question_is_answered(question: str, said: str | None, file: Path) -> None:
    done = argmap("solve", *question.split(), "-f", file, cwd=file.parent)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == said if said is not None else done.stdout.startswith("[SE-GR,SE-CO")


def test_all_extensions_are_a_line_each_and_at_most_as_many_as_are_wanted(file: Path) -> None:
    done = argmap("solve", "-p", "EE-PR", "-f", file, cwd=file.parent)
    assert sorted(done.stdout.splitlines()) == ["w 1 4", "w 2 4"]
    done = argmap("solve", "-p", "EE-PR", "-f", file, "--limit", "1", cwd=file.parent)
    assert done.stdout in ("w 1 4\n", "w 2 4\n")


def test_names_of_other_formats_come_from_standard_input(tmp_path: Path) -> None:
    done = argmap(
        "solve", "-p", "DC-PR", "-a", "é", "-f", "-", cwd=tmp_path, stdin="arg(é). arg(b). att(b,é). att(é,b)."
    )
    assert (done.returncode, done.stdout) == (0, "YES\nw é\n")


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("-p SE-XX -f floating.af", "argmap: there is no problem 'SE-XX': use one of SE-GR"),
        ("-p DC-CO -f floating.af", "argmap: DC-CO takes an argument: -a ARGUMENT"),
        ("-p DC-CO -f floating.af -a 9", "argmap: there is no argument '9'"),
        ("-p DC-CO -f floating.af -a x", "argmap: there is no argument 'x'"),
        ("-p SE-GR -f nowhere.af", "argmap: nowhere.af: No such file or directory"),
        ("-p SE-GR -f floating.af -fo tgf", "argmap: floating.af: line 4: the argument '1' is given twice"),
        ("-p SE-GR -f floating.af -fo gml", "argmap: floating.af: there is no format 'gml'"),
        ("-p SE-GR", "Invalid value for -p and -f"),
        ("-p SE-GR -f floating.af --frob", "No such option: --frob"),
    ],
)
def test_what_makes_no_sense_is_said(question: str, said: str, file: Path) -> None:
    done = argmap("solve", *question.split(), cwd=file.parent)
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr


def test_a_hard_question_is_left_undecided_in_time(tmp_path: Path) -> None:
    chance = random.Random(1)
    attacks = [f"{chance.randint(1, 1000)} {chance.randint(1, 1000)}\n" for _ in range(5000)]
    (tmp_path / "hard.af").write_text(f"p af 1000\n{''.join(attacks)}", encoding="utf-8")
    done = argmap("solve", "-p", "SE-SST", "-f", "hard.af", "--timeout", "0.2", cwd=tmp_path)
    assert (done.returncode, done.stdout, done.stderr) == (3, "", "argmap: undecided within 0.2 s\n")


@pytest.mark.parametrize(("question", "solver"), [("-p SE-GR", False), ("-p DS-PR -a 4", True)])
def test_it_starts_without_what_it_does_not_need(question: str, solver: bool, file: Path) -> None:
    program = """
import json, sys
from argmap.__main__ import main
try:
    main()
except SystemExit:
    print(json.dumps([name for name in sys.modules]), file=sys.stderr)
"""
    words = [sys.executable, "-c", program, "solve", *question.split(), "-f", str(file)]
    done = subprocess.run(words, capture_output=True, text=True, check=True, env=environ())
    loaded = set(json.loads(done.stderr))
    assert loaded.isdisjoint({"pydantic", "numpy", "yaml", "argmap.model", "argmap.text.yaml"})
    assert ("pysat" in loaded) == solver
