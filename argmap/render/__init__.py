"""Pictures: scene (what to draw), layout (where), painters (how). `engine` alone runs Graphviz.

A painter is a module of this package with a function ``paint``, found by its name: ``to="svg"`` is ``svg.py``.
"""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from importlib.util import find_spec
from typing import Protocol

from argmap.model import Comparison, Map
from argmap.render.figure import Picture
from argmap.render.scene import ReferenceLabel, Scene

__all__ = ["Picture", "ReferenceLabel", "painters", "render_comparison", "render_map"]


def render_map(map: Map, references: Mapping[str, ReferenceLabel], to: str) -> Picture:
    """Draws a map.

    Args:
        map: The map.
        references: How each reference is shown, by key; one that is missing is shown as its key.
        to: The painter: ``svg`` or ``dot``.

    Returns:
        The picture.

    Raises:
        ValueError: There is no such painter.
    """
    from argmap.render.map_scene import map_scene

    return _painter(to)(map_scene(map, references))


def render_comparison(
    comparison: Comparison, maps: Mapping[str, Map], references: Mapping[str, ReferenceLabel], to: str
) -> Picture:
    """Draws a comparison of maps, topic by topic.

    Args:
        comparison: The comparison.
        maps: Its maps, by id.
        references: How each reference is shown, by key.
        to: The painter: ``svg`` or ``dot``.

    Returns:
        The picture.

    Raises:
        ValueError: There is no such painter.
    """
    from argmap.render.comparison_scene import comparison_scene

    return _painter(to)(comparison_scene(comparison, maps, references))


def painters() -> tuple[str, ...]:
    """The names of all painters."""
    from pkgutil import iter_modules

    return tuple(sorted(module.name for module in iter_modules(__path__) if _find(module.name)))


class _Paint(Protocol):
    def __call__(self, scene: Scene) -> Picture: ...


def _find(to: str) -> _Paint | None:
    if not to.isidentifier() or find_spec(f"{__name__}.{to}") is None:
        return None
    paint: _Paint | None = getattr(import_module(f"{__name__}.{to}"), "paint", None)
    return paint


def _painter(to: str) -> _Paint:
    paint = _find(to)
    if paint is None:
        raise ValueError(f"there is no picture format {to!r}; choose one of {', '.join(painters())}")
    return paint
