"""A node as a measured card."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from argmap.model import Actor, Citation, Node, NodeType
from argmap.render import theme
from argmap.render.measure import clean, shorten, width, wrap
from argmap.render.scene import Card, Chip, Line, ReferenceLabel
from argmap.render.theme import TYPES
from argmap.render.words import detail

_TOP, _BOTTOM = 12.0, 12.0
_ICON = 17.0  # what the icon takes of the heading
_GAP = 5.0
_ASCENT = 0.8  # of the size: from a line's top to its baseline, the leading aside
_CHIP_PAD = 7.0
_PLAIN = r"[^\x00-\x20\x7f-\x9f\"'<>\\^`{|}]+"
_SAFE = re.compile(rf"https?://{_PLAIN}", re.IGNORECASE)
_DOI = re.compile(rf"(?:doi:\s*)?(10\.[0-9]{{4,9}}/{_PLAIN})", re.IGNORECASE)
_LONG_THESIS = 5  # lines


def card(
    node: Node,
    card_id: str,
    actors: Mapping[str, Actor],
    references: Mapping[str, ReferenceLabel],
    *,
    wide: float = theme.CARD,
    role: str | None = None,
    thesis: bool = False,
    large: bool = True,
) -> Card:
    """Measures a node.

    Args:
        node: What the card shows.
        card_id: The card's id in the picture.
        actors: The actors of its map.
        references: How citations are shown, by key; one that is missing is shown as its key.
        wide: The width of the card in px.
        role: ``objection`` or ``rebuttal``, which tints the card and is named beside its type.
        thesis: Whether the card is set on a dark ground.
        large: Whether a thesis is set in large type.

    Returns:
        The card; its height follows from its text.
    """
    left = theme.PAD + theme.BAR
    room = wide - left - theme.PAD
    word = f"{node.type} · {role}" if role else str(node.type)
    heading, top = place([word.upper()], left + _ICON, _TOP, "heading")
    style = _style(node, room, thesis=thesis, large=large)
    body, top = place(_wrapped(node.text, style, room), left, top + _GAP, style)
    said = detail(node, actors)
    small, top = place(_wrapped(said, "detail", room), left, top + (3 if said else 0), "detail")
    chips, top = _chips(node.cite, references, left, top, room)
    return Card(
        id=card_id,
        tone="thesis" if thesis else role or str(node.type),
        icon=str(node.type),
        width=wide,
        height=round(top + _BOTTOM),
        heading=heading[0],
        body=body,
        detail=small,
        chips=chips,
        implicit=node.implicit,
        spoken=clean(f"{word.capitalize()}: {node.text}{f' ({said})' if said else ''}"),
    )


def place(texts: Sequence[str], x: float, top: float, style: str) -> tuple[tuple[Line, ...], float]:
    """Stacks lines of text from *top* down; returns them and the y where the next thing may start."""
    leading, size = TYPES[style].leading, TYPES[style].size
    first = top + (leading - size) / 2 + size * _ASCENT
    lines = tuple(Line(x, round(first + at * leading, 2), text, style) for at, text in enumerate(texts))
    return lines, top + leading * len(texts)


def _wrapped(text: str, style: str, room: float) -> list[str]:
    return wrap(text, TYPES[style].size, room, TYPES[style].face, balance=style != "detail")


def _style(node: Node, room: float, *, thesis: bool, large: bool) -> str:
    if thesis:
        return "thesis" if large and len(_wrapped(node.text, "thesis", room)) <= _LONG_THESIS else "thesis-long"
    return "body" if node.type is NodeType.EVIDENCE else "strong"


def _chips(
    cited: Sequence[Citation], references: Mapping[str, ReferenceLabel], left: float, top: float, room: float
) -> tuple[tuple[Chip, ...], float]:
    """The citations in rows, from *top* down."""
    style = TYPES["chip"]
    chips: list[Chip] = []
    x, y = left, top + _GAP + 1
    for citation in dict.fromkeys(cited):
        label, href = shown(citation.key, references)
        full = clean(f"{label}, {citation.locator}" if citation.locator else label)
        text = shorten(full, style.size, room - 2 * _CHIP_PAD, style.face)
        wide = round(width(text, style.size, style.face) + 2 * _CHIP_PAD, 2)
        if x > left and x + wide > left + room:
            x, y = left, y + theme.CHIP_HEIGHT + 4
        chips.append(Chip(x, y, wide, text, full, safe_href(href)))
        x += wide + 5
    return tuple(chips), y + theme.CHIP_HEIGHT if chips else top


def shown(key: str, references: Mapping[str, ReferenceLabel]) -> ReferenceLabel:
    """How a reference is shown: as its key where it is unknown."""
    return references.get(key) or ReferenceLabel(key)


def safe_href(address: str | None) -> str | None:
    """*address* if it is one to link to: http, https, or a DOI, which becomes its address; None for all else."""
    if not address or clean(address) != address:
        return None
    found = _DOI.fullmatch(address)
    if found:
        return f"https://doi.org/{found[1]}"
    return address if _SAFE.fullmatch(address) else None
