"""The title, the line under it, and the legend, flowed to the width of a picture."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from argmap.render import theme
from argmap.render.figure import Legend, Text
from argmap.render.measure import width, wrap
from argmap.render.scene import MapScene
from argmap.render.theme import TYPES

_SAMPLES = {"tone": 24.0, "line": 46.0}  # px for the sample before the words of an entry
_BETWEEN = 22.0  # px between two entries


class Header(NamedTuple):
    """What stands above a picture, and the y where the picture may start."""

    texts: tuple[Text, ...]
    legend: tuple[Legend, ...]
    bottom: float


def header(
    title: str, subtitle: str, entries: Sequence[tuple[str, str, str, str]], room: float, colours: theme.Colours
) -> Header:
    """Sets the head of a picture.

    Args:
        title: The title.
        subtitle: What stands under it.
        entries: The legend: of each entry its sort, its key, its icon and its words.
        room: The width in px that there is.
        colours: The theme.

    Returns:
        The head, placed from the margin.
    """
    texts: list[Text] = []
    top = theme.MARGIN
    for words, style, colour in ((title, "title", colours.ink), (subtitle, "subtitle", colours.muted)):
        kind = TYPES[style]
        for line in wrap(words, kind.size, room, kind.face, balance=False):
            texts.append(Text(theme.MARGIN, top + kind.size * 0.95, line, style, colour))
            top += kind.leading
        top += 4
    legend: list[Legend] = []
    x, kind = theme.MARGIN, TYPES["legend"]
    y = top + 18
    row = "tone"
    for sort, key, icon, words in entries:
        sample = _SAMPLES[sort]
        wide = sample + width(words, kind.size, kind.face)
        if x > theme.MARGIN and (x + wide > theme.MARGIN + room or sort != row):
            x, y = theme.MARGIN, y + 24
        row = sort
        legend.append(Legend(x, y, sort, key, icon, Text(x + sample, y + 4, words, "legend", colours.muted)))
        x += wide + _BETWEEN
    return Header(tuple(texts), tuple(legend), y + 44 if legend else top + 24)


def map_entries(scene: MapScene) -> list[tuple[str, str, str, str]]:
    """The legend of a map: only what occurs in it."""
    entries = [("tone", tone, icon, words.capitalize()) for tone, icon, words in scene.types]
    if any(card.implicit for box in scene.boxes for card in box.cards):
        entries.append(("tone", "implicit", "", "Implicit: unstated in the source"))
    if any(box.framed for box in scene.boxes):
        entries.append(("tone", "together", "", "Needed together"))
    if any(junction.linked for junction in scene.junctions):
        entries.append(("tone", "plus", "", "Joined: needed together"))
    entries += [("line", kind, "", words) for kind, words in scene.kinds]
    if any(link.faint for link in scene.links):
        entries.append(("line", "outweighed", "", "outweighed"))
    return entries
