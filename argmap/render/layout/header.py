"""The title, the line under it, and the legend, flowed to the width of a picture."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from argmap.render.layout.figure import Legend, Text
from argmap.render.scene.model import MapScene
from argmap.render.scene.theme import MARGIN, Theme
from argmap.render.typeset.measure import direction, shorten, width
from argmap.render.typeset.wrap import wrap_text

_SAMPLES = {"tone": 24.0, "tag": 16.0, "line": 46.0}  # px for the sample before the words of an entry
_MOST_LINES = 12
_WIDEST_TAG = 220.0  # px
_BETWEEN = 22.0  # px between two entries


class Header(NamedTuple):
    """What stands above a picture, and the y where the picture may start."""

    texts: tuple[Text, ...]
    legend: tuple[Legend, ...]
    bottom: float


def header(
    title: str, subtitle: str, entries: Sequence[tuple[str, str, str, str]], room: float, theme: Theme
) -> Header:
    """Sets the head of a picture.

    Args:
        title: The title.
        subtitle: What stands under it.
        entries: The legend: of each entry its sort, its key, its icon and its words.
        room: The width in px that there is.
        theme: The theme.

    Returns:
        The head, placed from the margin.
    """
    texts: list[Text] = []
    top = MARGIN
    for words, style, colour in ((title, "title", "ink"), (subtitle, "subtitle", "muted")):
        kind = theme.types[style]
        rtl = direction(words) == "rtl"
        for line in wrap_text(words, kind.size, room, kind.face, balance=False, most=_MOST_LINES):
            start = MARGIN + room if rtl else MARGIN
            texts.append(Text(start, top + kind.size * 0.95, line, style, colour, rtl=rtl))
            top += kind.leading
        top += 4
    legend: list[Legend] = []
    x, kind = MARGIN, theme.types["legend"]
    y = top + 18
    row = "tone"
    for sort, key, icon, words in entries:
        sample = _SAMPLES[sort]
        wide = sample + width(words, kind.size, kind.face)
        if x > MARGIN and (x + wide > MARGIN + room or sort != row):
            x, y = MARGIN, y + 24
        row = sort
        legend.append(Legend(x, y, sort, key, icon, Text(x + sample, y + 4, words, "legend", "muted")))
        x += wide + _BETWEEN
    return Header(tuple(texts), tuple(legend), y + 44 if legend else top + 24)


def map_entries(scene: MapScene) -> list[tuple[str, str, str, str]]:
    """The legend of a map: only what occurs in it."""
    words, kind = scene.look.words, scene.look.theme.types["legend"]
    cards = [card for box in scene.boxes for card in box.cards]
    entries = [("tone", tone, icon, said[:1].upper() + said[1:]) for tone, icon, said in scene.types]
    signs = {
        "implicit": any(card.implicit for card in cards),
        "together": any(box.framed for box in scene.boxes),
        "plus": any(junction.linked for junction in scene.junctions),
        "folded": any(card.badge for card in cards),
    }
    entries += [("tone", sign, "", words(f"legend.{sign}")) for sign, occurs in signs.items() if occurs]
    tagged = {tag for card in cards for tag in card.tags}
    entries += [
        ("tag", str(index), "", shorten(tag, kind.size, _WIDEST_TAG, kind.face))
        for index, tag in enumerate(scene.tags)
        if index in tagged
    ]
    entries += [("line", kind, "", said) for kind, said in scene.kinds]
    if any(link.faint for link in scene.links):
        entries.append(("line", "outweighed", "", words("line.outweighed")))
    return entries
