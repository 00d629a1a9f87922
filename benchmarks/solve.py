"""What `argmap solve` takes, as a whole process: wall and CPU seconds, and the most memory, medians of one run.

    python benchmarks/solve.py            # print the tables
    python benchmarks/solve.py --write    # and put them into docs/performance.md

Frameworks are seeded (`frameworks.py`). Acceptance is asked of another argument in each run, chosen by lot among those
that the grounded extension leaves open, where there are any. Memory below that of this program cannot be seen: a
process starts with its parent's mark. pygarg, where it is installed, is asked the same questions in the same run, at
1,000 arguments, each right after argmap and started like it: as a module of the same Python.
"""

from __future__ import annotations

import importlib.util
import os
import random
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from typing import NamedTuple

from frameworks import KINDS, Attacks, erdos_renyi, text
from render import PAGE, machine

from argmap.logic import Framework, Semantics
from argmap.logic.frameworks.reduct import Reduct

RUNS = 5
"""How often each question is put, acceptance to as many arguments."""
SIZES = (1000, 10_000, 100_000)
LARGEST = SIZES[-1]
COMPARED = SIZES[0]
PATIENCE = 5
"""Seconds that a hard question is given."""
ENOUGH = 10
"""Seconds that pygarg is measured for with each question: pairs of short runs are many, for they vary most."""
BUDGETS = {"SE-GR": 0.35, "DC-CO": 0.35, "DS-PR --no-witness": 0.35, "DS-PR": 0.35, "SE-ST": 0.8}
START = "start: two arguments"
_TITLE, _START, _END = "## Argumentation frameworks", "<!-- solved -->", "<!-- end solved -->"
_ARGMAP = [str(Path(sys.executable).with_name("argmap")), "solve"]
_ARGMAP_MODULE = [sys.executable, "-m", "argmap", "solve"]
_PYGARG = [sys.executable, "-m", "pygarg"]


class Cost(NamedTuple):
    """What a process took, and what it said."""

    wall: float
    cpu: float
    megabytes: float
    code: int
    said: str


class Row(NamedTuple):
    """A framework, a question, the budget in seconds of wall, and the words of the question for each run."""

    framework: str
    size: int
    question: str
    budget: float | None
    words: list[list[str]]


def cost(command: list[str], limit: int | None = None) -> Cost:
    """Run a process to its end, or until it has taken *limit* seconds of CPU."""
    with tempfile.TemporaryFile() as output, tempfile.TemporaryFile() as errors:
        environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
        start = time.perf_counter()
        process = subprocess.Popen(command, stdout=output, stderr=errors, env=environment)
        if limit is not None:
            resource.prlimit(process.pid, resource.RLIMIT_CPU, (limit, limit))
        _, status, used = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        output.seek(0)
        errors.seek(0)
        said = (output.read(60) + errors.read(60)).decode(errors="replace").partition("\n")[0]
    return Cost(wall, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, process.returncode, said)


def rows(folder: Path) -> list[Row]:
    """What is measured, with its files in *folder*."""
    two = folder / "two.af"
    two.write_text(text(2, [(1, 2), (2, 1)]))
    found = [Row(START, 2, "SE-GR", 0.1, [["-p", "SE-GR", "-f", str(two)]] * RUNS)]
    for size in SIZES:
        for kind, make in KINDS.items():
            attacks = make(size)
            file = folder / f"{kind}-{size}.af"
            file.write_text(text(size, attacks))
            arguments = _asked(size, attacks)
            for question, budget in BUDGETS.items():
                words = [_words(question, str(file), argument) for argument in arguments]
                found.append(Row(kind, size, question, budget if size == LARGEST else None, words))
    return found


def _words(question: str, file: str, argument: int) -> list[str]:
    problem, *options = question.split()
    asked = ["-a", str(argument)] if problem.startswith("D") else []
    return ["-p", problem, "-f", file, *asked, *options]


def _asked(size: int, attacks: Attacks) -> list[int]:
    """Arguments that the grounded extension leaves open, or any."""
    left = Reduct(Framework(range(1, size + 1), attacks), Semantics.COMPLETE).open
    chance = random.Random(7)
    return [chance.choice(left or range(1, size + 1)) for _ in range(RUNS)]


