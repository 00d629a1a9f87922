"""Draws cards, and the frames around those that are needed together."""

from __future__ import annotations

from collections.abc import Iterator

from argmap.render.layout.figure import PlacedBox, Text
from argmap.render.scene.map import TOGETHER
from argmap.render.scene.model import Appearance, Card, Chip
from argmap.render.scene.theme import BAR, CHIP_HEIGHT, DOT, PAD, Theme
from argmap.render.shapes.glyphs import SEVERITIES
from argmap.render.shapes.model import Circle, Group, Hyperlink, Icon, PathShape, Place, Rect, Shape, TextLines, number
from argmap.render.typeset.measure import width

_ROUND = 5.0  # the radius of a card's corners
_STACK = 4.0  # px by which each of the cards behind a folded one stands out


def frame(placed: PlacedBox, look: Appearance) -> Iterator[Shape]:
    """The ground of cards that a step needs together, and the words between them."""
    box, x, y = placed
    yield Rect(x, y, box.width, box.height, 9, "frame", "frame-edge", classes="frame")
    for one, top in zip(box.cards[:-1], box.tops, strict=False):
        middle = y + top + one.height + TOGETHER / 2
        yield Text(x + box.width / 2, middle + 3, look.words("mark.together"), "together", "line-support", "middle")


def card(one: Card, x: float, y: float, theme: Theme, *, accent: str | None = None, flipped: bool = False) -> Group:
    """A card; *accent* is the colour of its bar where that is not its tone's, *flipped* puts the bar on its right."""
    shapes = tuple(_card(one, theme, accent or one.tone, flipped=flipped))
    return Group(shapes, "card", (x, y), title=one.spoken, described=one.described, item=True, id=one.id)


def _card(one: Card, theme: Theme, accent: str, *, flipped: bool) -> Iterator[Shape]:
    ground, edge = f"{one.tone}-ground", "muted" if one.implicit else "edge"
    if one.badge:
        for out in (2 * _STACK, _STACK):
            yield Rect(out, out, one.width - 2 * out, one.height, _ROUND, ground, edge, classes="behind")
    dashes = "5 3" if one.implicit else ""
    yield Rect(0, 0, one.width, one.height, _ROUND, ground, edge, dashes=dashes, classes="face")
    yield PathShape(_bar(one, flipped=flipped), accent)
    yield from _heading(one, theme)
    yield from _tags(one, flipped=flipped)
    if one.body:
        yield TextLines(one.body, f"{one.tone}-ink")
    if one.detail:
        yield TextLines(one.detail, f"{one.tone}-muted")
    for chip in one.chips:
        yield _chip(chip, "thesis-chip" if one.tone == "thesis" else "chip")
    yield from _remarks(one)
    if one.badge:
        yield from _badge(one, theme)


def _heading(one: Card, theme: Theme) -> Iterator[Shape]:
    """The icon and the word of the card's type, which lead to the passage in its source."""
    head = one.heading
    icon = (Icon(one.icon, head.x - 17, head.y - 9, one.tone),) if one.icon else ()
    shapes: tuple[Shape, ...] = (*icon, Text(head.x, head.y, head.text, head.type, one.tone))
    if one.passage is None:
        yield from shapes
        return
    address, called = one.passage
    kind = theme.types[head.type]
    wide = 17 + width(head.text, kind.size, kind.face, kind.spacing)
    yield Hyperlink(
        address, Group((Rect(head.x - 17, head.y - 9, wide, 12, fill="none"), *shapes), "passage", title=called)
    )


def _bar(one: Card, *, flipped: bool) -> str:
    """The accent bar, rounded where the card is."""
    height, r, thin = number(one.height - 2 * _ROUND), f"{_ROUND:g}", number(BAR - _ROUND)
    if flipped:
        start = f"M{number(one.width - BAR)} 0h{thin}a{r} {r} 0 0 1 {r} {r}v{height}"
        return f"{start}a{r} {r} 0 0 1 -{r} {r}h-{thin}z"
    return f"M{number(BAR)} 0h-{thin}a{r} {r} 0 0 0 -{r} {r}v{height}a{r} {r} 0 0 0 {r} {r}h{thin}z"


def _tags(one: Card, *, flipped: bool) -> Iterator[Shape]:
    right = one.width - PAD - (BAR if flipped else 0)
    for index, tag in enumerate(reversed(one.tags)):
        yield Circle(right - 4 - index * DOT, one.heading.y - 3, 3.5, f"tag-{tag + 1}", classes="tag")


def _chip(chip: Chip, kind: str) -> Group | Hyperlink:
    shapes = (
        Rect(chip.x, chip.y, chip.width, CHIP_HEIGHT, 9, kind),
        Text(chip.x + chip.width / 2, chip.y + 12.6, chip.text, "chip", f"{kind}-ink", "middle"),
    )
    group = Group(shapes, "chip", title=chip.label if chip.label != chip.text else None)
    return Hyperlink(chip.href, group) if chip.href else group


def _remarks(one: Card) -> Iterator[Shape]:
    for severity, lines in one.remarks:
        if lines:
            colour = severity if one.tone != "thesis" else "thesis-muted"
            sign, place = SEVERITIES[severity], Place(PAD + BAR, lines[0].y - 8)
            fill = colour if sign.filled else "none"
            yield PathShape(sign.path, fill, colour, 1.2, join="round", place=place, classes=f"remark {severity}")
            yield TextLines(lines, colour)


def _badge(one: Card, theme: Theme) -> Iterator[Shape]:
    kind = theme.types["badge"]
    wide = width(one.badge, kind.size, kind.face) + 14
    left, top = one.width - wide - 10, one.height - 9
    yield Rect(left, top, wide, 18, 9, "badge", classes="badge")
    yield Text(left + wide / 2, top + 12.6, one.badge, "badge", "badge-ink", "middle")
