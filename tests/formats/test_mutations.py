"""Maps broken at random end in findings: soon, with places inside the file, and never in a traceback."""

import random
import re
import shutil
import time
from pathlib import Path

import pytest
from command import argmap
from depth import seeds
from needs import REPOSITORY

from argmap.actions.check import check
from argmap.reporters.full import report
from argmap.reporters.report import Report
from argmap.workspace.workspace import Workspace

MAPS = sorted((REPOSITORY / "maps").glob("*.yaml"))
SIGNIFICANT = [
    ":",
    " ",
    "#",
    "-",
    "[",
    "]",
    "{",
    "}",
    ",",
    "'",
    '"',
    "|",
    ">",
    "&",
    "*",
    "!",
    "?",
    "%",
    "@",
    "~",
    "\n",
    "\t",
]
CONTROLS = [
    "\x00",
    "\x07",
    "\x1b[31m",
    "\x7f",
    "\x85",
    "\u2028",
    "\u200e",
    "\u202e",
    "\ufeff",
    "\ufffe",
    "\r",
    "😀",
    "e\u0301",
]
SWAPS = [
    "3",
    "1.5",
    "true",
    "~",
    "[]",
    "{}",
    "[[a]]",
    "{a: b}",
    "''",
    "2024-13-45",
    "!!set {a}",
    "&a b",
    "*a",
    "1e999",
    "|",
]


def mutate(text: str, random: random.Random) -> bytes:
    """*text* with one to four things done to it that a slip, a bad merge or a broken disk would do."""
    for _ in range(random.choice([1, 1, 2, 4])):
        text = random.choice(WAYS)(text, random)
    raw = text.encode("utf-8")
    if random.random() < 0.1:
        at = random.randrange(len(raw) + 1)
        raw = raw[:at] + random.randbytes(random.randrange(1, 5)) + raw[at:]
    return raw


def insert(text, random):
    at = random.randrange(len(text) + 1)
    return text[:at] + random.choice(SIGNIFICANT) + text[at:]


def control(text, random):
    at = random.randrange(len(text) + 1)
    return text[:at] + random.choice(CONTROLS) + text[at:]


def delete(text, random):
    places = [match.start() for match in re.finditer(r"[^\w]", text)] or [0]
    at = random.choice(places)
    return text[:at] + text[at + random.choice([1, 1, 3]) :]


def replace(text, random):
    places = [match.start() for match in re.finditer(r"[^\w]", text)] or [0]
    at = random.choice(places)
    return text[:at] + random.choice(SIGNIFICANT) + text[at + 1 :]


def truncate(text, random):
    return text[: random.randrange(len(text) + 1)]


def on_lines(change):
    def mutation(text, random):
        lines = text.split("\n")
        change(lines, random.randrange(len(lines)), random)
        return "\n".join(lines)

    return mutation


@on_lines
def drop_line(lines, at, random):
    del lines[at]


@on_lines
def double_line(lines, at, random):
    lines.insert(random.randrange(len(lines)), lines[at])


@on_lines
def swap_lines(lines, at, random):
    other = random.randrange(len(lines))
    lines[at], lines[other] = lines[other], lines[at]


@on_lines
def indent(lines, at, random):
    lines[at] = random.choice([" ", "  ", "    ", "\t"]) + lines[at]


@on_lines
def outdent(lines, at, random):
    lines[at] = lines[at][random.choice([1, 2]) :]


@on_lines
def misspell_key(lines, at, random):
    lines[at] = re.sub(r"\w(\w*: )", r"\1", lines[at], count=1)


@on_lines
def change_type(lines, at, random):
    lines[at] = re.sub(r"(: ).*", lambda match: match[1] + random.choice(SWAPS), lines[at], count=1)


WAYS = [insert, insert, control, delete, replace, replace, truncate, drop_line, double_line, swap_lines, indent]
WAYS += [outdent, misspell_key, change_type, change_type]


def mutant(seed: int, folder: Path) -> Path:
    """The file of the mutant *seed* in a workspace of its own."""
    chance = random.Random(seed)
    original = chance.choice(MAPS)
    (folder / "maps").mkdir(parents=True)
    shutil.copy(REPOSITORY / "references.bib", folder)
    path = folder / "maps" / "mutant.yaml"
    path.write_bytes(mutate(original.read_text("utf-8"), chance))
    return path


def assert_inside(finding, text: str) -> None:
    lines = text.split("\n")
    line, column, end_line, end_column = finding.span
    assert 1 <= line <= end_line <= len(lines)
    assert 1 <= column <= len(lines[line - 1]) + 1
    # A caret may stand behind the last letter.
    assert 1 <= end_column <= len(lines[end_line - 1]) + 2
    assert (line, column) <= (end_line, end_column)


@pytest.mark.parametrize("seeds", seeds(60, whole=300, batch=50))
def test_a_mutant_ends_in_findings(seeds, tmp_path):
    for seed in seeds:
        path = mutant(seed, tmp_path / str(seed))
        begin = time.process_time()
        run = check(Workspace(path), [path])
        said = report(Report(run.findings, run.texts))
        took = time.process_time() - begin
        assert took < 1, f"seed {seed} took {took:.2f} s"
        assert said.endswith("\n"), f"seed {seed}"
        for finding in run.findings:
            if finding.file.endswith("mutant.yaml") and run.texts[finding.file]:
                try:
                    assert_inside(finding, run.texts[finding.file])
                except AssertionError as error:
                    raise AssertionError(f"seed {seed}: {finding}") from error


def test_most_mutants_are_found_out(tmp_path):
    found = 0
    for seed in range(40):
        path = mutant(seed, tmp_path / str(seed))
        run = check(Workspace(path), [path])
        found += any(finding.severity == "error" for finding in run.findings)
    assert found >= 20


@pytest.mark.parametrize("seed", range(1000, 1006))
def test_a_mutant_on_the_command_line_ends_with_an_exit_code_and_no_traceback(seed, tmp_path):
    path = mutant(seed, tmp_path)
    done = argmap("check", path, cwd=tmp_path)
    assert done.stderr == "", f"seed {seed}"
    assert done.returncode == ("\nerror[" in f"\n{done.stdout}"), f"seed {seed}"