def measured(wanted: list[Row]) -> list[list[Cost]]:
    """The costs of each row, round by round, so that a busy moment falls on all of them alike."""
    taken: list[list[Cost]] = [[] for _ in wanted]
    for turn in range(-1, RUNS):
        for row, costs in zip(wanted, taken, strict=True):
            once = cost([*_ARGMAP, *row.words[turn]])
            if turn >= 0:  # before, what is compiled was not there yet
                costs.append(once)
    return taken


def _median(costs: list[Cost], column: int) -> float:
    return statistics.median(each[column] for each in costs)  # type: ignore[type-var]


def table(wanted: list[Row], taken: list[list[Cost]]) -> str:
    """The table of argmap's figures in Markdown."""
    lines = [
        f"| framework | arguments | question | answers | wall, median of {RUNS} | budget | CPU | memory |",
        "| --- | ---: | --- | --- | ---: | ---: | ---: | ---: |",
    ]
    for row, costs in zip(wanted, taken, strict=True):
        budget = f"{row.budget:.2f} s" if row.budget else ""
        cells = [row.framework, f"{row.size:,}", row.question, _answers(costs), f"{_median(costs, 0):.3f} s", budget]
        cells += [f"{_median(costs, 1):.3f} s", f"{_median(costs, 2):.0f} MB"]
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines)


def _answers(costs: list[Cost]) -> str:
    said = Counter("undecided" if each.code == 3 else each.said for each in costs)
    return ", ".join(f"{said[word]} {word}" for word in ("YES", "NO", "undecided") if said[word])


def comparison(wanted: list[Row]) -> str:
    """The table of pygarg's figures beside argmap's, in Markdown; empty where it is not installed."""
    if importlib.util.find_spec("pygarg") is None:
        return ""
    lines = [
        "",
        f"| {COMPARED:,} arguments | question | pairs of runs | argmap, wall | pygarg, wall | times |",
        "| --- | --- | ---: | ---: | ---: | ---: |",
    ]
    for row in wanted:
        if row.size != COMPARED or "--no-witness" in row.question:
            continue
        ours: list[Cost] = []
        theirs: list[Cost] = []
        while len(ours) < RUNS or sum(each.wall for each in theirs) < ENOUGH:
            words = row.words[len(ours) % RUNS]
            ours.append(cost([*_ARGMAP_MODULE, *words]))
            theirs.append(cost([*_PYGARG, *words], PATIENCE))
        stopped = sum(each.code < 0 for each in theirs)
        said = f"{_median(theirs, 0):.2f} s" + (f", {stopped} stopped after {PATIENCE} s of CPU" if stopped else "")
        times = _median(theirs, 0) / _median(ours, 0)
        cells = [row.framework, row.question, str(len(ours)), f"{_median(ours, 0):.3f} s", said, f"{times:.1f}"]
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines)


def hard(folder: Path) -> str:
    """What is said of random frameworks of degree 5, in Markdown."""
    attacks = erdos_renyi(1000, 5)
    argument = _asked(1000, attacks)[0]
    file = folder / "hard.af"
    file.write_text(text(1000, attacks))
    lines = ["", f"| Erdős–Rényi, degree 5, 1,000 arguments; {PATIENCE} s | said | wall |", "| --- | --- | ---: |"]
    for question in ("SE-GR", "DC-CO", "DS-PR", "SE-ST"):
        words = [*_words(question, str(file), argument), "--timeout", str(PATIENCE)]
        once = cost([*_ARGMAP, *words])
        said = once.said if once.code == 3 or once.said in ("YES", "NO") else "an extension"
        lines.append(f"| {question} | {said} | {once.wall:.2f} s |")
    return "\n".join(lines)


def main() -> None:
    """Measure and print, and with ``--write`` put the tables into the page."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        wanted = rows(folder)
        text = "\n".join([table(wanted, measured(wanted)), comparison(wanted), hard(folder)])
    print(text)
    print(f"load: {os.getloadavg()[0]:.1f}")
    if "--write" in sys.argv[1:]:
        page = PAGE.read_text(encoding="utf-8")
        if _START not in page:
            page += f"\n{_TITLE}\n\n{_START}\n{_END}\n"
        head, _, rest = page.partition(_START)
        after = rest.partition(_END)[2]
        PAGE.write_text(f"{head}{_START}\n{machine()}\n\n{text}\n{_END}{after}", encoding="utf-8")


if __name__ == "__main__":
    main()
