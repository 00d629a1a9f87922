"""The one place that runs Graphviz, always in a child process and for a bounded time.

``dot`` where it is on PATH. Otherwise this very file, run as a script: it drives the Graphviz inside the pygraphviz
wheel, which ships no ``dot``. The script imports the standard library and pygraphviz's extension module alone, in
Python's isolated mode, so that neither the working directory nor the environment can put other code in its way.
"""

from __future__ import annotations

import os
import shutil
import sys
from importlib.util import find_spec
from pathlib import Path

TIMEOUT = 10.0
"""How long Graphviz may take, in seconds."""


class EngineError(RuntimeError):
    """Graphviz is missing, failed or took too long; the message says which, and what to do."""


def run(source: str, timeout: float | None = None) -> bytes:
    """Lays out a graph.

    Args:
        source: The graph in DOT.
        timeout: How long it may take, in seconds; None: :data:`TIMEOUT`.

    Returns:
        Graphviz's ``json0`` output: the graph with positions, in points.

    Raises:
        EngineError: There is no Graphviz, or it failed.
    """
    import subprocess  # it takes as long to load as a layout that is kept takes to read

    timeout = TIMEOUT if timeout is None else timeout
    try:
        done = subprocess.run(  # noqa: S603  the command is ours, the graph goes to its standard input
            _command(), input=source.encode(), capture_output=True, timeout=timeout, check=False
        )
    except subprocess.TimeoutExpired:
        raise EngineError(f"Graphviz took more than {timeout:g} seconds") from None
    except OSError as error:
        raise EngineError(f"Graphviz could not be started: {error}") from error
    if done.returncode or not done.stdout:
        reason = done.stderr.decode(errors="replace").strip().splitlines()
        raise EngineError(f"Graphviz failed: {reason[-1] if reason else f'exit status {done.returncode}'}")
    return done.stdout


def version() -> str:
    """What stands for the Graphviz that :func:`run` starts, without starting it: where its file is, its size and time.

    Raises:
        EngineError: There is no Graphviz.
    """
    dot = shutil.which("dot")
    files = [Path(dot).resolve()] if dot else sorted(Path(_package()).glob("_graphviz.*"))
    try:
        return "\n".join(f"{file} {file.stat().st_size} {file.stat().st_mtime_ns}" for file in files)
    except OSError as error:
        raise EngineError(f"Graphviz could not be started: {error}") from error


def _command() -> list[str]:
    dot = shutil.which("dot")
    return [dot, "-Tjson0"] if dot else [sys.executable, "-I", "-S", __file__, _package()]


def _package() -> str:
    """The folder of pygraphviz."""
    spec = find_spec("pygraphviz")
    if spec is None or not spec.submodule_search_locations:
        raise EngineError("neither dot nor pygraphviz is installed; `pip install pygraphviz` brings Graphviz along")
    return spec.submodule_search_locations[0]


def _main(package: str) -> int:
    from types import ModuleType

    libraries = Path(package).parent / "pygraphviz.libs"
    if hasattr(os, "add_dll_directory") and libraries.is_dir():
        os.add_dll_directory(str(libraries))
    # pygraphviz's own __init__ imports its whole Python layer, which takes four times as long as the layout
    stub = ModuleType("pygraphviz")
    stub.__path__ = [package]
    sys.modules["pygraphviz"] = stub
    from pygraphviz import _graphviz

    graph = _graphviz.agread(sys.stdin, None)
    context = _graphviz.gvContextWithBuiltins()
    if _graphviz.gvLayout(context, graph, b"dot"):
        return 1
    status, data = _graphviz.gvRenderData(context, graph, b"json0")
    sys.stdout.buffer.write(data)
    sys.stdout.flush()
    return int(status)


if __name__ == "__main__":
    sys.exit(_main(sys.argv[1]))
