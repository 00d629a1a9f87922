"""What pictures cost, in CPU seconds of the whole process and its children: medians of one run; and how large they are.

    python benchmarks/render.py            # print the table
    python benchmarks/render.py --write    # and put it into docs/performance.md

CPU time, because machines are shared; ratios to a bare import in the same run, because they differ.
"""

from __future__ import annotations

import gc
import os
import platform
import re
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from generate import generate

if TYPE_CHECKING:
    from argmap.render.scene.model import MapScene

PAGE = Path(__file__).parents[1] / "docs" / "performance.md"
RUNS = 9
_TITLE, _START, _END = "## Pictures", "<!-- drawn -->", "<!-- end drawn -->"
_ARGMAP = str(Path(sys.executable).with_name("argmap"))
_BARE = [sys.executable, "-c", "import pydantic, yaml, typer, graphviz"]
_SIZE = re.compile(rb'<svg [^>]*?width="([\d.]+)" height="([\d.]+)"')


class Row(NamedTuple):
    """What is measured, its budget in seconds, how it is measured, and the picture that it leaves."""

    what: str
    budget: float | None
    seconds: Callable[[], float]
    picture: Path | None = None


def cpu(command: list[str], folder: Path) -> float:
    """CPU seconds of one run in *folder*, user and system, with all its children."""
    # as for a user, whose Python keeps what it has compiled
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, cwd=folder, env=environment, check=True, capture_output=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return (after.ru_utime + after.ru_stime) - (before.ru_utime + before.ru_stime)


def layout_alone(path: Path) -> float:
    """CPU seconds of the layout of a map and nothing else, in this process."""
    from argmap.render.layout.place import lay_out

    scene = _scene(path)
    start = time.process_time()
    lay_out(scene)
    return time.process_time() - start


@cache
def _scene(path: Path) -> MapScene:
    from argmap.formats.native import load
    from argmap.model import Map
    from argmap.render import appearance_of
    from argmap.render.scene.card import Drawn
    from argmap.render.scene.map import map_scene

    gc.disable()  # as the command does
    content = load(path.read_text(encoding="utf-8"), str(path)).content
    if not isinstance(content, Map):
        raise SystemExit(f"{path}: not a map")
    return map_scene(content, Drawn(appearance_of(content), content.actors, {}))


def rows(folder: Path) -> list[Row]:
    """What is measured, with its files in *folder*: outside of a workspace, and in one, where layouts are kept."""
    plain, kept = folder / "plain", folder / "kept"
    for place in (plain, kept):
        place.mkdir()
        for nodes in (25, 500, 2000, 10_000):
            (place / f"{nodes}.yaml").write_text(generate(nodes))
    (kept / "argmap.toml").touch()

    def render(what: str, budget: float, place: Path, nodes: int, *options: str) -> Row:
        picture = place / f"{nodes}{''.join(options)}.svg"
        command = [_ARGMAP, "render", f"{nodes}.yaml", *options, "-o", picture.name]
        return Row(what, budget, lambda: cpu(command, place), picture)

    return [
        Row("import pydantic, yaml, typer, graphviz", None, lambda: cpu(_BARE, plain)),
        render("25 nodes", 0.3, plain, 25),
        render("500 nodes, folded", 0.5, plain, 500),
        render("500 nodes, folded, from the kept layout", 0.35, kept, 500),
        render("2,000 nodes, folded", 1.0, plain, 2000),
        render("500 nodes, `--all`", 0.5, plain, 500, "--all"),
        render("2,000 nodes, `--all`", 1.0, plain, 2000, "--all"),
        render("10,000 nodes, `--all`", 3.0, plain, 10_000, "--all"),
        Row("the layout of 10,000 nodes alone", 1.0, lambda: layout_alone(plain / "10000.yaml")),
    ]


def table(measured: list[tuple[Row, list[float]]]) -> str:
    """The table in Markdown."""
    bare = statistics.median(measured[0][1])
    lines = [
        f"| `argmap render` to SVG | CPU, median of {RUNS} | budget | times the bare import | size | width × height |",
        "| --- | ---: | ---: | ---: | ---: | ---: |",
    ]
    for row, taken in measured:
        median = statistics.median(taken)
        cells = [row.what, f"{median:.3f} s", f"{row.budget:.2f} s" if row.budget else "", f"{median / bare:.1f}"]
        lines.append(f"| {' | '.join([*cells, *_picture(row.picture)])} |")
    return "\n".join(lines)


def _picture(path: Path | None) -> tuple[str, str]:
    if path is None:
        return "", ""
    raw = path.read_bytes()
    found = _SIZE.search(raw)
    sides = f"{float(found[1]):,.0f} × {float(found[2]):,.0f} px" if found else ""
    return f"{len(raw) / 1000:,.0f} KB", sides


def machine() -> str:
    """What the figures were measured on."""
    return f"Python {platform.python_version()}, {platform.system()} {platform.machine()}, {os.cpu_count()} CPUs seen."


def main() -> None:
    """Measure and print, and with ``--write`` put the table into the page."""
    with tempfile.TemporaryDirectory() as folder:
        measured: list[tuple[Row, list[float]]] = [(row, []) for row in rows(Path(folder))]
        for row, _ in measured:
            row.seconds()  # what is compiled and kept is there from now on
        # Round by round, so that a busy moment falls on all of them alike.
        for _ in range(RUNS):
            for row, taken in measured:
                taken.append(row.seconds())
        text = table(measured)
    print(text)
    if "--write" in sys.argv[1:]:
        page = PAGE.read_text(encoding="utf-8")
        if _START not in page:
            page += f"\n{_TITLE}\n\n{_START}\n{_END}\n"
        head, _, rest = page.partition(_START)
        after = rest.partition(_END)[2]
        drawn = f"{_START}\n{machine()}\n\n{text}\n{_END}"
        PAGE.write_text(f"{head}{drawn}{after}", encoding="utf-8")


if __name__ == "__main__":
    main()
