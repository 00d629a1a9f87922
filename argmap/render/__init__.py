"""Pictures: scene (what to draw), layout (where), painters (how). `engine` alone runs Graphviz.

A painter is a module of this package with a function ``paint``, found by its name: ``to="svg"`` is ``svg.py``. A writer
has a function ``write`` instead, and says a comparison in words: ``to="md"`` is ``md.py``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

from argmap.model import Comparison, Finding, Map
from argmap.render.layout.figure import Picture, Sheet
from argmap.render.scene.model import Look, ReferenceLabel
from argmap.render.scene.theme import Theme, ThemeError, theme
from argmap.render.scene.words import UnknownLanguageError, languages, words, words_of

if TYPE_CHECKING:
    from argmap.weigh.weight import Weight

__all__ = [
    "Look",
    "Picture",
    "ReferenceLabel",
    "Sheet",
    "Theme",
    "ThemeError",
    "UnknownLanguageError",
    "formats",
    "languages",
    "look_of",
    "render_comparison",
    "render_map",
]


def look_of(content: Map | Comparison, named: Theme | str = "auto", lang: str | None = None) -> Look:
    """How *content* is to look.

    Args:
        content: What is drawn; without *lang* the words are of its language, or English where we have none.
        named: A theme, or the name of one.
        lang: The language of the words on the figure.

    Raises:
        ThemeError: There is no such theme.
        UnknownLanguageError: There are no words in *lang*.
    """
    return Look(named if isinstance(named, Theme) else theme(named), words(lang) if lang else words_of(content.lang))


def render_map(
    map: Map,
    references: Mapping[str, ReferenceLabel],
    to: str,
    *,
    look: Look | None = None,
    sheet: Sheet = Sheet(),  # noqa: B008, it is frozen
    folded: Mapping[str, int] = {},
    findings: Mapping[str, Sequence[Finding]] = {},
    weights: Mapping[str, Weight] = {},
    statements: int | None = None,
    whole: Map | None = None,
) -> Picture:
    """Draws a map.

    Args:
        map: The map.
        references: How each reference is shown, by key; one that is missing is shown as its key.
        to: The painter: ``svg``, ``dot``, ``png`` or ``pdf``.
        look: How it looks; None for our theme, in the map's language.
        sheet: What it is painted on.
        folded: How many nodes stand behind a shown one, by its id.
        findings: What a check says of nodes, by their ids.
        weights: Whether nodes can be accepted, why, and how strong they are, by their ids.
        statements: How many nodes the cards stand for; None where there is one for each.
        whole: The map that *map* is a view of, so that a tag has one colour in all views; None where it is that.

    Returns:
        The picture.

    Raises:
        ValueError: There is no such painter.
    """
    from argmap.render.scene.card import Drawn
    from argmap.render.scene.map import coloured_tags, map_scene

    paint = _function(to, "paint")
    if paint is None:
        raise _unknown(to, ("paint",))
    drawn = Drawn(
        look or look_of(map),
        map.actors,
        references,
        tags=coloured_tags(whole or map),
        folded=folded,
        findings=findings,
        weights=weights,
        source=map.source,
        statements=statements,
        total=len(whole.nodes) if whole else None,
    )
    picture: Picture = paint(map_scene(map, drawn), sheet)
    return picture


def render_comparison(
    comparison: Comparison,
    maps: Mapping[str, Map],
    references: Mapping[str, ReferenceLabel],
    to: str,
    width: int = 100,
    confidence: Mapping[str, float] | None = None,
    *,
    look: Look | None = None,
    sheet: Sheet = Sheet(),  # noqa: B008, it is frozen
) -> Picture:
    """Draws a comparison of maps, or says it in words, topic by topic.

    Args:
        comparison: The comparison.
        maps: Its maps, by id.
        references: How each reference is shown, by key.
        to: The painter, ``svg``, ``dot``, ``png`` or ``pdf``, or the writer, ``md``, ``text`` or ``csv``.
        width: The columns of a line, for plain text.
        confidence: How sure each topic is, from 0 to 1, where the comparison is a proposal.
        look: How it looks; None for our theme, in the comparison's language.
        sheet: What it is painted on.

    Returns:
        The picture or text.

    Raises:
        ValueError: There is no such painter or writer.
    """
    write = _function(to, "write")
    if write is not None:
        return Picture(write(comparison, maps, references, width, confidence or {}), None)
    paint = _function(to, "paint")
    if paint is None:
        raise _unknown(to, ("paint", "write"))
    from argmap.render.scene.comparison import comparison_scene

    picture: Picture = paint(
        comparison_scene(comparison, maps, references, look or look_of(comparison), confidence), sheet
    )
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
