"""Which Graphviz lays out maps."""

from __future__ import annotations

from enum import StrEnum


class Engine(StrEnum):
    """A Graphviz: the one inside the pygraphviz wheel, which draws the same everywhere, or the ``dot`` on PATH."""

    WHEEL = "wheel"
    DOT = "dot"
