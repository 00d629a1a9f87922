"""The one place that runs Graphviz, always in a child process and for a bounded time.

It is the Graphviz inside the pygraphviz wheel, so that the same packages draw the same picture everywhere, whether or
not there is a ``dot`` on PATH; that one only where it is asked for. The wheel's runs in Python's isolated mode, so that
neither the working directory nor the environment can put other code in its way.
"""

from __future__ import annotations

import shutil
import sys
from importlib.util import find_spec
from pathlib import Path

from argmap.model import Engine

TIMEOUT = 10.0
"""How long Graphviz may take, in seconds."""


class EngineError(RuntimeError):
    """Graphviz is missing, failed or took too long; the message says which, and what to do."""


def run(source: str, engine: Engine, timeout: float | None = None) -> bytes:
    """Lays out a graph.

    Args:
        source: The graph in DOT.
        engine: Which Graphviz does.
        timeout: How long it may take, in seconds; None: :data:`TIMEOUT`.

    Returns:
        Graphviz's ``json0`` output: the graph with positions, in points.

    Raises:
        EngineError: There is no such Graphviz, or it failed.
    """
    import subprocess  # it takes as long to load as a layout that is kept takes to read

    timeout = TIMEOUT if timeout is None else timeout
    try:
        done = subprocess.run(  # noqa: S603  the command is ours, the graph goes to its standard input
            _command(engine), input=source.encode(), capture_output=True, timeout=timeout, check=False
        )
    except subprocess.TimeoutExpired:
        raise EngineError(f"Graphviz took more than {timeout:g} seconds") from None
    except OSError as error:
        raise EngineError(f"Graphviz could not be started: {error}") from error
    if done.returncode or not done.stdout:
        reason = done.stderr.decode(errors="replace").strip().splitlines()
        raise EngineError(f"Graphviz failed: {reason[-1] if reason else f'exit status {done.returncode}'}")
    return done.stdout


def version(engine: Engine) -> str:
    """What stands for the Graphviz that :func:`run` starts, without starting it.

    That is the name of the engine, and where its file is, its size and time.

    Raises:
        EngineError: There is no such Graphviz.
    """
    files = [Path(_dot()).resolve()] if engine is Engine.DOT else sorted(Path(_package()).glob("_graphviz.*"))
    try:
        return "\n".join([engine, *(f"{file} {file.stat().st_size} {file.stat().st_mtime_ns}" for file in files)])
    except OSError as error:
        raise EngineError(f"Graphviz could not be started: {error}") from error


def _command(engine: Engine) -> list[str]:
    if engine is Engine.DOT:
        return [_dot(), "-Tjson0"]
    return [sys.executable, "-I", "-S", str(Path(__file__).with_name("wheel.py")), _package()]


def _dot() -> str:
    dot = shutil.which("dot")
    if dot is None:
        raise EngineError('the setting engine = "dot" needs dot on PATH: install Graphviz, or remove the setting')
    return dot


def _package() -> str:
    """The folder of pygraphviz."""
    spec = find_spec("pygraphviz")
    if spec is None or not spec.submodule_search_locations:
        raise EngineError("pygraphviz is not installed; `pip install pygraphviz` brings Graphviz along")
    return spec.submodule_search_locations[0]
