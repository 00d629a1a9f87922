"""Pictures: scene (what to draw), layout (where), painters (how). `engine` alone runs Graphviz.

A painter is a module of this package with a function ``paint``, found by its name: ``to="svg"`` is ``svg.py``. A writer
has a function ``write`` instead, and says a comparison in words: ``to="md"`` is ``md.py``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from argmap.model import Comparison, Map
from argmap.render.figure import Picture
from argmap.render.scene import ReferenceLabel

__all__ = ["Picture", "ReferenceLabel", "formats", "render_comparison", "render_map"]


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

    paint = _function(to, "paint")
    if paint is None:
        raise _unknown(to, ("paint",))
    picture: Picture = paint(map_scene(map, references))
    return picture


def render_comparison(
    comparison: Comparison,
    maps: Mapping[str, Map],
    references: Mapping[str, ReferenceLabel],
    to: str,
    width: int = 100,
) -> Picture:
    """Draws a comparison of maps, or says it in words, topic by topic.

    Args:
        comparison: The comparison.
        maps: Its maps, by id.
        references: How each reference is shown, by key.
        to: The painter, ``svg`` or ``dot``, or the writer, ``md`` or ``text``.
        width: The columns of a line, for plain text.

    Returns:
        The picture or text.

    Raises:
        ValueError: There is no such painter or writer.
    """
    write = _function(to, "write")
    if write is not None:
        return Picture(write(comparison, maps, references, width), None)
    paint = _function(to, "paint")
    if paint is None:
        raise _unknown(to, ("paint", "write"))
    from argmap.render.comparison_scene import comparison_scene

    picture: Picture = paint(comparison_scene(comparison, maps, references))
    return picture


def formats(functions: tuple[str, ...] = ("paint", "write")) -> tuple[str, ...]:
    """The names of all modules with one of *functions*."""
    from pkgutil import iter_modules

    names = (module.name for module in iter_modules(__path__))
    return tuple(sorted(name for name in names if any(_function(name, each) for each in functions)))


def _function(to: str, name: str) -> Callable[..., Any] | None:
    if not to.isidentifier() or find_spec(f"{__name__}.{to}") is None:
        return None
    function: Callable[..., Any] | None = getattr(import_module(f"{__name__}.{to}"), name, None)
    return function


def _unknown(to: str, functions: tuple[str, ...]) -> ValueError:
    return ValueError(f"there is no format '{to}' for this; choose one of {', '.join(formats(functions))}")
