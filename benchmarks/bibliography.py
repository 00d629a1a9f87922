"""How long a bibliography of 10,000 entries takes: read and check it, beside bibtexparser's own bare parse.

    python benchmarks/bibliography.py

CPU seconds in one process, medians of rounds in which each takes its turn, and their ratios to the bare parse, which
keeps nothing but the text of fields. More than five times that is too long.
"""

from __future__ import annotations

import gc
import statistics
import sys
import time
from collections.abc import Callable

from bibtexparser import parse_string
from references import plain

from argmap.bibliography import read
from argmap.checks.engine.registry import rules
from argmap.checks.engine.rule import BibliographyContext
from argmap.checks.engine.run import check_bibliography

ENTRIES = 10_000
ROUNDS = 7
MOST = 5.0


def cpu(call: Callable[[], object]) -> float:
    """CPU seconds of one call."""
    before = time.process_time()
    call()
    return time.process_time() - before


def main() -> int:
    """Measure and print; 1 where it takes too long."""
    text = plain(ENTRIES)
    used = frozenset(f"key-{number:06}" for number in range(ENTRIES))
    bibliography = read(text, "references.bib")
    rules()  # the rules are modules, which a check imports once
    calls = {
        "bibtexparser, bare parse": lambda: parse_string(text, parse_stack=[]),
        "argmap, read": lambda: read(text, "references.bib"),
        "argmap, check": lambda: check_bibliography(bibliography, BibliographyContext(used)),
    }
    gc.disable()  # as in the program itself
    times: dict[str, list[float]] = {name: [] for name in calls}
    for _ in range(ROUNDS):
        for name, call in calls.items():
            times[name].append(cpu(call))
    bare, reading, checking = (statistics.median(taken) for taken in times.values())
    print(f"{ENTRIES:,} entries, {len(text) / 1e6:.1f} MB")
    for name, seconds in zip((*calls, "argmap, both"), (bare, reading, checking, reading + checking), strict=True):
        print(f"{name}: {seconds:.2f} s, {seconds / bare:.1f} times the bare parse")
    return (reading + checking) / bare > MOST


if __name__ == "__main__":
    sys.exit(main())
