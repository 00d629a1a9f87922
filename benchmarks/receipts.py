"""What receipts cost, in CPU seconds of the whole process: medians of one run.

    python benchmarks/receipts.py            # print the table
    python benchmarks/receipts.py --write    # and put it into docs/performance.md

The texts of the two articles are where ARGMAP_SOURCES says; without them their row is left out.
"""

from __future__ import annotations

import os
import random
import statistics
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from render import PAGE, cpu, machine

RUNS = 9
_ROOT = Path(__file__).parents[1]
_ARGMAP = str(Path(sys.executable).with_name("argmap"))
_TITLE, _START, _END = "## Receipts", "<!-- receipts -->", "<!-- end receipts -->"
_WORDS = 170_000  # a megabyte
_ANCHORS = 500


def large(folder: Path) -> Path:
    """A workspace with a source of a megabyte and a map of it with 500 anchors, a fifth of them of passages."""
    chance = random.Random(1)
    syllables = [first + last for first in "bcdfghklmnprstvwz" for last in ("a", "en", "ir", "o", "ul")]
    vocabulary = ["".join(chance.choices(syllables, k=chance.randrange(1, 4))) for _ in range(9000)]
    words = chance.choices(vocabulary, k=_WORDS)
    paragraphs = [" ".join(words[at : at + 80]) for at in range(0, _WORDS, 80)]
    (folder / "sources").mkdir(parents=True)
    (folder / "argmap.toml").touch()
    (folder / "sources/paper.txt").write_text("\n\n".join(paragraphs))
    lines = ["argmap: 1", "map: large", "source: paper", "nodes:"]
    for number in range(_ANCHORS):
        at = chance.randrange(_WORDS - 60)
        words_at = " ".join(words[at : at + 5])
        end = f", end: {' '.join(words[at + 30 : at + 33])}" if number % 5 == 0 else ""
        lines.append(f"  n{number}: {{claim: One., at: {{start: {words_at}{end}}}}}")
    (folder / "large.yaml").write_text("\n".join(lines) + "\n")
    return folder


def rows(folder: Path) -> dict[str, tuple[float | None, Callable[[], float]]]:
    """What is measured: its budget above the row before it, in seconds, and how."""
    plain = large(folder / "plain")
    (plain / "sources/paper.txt").rename(plain / "paper.txt")
    with_text = large(folder / "text")
    check = [_ARGMAP, "check", "--no-cache", "--exit-zero", "-o", os.devnull]
    own = ["env", "-u", "ARGMAP_SOURCES", *check]
    found: dict[str, tuple[float | None, Callable[[], float]]] = {}
    if os.environ.get("ARGMAP_SOURCES"):
        found["check of the two real maps, from the lock"] = None, lambda: cpu(own, _ROOT)
        found["the same, with their texts"] = 0.2, lambda: cpu(check, _ROOT)
    found[f"check of a map with {_ANCHORS} anchors, without a text"] = None, lambda: cpu([*own, "large.yaml"], plain)
    found["the same, with a text of 1 MB"] = 1.0, lambda: cpu([*own, "large.yaml"], with_text)
    return found


def main() -> None:
    """Measure and print, and with ``--write`` put the table into the page."""
    with tempfile.TemporaryDirectory() as folder:
        measured = rows(Path(folder))
        taken: dict[str, list[float]] = {what: [] for what in measured}
        for _, seconds in measured.values():
            seconds()  # what is compiled is there from now on
        for _ in range(RUNS):
            for what, (_, seconds) in measured.items():
                taken[what].append(seconds())
    lines = [
        f"| receipts | CPU, median of {RUNS} | above the row before | budget for that |",
        "| --- | ---: | ---: | ---: |",
    ]
    before = 0.0
    for what, (budget, _) in measured.items():
        median = statistics.median(taken[what])
        above = (f"{median - before:+.3f} s", f"{budget:.2f} s") if budget else ("", "")
        lines.append(f"| {what} | {median:.3f} s | {above[0]} | {above[1]} |")
        before = median
    text = "\n".join(lines)
    print(text)
    if "--write" in sys.argv[1:]:
        page = PAGE.read_text(encoding="utf-8")
        if _START not in page:
            page += f"\n{_TITLE}\n\n{_START}\n{_END}\n"
        head, _, rest = page.partition(_START)
        PAGE.write_text(f"{head}{_START}\n{machine()}\n\n{text}\n{_END}{rest.partition(_END)[2]}", encoding="utf-8")


if __name__ == "__main__":
    main()
