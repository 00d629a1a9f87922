"""Keeping layouts from run to run, by all that they depend on."""

from __future__ import annotations

import json
from typing import Any, NamedTuple, Protocol

from argmap.model import Engine
from argmap.render.layout.geometry import Curve, Point
from argmap.render.layout.graphviz import engine as graphviz
from argmap.render.scene.model import MapScene

_VERSION = 1  # of what we make of Graphviz's answer, and of how it is kept
_FARTHEST = 1e6  # px


class LayoutStore(Protocol):
    """Where layouts are kept: texts by the digest of all that they depend on."""

    def get(self, key: str) -> str | None:
        """The text under a key, or None. It is not trusted."""

    def put(self, key: str, text: str) -> None:
        """Keeps a text. Where that fails, nothing happens."""


class Kept(NamedTuple):
    """What is kept: the centres of boxes and junctions by id, and where each link turns."""

    centres: dict[str, Point]
    turns: tuple[Curve | None, ...]


def key(source: str, scene: MapScene, engine: Engine) -> str:
    """What a layout depends on: what Graphviz is given, which Graphviz that is, and what we make of its answer.

    Raises:
        EngineError: There is no Graphviz.
    """
    from hashlib import sha256  # it loads a library, and most layouts are not kept

    links = "".join(f"{link.headed:d}{link.free:d}{link.tail == link.head:d}" for link in scene.links)
    return sha256(f"{_VERSION} {links} {graphviz.version(engine)}\n{source}".encode()).hexdigest()


def written(kept: Kept, scene: MapScene) -> str:
    """A layout of a scene as it is kept."""
    return json.dumps([[kept.centres[item] for item in scene.ids], kept.turns])


def read(text: str | None, scene: MapScene) -> Kept | None:
    """A layout of a scene, from the text that is kept; None where that is not one."""
    try:
        centres, turns = json.loads(text or "null")
        return Kept(
            {item: _point(point) for item, point in zip(scene.ids, centres, strict=True)},
            tuple(
                None if turn is None else tuple(_point(point) for point in turn)
                for _, turn in zip(scene.links, turns, strict=True)
            ),
        )
    except (ValueError, TypeError, RecursionError):
        return None


def _point(point: Any) -> Point:
    x, y = point
    if not (abs(x) < _FARTHEST and abs(y) < _FARTHEST):
        raise ValueError("no place on a picture")
    return float(x), float(y)
