"""A node as a measured card."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from argmap.model import Actor, Citation, Finding, Node, NodeType
from argmap.render.scene.model import Appearance, Card, Chip, Line, ReferenceLabel, Remark
from argmap.render.scene.theme import BAR, CHIP_HEIGHT, DOT, PAD, Theme
from argmap.render.scene.words import detail
from argmap.render.typeset.measure import clean, direction, shorten, width
from argmap.render.typeset.wrap import wrap_text
from argmap.text.address import safe_href
from argmap.text.printable import shorten as cut

if TYPE_CHECKING:
    from argmap.weigh.weight import Weight

_TOP, _BOTTOM = 12.0, 12.0
_ICON = 17.0  # what the icon takes of the heading
_GAP = 5.0
_ASCENT = 0.8  # of the size: from a line's top to its baseline, the leading aside
_CHIP_PAD = 7.0
_LONG_THESIS = 5  # lines
_MOST_LINES, _MOST_DETAIL = 60, 8  # lines of a card's texts, so that no text takes a picture for itself
_MOST_SPOKEN = 2000  # characters
_MOST_DOTS = 4  # tags on a card
_MOST_REMARKS = 3
_REMARK = 12.0  # px that its sign takes of a remark


class Drawn(NamedTuple):
    """What of a map its cards need: how it looks, its actors and how its references are shown; and what is on them.

    *tags* are those that have colours, *folded* says how many nodes stand behind a card, *findings* what a check says
    of a node, *weights* whether it can be accepted and how strong it is. *source* is the reference of what the map is
    of. *statements* is how many nodes all the cards stand for, of a map that has *total*; None where there is a card
    for each node.
    """

    look: Appearance
    actors: Mapping[str, Actor]
    references: Mapping[str, ReferenceLabel]
    tags: Sequence[str] = ()
    folded: Mapping[str, int] = {}
    findings: Mapping[str, Sequence[Finding]] = {}
    weights: Mapping[str, Weight] = {}
    source: str | None = None
    statements: int | None = None
    total: int | None = None


def card(
    node: Node,
    card_id: str,
    drawn: Drawn,
    *,
    wide: float,
    role: str | None = None,
    thesis: bool = False,
    large: bool = True,
) -> Card:
    """Measures a node.

    Args:
        node: What the card shows.
        card_id: The card's id in the picture.
        drawn: What it needs of its map.
        wide: The width of the card in px.
        role: ``objection`` or ``rebuttal``, which tints the card and is named beside its type.
        thesis: Whether the card is set on a ground of its own.
        large: Whether a thesis is set in large type.

    Returns:
        The card; its height follows from its text.
    """
    theme, words = drawn.look
    left = PAD + BAR
    room = wide - left - PAD
    keys = [f"type.{each}" for each in (node.type, role) if each]
    weight = drawn.weights.get(node.id)
    keys += [f"status.{weight.status}"] if weight else []
    word = " · ".join(words(key) for key in keys)
    heading, top = place([word.upper()], left + _ICON, _TOP, theme, "heading")
    style = _style(node, room, theme, thesis=thesis, large=large)
    body, top = _set(node.text, left, top + _GAP, room, theme, style)
    said = detail(node, drawn.actors, words, weight.strength if weight else None)
    small, top = _set(said, left, top + (3 if said else 0), room, theme, "detail", most=_MOST_DETAIL)
    chips, top = _chips(node.cite, drawn, left, top, room)
    remarks, top = _remarks(drawn.findings.get(node.id, ()), drawn.look, left, top, room)
    folded = drawn.folded.get(node.id, 0)
    # plain spaces, which are read out as well and looked at faster
    spoken = clean(f"{_capital(word)}: {node.text}{f' ({said})' if said else ''}".replace("\u00a0", " "))
    findings = drawn.findings.get(node.id, ())
    said_too = (node.id, *(chip.label for chip in chips), *node.tags, *(finding.message for finding in findings))
    said_too += (f"{weight.status}: {weight.why}",) if weight else ()
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
        spoken=cut(spoken, _MOST_SPOKEN),
        described=cut(clean("; ".join(said_too)), _MOST_SPOKEN),
        remarks=remarks,
        tags=_tags(node.tags, drawn, heading[0], left + room),
        badge=f"+{folded:,}" if folded else "",
        passage=_passage(node, drawn),
    )


def _tags(tags: Sequence[str], drawn: Drawn, heading: Line, right: float) -> tuple[int, ...]:
    """The tags that have colours, by their places: as many as there is room for behind the heading."""
    found = tuple(drawn.tags.index(tag) for tag in tags if tag in drawn.tags)[:_MOST_DOTS]
    if not found:
        return found
    size, _, face, spacing = drawn.look.theme.types[heading.type]
    free = right - heading.x - width(heading.text, size, face, spacing)
    return found[: max(0, int(free // DOT))]


def _passage(node: Node, drawn: Drawn) -> tuple[str, str] | None:
    """The address of where the source states the node, and what it is called; None without anchor or address."""
    if not node.at or drawn.source is None:
        return None
    from argmap.sources.link import deep_link  # few maps have a source with an address

    link = deep_link(safe_href(shown(drawn.source, drawn.references).href), node.at[0])
    return (link, drawn.look.words("card.passage")) if link else None


def _capital(word: str) -> str:
    return word[:1].upper() + word[1:]


def place(
    texts: Sequence[str], x: float, top: float, theme: Theme, style: str, *, rtl: bool = False
) -> tuple[tuple[Line, ...], float]:
    """Stacks lines of text from *top* down; returns them and the y where the next thing may start."""
    size, leading, *_ = theme.types[style]
    first = top + (leading - size) / 2 + size * _ASCENT
    lines = [Line(x, first + index * leading, text, style, rtl) for index, text in enumerate(texts)]
    return tuple(lines), top + leading * len(texts)


def _set(
    text: str, left: float, top: float, room: float, theme: Theme, style: str, most: int = _MOST_LINES
) -> tuple[tuple[Line, ...], float]:
    """Sets a text from *top* down, at the side where its script begins."""
    rtl = direction(text) == "rtl"
    return place(_wrapped(text, style, room, theme, most), left + room if rtl else left, top, theme, style, rtl=rtl)


def _wrapped(text: str, style: str, room: float, theme: Theme, most: int = _MOST_LINES) -> list[str]:
    kind = theme.types[style]
    return wrap_text(text, kind.size, room, kind.face, balance=style != "detail", most=most)


def _style(node: Node, room: float, theme: Theme, *, thesis: bool, large: bool) -> str:
    if thesis:
        short = (
            len(node.text) <= _LONG_THESIS * room / 4
            and len(_wrapped(node.text, "thesis", room, theme)) <= _LONG_THESIS
        )
        return "thesis" if large and short else "thesis-long"
    return "body" if node.type is NodeType.EVIDENCE else "strong"


def _chips(
    cited: Sequence[Citation], drawn: Drawn, left: float, top: float, room: float
) -> tuple[tuple[Chip, ...], float]:
    """The citations in rows, from *top* down."""
    style = drawn.look.theme.types["chip"]
    chips: list[Chip] = []
    x, y = left, top + _GAP + 1
    for citation in dict.fromkeys(cited):
        label, href = shown(citation.key, drawn.references)
        full = clean(f"{label}, {citation.locator}" if citation.locator else label)
        text = shorten(full, style.size, room - 2 * _CHIP_PAD, style.face)
        wide = round(width(text, style.size, style.face) + 2 * _CHIP_PAD, 2)
        if x > left and x + wide > left + room:
            x, y = left, y + CHIP_HEIGHT + 4
        chips.append(Chip(x, y, wide, text, full, safe_href(href)))
        x += wide + 5
    return tuple(chips), y + CHIP_HEIGHT if chips else top


def _remarks(
    findings: Sequence[Finding], look: Appearance, left: float, top: float, room: float
) -> tuple[tuple[Remark, ...], float]:
    """What a check says, from *top* down, the gravest first."""
    grave = sorted(findings, key=lambda finding: -finding.severity.rank)
    remarks = []
    for finding in grave[:_MOST_REMARKS]:
        text = clean(f"{finding.code} {finding.message}")
        lines, top = _set(text, left + _REMARK, top + 4, room - _REMARK, look.theme, "detail", most=3)
        remarks.append(Remark(str(finding.severity), lines))
    if len(grave) > _MOST_REMARKS:
        more = look.words("card.more", n=len(grave) - _MOST_REMARKS)
        lines, top = _set(more, left + _REMARK, top + 4, room - _REMARK, look.theme, "detail")
        remarks.append(Remark(str(grave[_MOST_REMARKS].severity), lines))
    return tuple(remarks), top


def shown(key: str, references: Mapping[str, ReferenceLabel]) -> ReferenceLabel:
    """How a reference is shown: as its key where it is unknown."""
    return references.get(key) or ReferenceLabel(key)
