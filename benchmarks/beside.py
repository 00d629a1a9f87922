"""What native solvers take beside `argmap solve`, asked in turn: wall seconds of whole processes, medians.

    python benchmarks/beside.py PROGRAM [PROGRAM ...]

A PROGRAM is called as in the competition of 2023, ``PROGRAM -p DS-PR -f FILE -a ARGUMENT``; one that cannot answer a
question, or not within the time, is not asked again. Of several the fastest counts, question by question. Frameworks
and arguments, the first of each, are those of `solve.py`, without the attacks that stand twice, which some solvers
refuse. All are asked once beforehand, and their answers compared.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from frameworks import KINDS, text
from solve import _ARGMAP, SIZES, _asked, _words, cost

RUNS = 5
PATIENCE = 30
"""Seconds for one answer."""
WORTH_IT = 0.2
"""Below so many seconds of the fastest native solver, the start of Python says more than the search."""
QUESTIONS = ("SE-GR", "DC-CO", "DS-PR", "DS-ST", "SE-ST")


class Cell(NamedTuple):
    """A question about a framework, what argmap answers, and the median seconds of each that answered."""

    framework: str
    size: int
    question: str
    answer: str
    seconds: dict[str, float]

    @property
    def native(self) -> str | None:
        """The fastest of the others."""
        others = [name for name in self.seconds if name != "argmap"]
        return min(others, key=self.seconds.__getitem__, default=None)

    @property
    def ratio(self) -> float | None:
        """How many times the fastest native solver's time argmap takes."""
        return self.seconds["argmap"] / self.seconds[self.native] if self.native else None


def answered(command: list[str], question: str) -> str | None:
    """What a program says: YES, NO, an extension, or for the grounded one its arguments; None where it does not."""
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=PATIENCE, check=False)
    except subprocess.TimeoutExpired:
        return None
    lines = [line for line in done.stdout.splitlines() if line and not line.startswith("c ")]
    if done.returncode or not lines:
        return None
    words = lines[0].split()
    if words[0] != "w":
        return words[0]
    return " ".join(sorted(words[1:], key=int)) if question == "SE-GR" else "an extension"


def cells(programs: dict[str, list[str]], folder: Path) -> Iterator[Cell]:
    """Ask, question by question; raises ``ValueError`` where two disagree."""
    for size in SIZES:
        for kind, make in KINDS.items():
            attacks = list(dict.fromkeys(make(size)))
            file = folder / f"{kind}-{size}.af"
            file.write_text(text(size, attacks))
            argument = _asked(size, attacks)[0]
            for question in QUESTIONS:
                words = _words(question, str(file), argument)
                said = {name: answered([*program, *words], question) for name, program in programs.items()}
                able = [name for name, answer in said.items() if answer is not None]
                if len({said[name] for name in able}) > 1:
                    raise ValueError(f"{kind}, {size}, {question}: {said}")
                taken: dict[str, list[float]] = {name: [] for name in able}
                for _ in range(RUNS):
                    for name in able:
                        taken[name].append(cost([*programs[name], *words]).wall)
                answer = said["argmap"] if said["argmap"] in ("YES", "NO") else ""
                seconds = {name: statistics.median(times) for name, times in taken.items()}
                yield Cell(kind, size, question, answer or "", seconds)


def table(found: list[Cell], names: list[str]) -> str:
    """The table in Markdown, and under it the geometric mean and the worst cell."""
    lines = [
        f"| framework | arguments | question | answer | {' | '.join(names)} | argmap / fastest |",
        f"| --- | ---: | --- | --- |{' ---: |' * len(names)} ---: |",
    ]
    for cell in found:
        times = [f"{cell.seconds[name]:.3f} s" if name in cell.seconds else "" for name in names]
        ratio = "" if cell.ratio is None else f"{cell.ratio:.2f}"
        lines.append(
            f"| {cell.framework} | {cell.size:,} | {cell.question} | {cell.answer} | {' | '.join(times)} | {ratio} |"
        )
    worth = [cell for cell in found if cell.native and cell.seconds[cell.native] >= WORTH_IT]
    alone = [cell for cell in found if cell.native is None]
    ratios = [cell.ratio for cell in worth if cell.ratio]
    lines += ["", f"{len(worth)} cells in which the fastest native solver takes {WORTH_IT} s or more."]
    if ratios:
        worst = max(worth, key=lambda cell: cell.ratio or 0)
        lines.append(
            f"Geometric mean {statistics.geometric_mean(ratios):.2f}; worst {worst.ratio:.2f}"
            f" ({worst.question}, {worst.framework}, {worst.size:,})."
        )
    lines.append(f"{len(alone)} cells in which none of them answers within {PATIENCE} s.")
    return "\n".join(lines)


def main() -> None:
    """Measure and print."""
    programs = {"argmap": _ARGMAP} | {Path(path).name: [path] for path in sys.argv[1:]}
    if len(programs) == 1:
        sys.exit(__doc__)
    with tempfile.TemporaryDirectory() as name:
        print(table(list(cells(programs, Path(name))), list(programs)))


if __name__ == "__main__":
    main()
