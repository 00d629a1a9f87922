"""Lays out a graph with the Graphviz inside the pygraphviz wheel, which ships no ``dot``: DOT in, ``json0`` out.

A script, which :mod:`argmap.render.layout.graphviz.engine` starts with the folder of pygraphviz as its argument. It
imports pygraphviz's extension module and next to nothing else: ``pathlib`` would take a third of its time.
"""

from __future__ import annotations

import os
import sys


def _main(package: str) -> int:
    libraries = os.path.join(os.path.dirname(package), "pygraphviz.libs")  # noqa: PTH118, PTH120
    if hasattr(os, "add_dll_directory") and os.path.isdir(libraries):  # noqa: PTH112
        os.add_dll_directory(libraries)
    # pygraphviz's own __init__ imports its whole Python layer, which takes four times as long as the layout
    stub = type(sys)("pygraphviz")
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
