"""Pictures of maps and comparisons: scene (what to draw), layout (where), shapes (with what), painter (how).

A format is a painter's name in :data:`FORMATS`. DOT alone is written from the scene: its reader lays it out.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from typing import TYPE_CHECKING

from argmap.errors import UnknownFormatError
from argmap.model import Comparison, Engine, Finding, Map
from argmap.render.painters.picture import Picture, Sheet
from argmap.render.scene.model import Appearance, ReferenceLabel, Scene
from argmap.render.scene.theme import Theme, ThemeError, theme
from argmap.render.scene.words import UnknownLanguageError, languages, words, words_of

if TYPE_CHECKING:
    from argmap.render.layout.figure import Figure
    from argmap.render.layout.graphviz.store import LayoutStore
    from argmap.weigh.weight import Weight

__all__ = [
    "FORMATS",
    "Appearance",
    "Picture",
    "ReferenceLabel",
    "Sheet",
    "Theme",
    "ThemeError",
    "UnknownLanguageError",
    "appearance_of",
    "languages",
    "render_comparison",
    "render_map",
]

FORMATS = {
    "dot": "argmap.render.painters.dot",
    "pdf": "argmap.render.painters.pdf",
    "png": "argmap.render.painters.png",
    "svg": "argmap.render.painters.svg",
}
"""The module of each format's painter."""


def appearance_of(content: Map | Comparison, named: Theme | str = "auto", lang: str | None = None) -> Appearance:
    """How *content* is to look.

    Args:
        content: What is drawn; without *lang* the words are of its language, or English where we have none.
        named: A theme, or the name of one.
        lang: The language of the words on the figure.

    Raises:
        ThemeError: There is no such theme.
        UnknownLanguageError: There are no words in *lang*.
    """
    return Appearance(
        named if isinstance(named, Theme) else theme(named), words(lang) if lang else words_of(content.lang)
    )


def render_map(
    map: Map,
    references: Mapping[str, ReferenceLabel],
    to: str,
    *,
    look: Appearance | None = None,
    sheet: Sheet = Sheet(),  # noqa: B008, it is frozen
    layouts: LayoutStore | None = None,
    engine: Engine = Engine.WHEEL,
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
        to: The format, one of :data:`FORMATS`.
        look: How it looks; None for our theme, in the map's language.
        sheet: What it is painted on.
        layouts: Where layouts are kept from run to run; None where they are not.
        engine: The Graphviz that lays it out.
        folded: How many nodes stand behind a shown one, by its id.
        findings: What a check says of nodes, by their ids.
        weights: Whether nodes can be accepted, why, and how strong they are, by their ids.
        statements: How many nodes the cards stand for; None where there is one for each.
        whole: The map that *map* is a view of, so that a tag has one colour in all views; None where it is that.

    Returns:
        The picture.

    Raises:
        UnknownFormatError: There is no such format.
        PaintError: The painter cannot paint it here; the message says why and what to do.
    """
    from argmap.render.scene.card import Drawn
    from argmap.render.scene.map import coloured_tags, map_scene

    painter = _painter(to)
    drawn = Drawn(
        look or appearance_of(map),
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
    scene = map_scene(map, drawn)
    if to == "dot":
        return _source(scene)
    from argmap.render.layout.map import map_figure

    figure, notice = map_figure(scene, layouts, engine)
    return _painted(figure, painter, sheet, notice)


def render_comparison(
    comparison: Comparison,
    maps: Mapping[str, Map],
    references: Mapping[str, ReferenceLabel],
    to: str,
    *,
    confidence: Mapping[str, float] = {},
    look: Appearance | None = None,
    sheet: Sheet = Sheet(),  # noqa: B008, it is frozen
) -> Picture:
    """Draws a comparison of maps, topic by topic.

    Args:
        comparison: The comparison.
        maps: Its maps, by id.
        references: How each reference is shown, by key.
        to: The format, one of :data:`FORMATS`.
        confidence: How sure each topic is, from 0 to 1, where the comparison is a proposal.
        look: How it looks; None for our theme, in the comparison's language.
        sheet: What it is painted on.

    Returns:
        The picture.

    Raises:
        UnknownFormatError: There is no such format.
        PaintError: The painter cannot paint it here; the message says why and what to do.
    """
    from argmap.render.scene.comparison import comparison_scene

    painter = _painter(to)
    scene = comparison_scene(comparison, maps, references, look or appearance_of(comparison), confidence)
    if to == "dot":
        return _source(scene)
    from argmap.render.layout.comparison import comparison_figure

    return _painted(comparison_figure(scene), painter, sheet)


def _painter(to: str) -> str:
    if to not in FORMATS:
        raise UnknownFormatError(f"there is no format '{to}' for this; choose one of {', '.join(FORMATS)}")
    return FORMATS[to]


def _source(scene: Scene) -> Picture:
    from argmap.render.painters.dot import source

    return Picture(source(scene), None)


def _painted(figure: Figure, painter: str, sheet: Sheet, notice: str | None = None) -> Picture:
    """The *figure* on its *sheet*, with the *notice* that its layout gave."""
    from argmap.render.shapes.drawing import drawing

    paint: Callable[..., Picture] = import_module(painter).paint
    picture = paint(figure, tuple(drawing(figure)), sheet)
    return picture._replace(notice="; ".join(filter(None, (notice, picture.notice))) or None)
