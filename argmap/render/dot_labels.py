"""Cards and texts as Graphviz's HTML-like labels."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

from argmap.render import theme
from argmap.render.measure import clean
from argmap.render.scene import Box, Card, Pill
from argmap.render.theme import TYPES, Colours

# Signs that Arial and its stand-ins hold; a fallback font would have other widths.
_SIGNS = {"claim": "●", "evidence": "■", "recommendation": "◊", "question": "?", "argument": "▲"}
_VERDICTS = {"agree": "=", "partly": "≈", "differ": "≠", "evolved": "→", "only": "○"}
_SLACK = 10  # px: Graphviz measures text with whatever font it finds, and equal cards are to stay equal
_BARE = 'BORDER="0" CELLBORDER="0" CELLSPACING="0"'


def table(rows: Iterable[str], attributes: str = f'{_BARE} CELLPADDING="0"') -> str:
    """Rows, each the cells of one, as a table."""
    return f"<TABLE {attributes}>{''.join(f'<TR>{row}</TR>' for row in rows)}</TABLE>"


def cell(content: str, attributes: str = 'ALIGN="LEFT"') -> str:
    """One cell."""
    return f"<TD {attributes}>{content}</TD>"


def words(lines: Sequence[str], style: str, colour: str, align: str = "LEFT") -> str:
    """Lines of text in a style of the theme; a no-break space where there is none, which Graphviz would not accept."""
    kind = TYPES[style]
    breaks = f'<BR ALIGN="{align}"/>'
    text = breaks.join(_escaped(line) for line in lines) or "&#160;"
    text += breaks if len(lines) > 1 and align == "LEFT" else ""
    text = f"<B>{text}</B>" if kind.face == "bold" else f"<I>{text}</I>" if kind.face == "italic" else text
    return f'<FONT POINT-SIZE="{kind.size:g}" COLOR="{colour}">{text}</FONT>'


def _escaped(text: str) -> str:
    r"""*text* for an HTML-like label, in which Graphviz would still put the node's name for ``\N``."""
    return escape(clean(text)).replace("\\", "\\\\")


def card(one: Card, colours: Colours, *, accent: str = "", flipped: bool = False, port: str = "") -> str:
    """A card as a table; *port* names it in a frame."""
    tone = colours.tones[one.tone]
    room = round(one.width - 2 * theme.PAD - theme.BAR) + _SLACK
    line = f'ALIGN="LEFT" BALIGN="LEFT" WIDTH="{room}"'
    sign = f"{_SIGNS[one.icon]}  {one.heading.text}"
    rows = [cell(words([sign], "heading", tone.accent), line)]
    rows.append(cell(words([text.text for text in one.body], one.body[0].type if one.body else "body", tone.ink), line))
    if one.detail:
        rows.append(cell(words([text.text for text in one.detail], "detail", tone.muted), line))
    rows += [cell(row, line) for row in _chips(one, colours)]
    inner = table(rows, f'{_BARE} CELLPADDING="2"')
    bar = f'<TD WIDTH="{theme.BAR}" BGCOLOR="{accent or tone.accent}"></TD>'
    face = cell(inner, f'CELLPADDING="9" BGCOLOR="{tone.ground}"')
    border = f'BORDER="1" COLOR="{colours.muted if one.implicit else colours.edge}"'
    border += ' STYLE="DASHED"' if one.implicit else ""
    name = f' PORT="{port}"' if port else ""
    return table(
        [face + bar if flipped else bar + face], f'{border} CELLBORDER="0" CELLSPACING="0" CELLPADDING="0"{name}'
    )


def _chips(one: Card, colours: Colours) -> list[str]:
    dark = one.tone == "thesis"
    ground, ink = (colours.thesis_chip, colours.thesis_chip_ink) if dark else (colours.chip, colours.chip_ink)
    rows: dict[float, list[str]] = {}
    for chip in one.chips:
        title = f' TITLE="{_escaped(chip.label)}"'
        # Graphviz 2.43 copies the ampersand of an address unescaped into SVG, so that it takes two rounds of escaping;
        # later ones keep what is an entity already
        href = escape(chip.href or "").replace("&amp;", "&amp;amp;")
        link = f' HREF="{href}"{title} TARGET="_blank"' if href else ""
        face = f'BGCOLOR="{ground}" CELLPADDING="3"{link}'
        rows.setdefault(chip.y, []).append(cell(words([f" {chip.text} "], "chip", ink), face))
    gap = '<TD WIDTH="4"></TD>'
    return [table([gap.join([*cells, ""])]) for cells in rows.values()]


def frame(box: Box, colours: Colours) -> str:
    """The cards of a linked step on one ground."""
    rows = []
    for at, one in enumerate(box.cards):
        if at:
            rows.append(
                cell(words(["+ TOGETHER WITH"], "together", colours.steps["support"]), 'ALIGN="CENTER" HEIGHT="20"')
            )
        rows.append(f'<TD PORT="c{at}">{card(one, colours)}</TD>')
    face = f'BORDER="1" STYLE="ROUNDED" COLOR="{colours.frame_edge}" BGCOLOR="{colours.frame}"'
    return table(rows, f'{face} CELLBORDER="0" CELLSPACING="3" CELLPADDING="4"')


def verdict(pill: Pill, colours: Colours, port: str) -> list[str]:
    """The rows of a verdict: its pill, and what it is about."""
    accent, ground = colours.relations[pill.relation]
    sign = _VERDICTS.get(pill.relation, "")
    text = words([f"{sign}  {pill.text}" if sign else pill.text], "pill", accent, "CENTER")
    face = f'BORDER="1" STYLE="ROUNDED" COLOR="{accent}" BGCOLOR="{ground}" CELLPADDING="7" WIDTH="160"'
    rows = [cell(text, f"{face}{port}")]
    if pill.about:
        rows.append(cell(words(pill.about, "about", colours.muted, "CENTER"), 'ALIGN="CENTER"'))
    return rows
