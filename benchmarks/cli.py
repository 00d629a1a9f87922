"""The commands people wait for, in CPU seconds of the whole process and its children: medians of one run.

    python benchmarks/cli.py            # print the table
    python benchmarks/cli.py --write    # and put it into docs/performance.md

CPU time, because machines are shared; ratios to a bare import in the same run, because they differ.
"""

from __future__ import annotations

import os
import platform
import resource
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from generate import generate

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "performance.md"
RUNS = 15
_START, _END = "<!-- measured -->", "<!-- end -->"
_BARE = [
    sys.executable,
    "-c",
    "import pydantic, typer, yaml; type('M', (pydantic.BaseModel,), {'__annotations__': {'x': int}})",
]


def cpu(command: list[str]) -> float:
    """CPU seconds of one run, user and system, with all its children."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, cwd=ROOT, check=False, capture_output=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return (after.ru_utime + after.ru_stime) - (before.ru_utime + before.ru_stime)


def main() -> None:
    """Measure and print, and with ``--write`` put the table into the page."""
    argmap = [str(Path(sys.executable).with_name("argmap"))]
    with tempfile.TemporaryDirectory() as folder:
        large, small, contested = (Path(folder, f"{name}.yaml") for name in ("large", "small", "contested"))
        large.write_text(generate(3400))
        small.write_text(generate(25))
        contested.write_text(generate(2000, attacks=400))
        many = Path(folder, "many")
        many.mkdir()
        for number in range(2000):
            Path(many, f"m{number}.yaml").write_text(
                generate(8, number).replace("map: generated", f"map: m{number}", 1)
            )
        Path(folder, "argmap.toml").touch()  # where its cache stands
        cpu([*argmap, "check", str(many)])
        megabytes = large.stat().st_size / 1e6
        rows = [
            ("import pydantic, typer, yaml; one model", None, _BARE),
            ("argmap --version", 0.08, [*argmap, "--version"]),
            ("argmap check --no-cache maps", 0.35, [*argmap, "check", "--no-cache", "maps"]),
            (
                f"argmap check, a map of {megabytes:.1f} MB (3,400 nodes)",
                0.8,
                [*argmap, "check", "--no-cache", str(large)],
            ),
            ("argmap check, 2,000 unchanged maps", 0.6, [*argmap, "check", str(many)]),
            ("argmap weigh, 2,000 nodes and 400 attacks", 1.0, [*argmap, "weigh", str(contested)]),
            ("argmap render, 25 nodes to SVG", 0.3, [*argmap, "render", str(small), "-o", str(Path(folder, "s.svg"))]),
        ]
        # Round by round, so that a busy moment falls on all of them alike.
        times: list[list[float]] = [[] for _ in rows]
        for _ in range(RUNS):
            for (_, _, command), taken in zip(rows, times, strict=True):
                taken.append(cpu(command))
    bare = statistics.median(times[0])
    lines = ["| what | CPU, median of 15 | budget | times the bare import |", "| --- | ---: | ---: | ---: |"]
    for (what, budget, _), taken in zip(rows, times, strict=True):
        median = statistics.median(taken)
        lines.append(f"| {what} | {median:.3f} s | {f'{budget:.2f} s' if budget else ''} | {median / bare:.1f} |")
    table = "\n".join(lines)
    print(table)
    if "--write" in sys.argv[1:]:
        head, _, rest = PAGE.read_text(encoding="utf-8").partition(_START)
        machine = (
            f"Python {platform.python_version()}, {platform.system()} {platform.machine()}, {os.cpu_count()} CPUs seen."
        )
        tail = rest.partition(_END)[2]
        PAGE.write_text(f"{head}{_START}\n{machine}\n\n{table}\n{_END}{tail}", encoding="utf-8")


if __name__ == "__main__":
    main()
