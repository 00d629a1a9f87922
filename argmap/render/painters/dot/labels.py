"""Cards and texts as Graphviz's HTML-like labels."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

from argmap.render.scene.model import Appearance, Box, Card, Pill
from argmap.render.scene.theme import BAR, PAD, Theme
from argmap.render.typeset.measure import clean

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


def words(lines: Sequence[str], theme: Theme, style: str, colour: str, align: str = "LEFT") -> str:
    """Lines of text in a style of the theme; a no-break space where there is none, which Graphviz would not accept."""
    kind = theme.types[style]
    breaks = f'<BR ALIGN="{align}"/>'
    text = breaks.join(_escaped(line) for line in lines) or "&#160;"
    text += breaks if len(lines) > 1 and align == "LEFT" else ""
    text = f"<B>{text}</B>" if kind.face == "bold" else f"<I>{text}</I>" if kind.face == "italic" else text
    return f'<FONT POINT-SIZE="{kind.size:g}" COLOR="{theme.colours[colour]}">{text}</FONT>'


def _escaped(text: str) -> str:
    r"""*text* for an HTML-like label, in which Graphviz would still put the node's name for ``\N``."""
    return escape(clean(text)).replace("\\", "\\\\")


def card(one: Card, theme: Theme, *, accent: str = "", flipped: bool = False, port: str = "") -> str:
    """A card as a table; *port* names it in a frame."""
    tone = one.tone
    room = round(one.width - 2 * PAD - BAR) + _SLACK
    line = f'ALIGN="LEFT" BALIGN="LEFT" WIDTH="{room}"'
    sign = f"{_SIGNS[one.icon]}  {one.heading.text}{f'  {one.badge}' if one.badge else ''}"
    rows = [cell(words([sign], theme, "heading", tone), line)]
    style = one.body[0].type if one.body else "body"
    rows.append(cell(words([text.text for text in one.body], theme, style, f"{tone}-ink"), line))
    if one.detail:
        rows.append(cell(words([text.text for text in one.detail], theme, "detail", f"{tone}-muted"), line))
    rows += [cell(row, line) for row in _chips(one, theme)]
    for severity, lines in one.remarks:
        colour = severity if tone != "thesis" else "thesis-muted"
        rows.append(cell(words([text.text for text in lines], theme, "detail", colour), line))
    inner = table(rows, f'{_BARE} CELLPADDING="2"')
    ground, edge = f"{tone}-ground", "muted" if one.implicit else "edge"
    bar = f'<TD WIDTH="{BAR}" BGCOLOR="{theme.colours[accent or tone]}"></TD>'
    face = cell(inner, f'CELLPADDING="9" BGCOLOR="{theme.colours[ground]}"')
    border = f'BORDER="1" COLOR="{theme.colours[edge]}"'
    border += ' STYLE="DASHED"' if one.implicit else ""
    name = f' PORT="{port}"' if port else ""
    return table(
        [face + bar if flipped else bar + face], f'{border} CELLBORDER="0" CELLSPACING="0" CELLPADDING="0"{name}'
    )


def _chips(one: Card, theme: Theme) -> list[str]:
    kind = "thesis-chip" if one.tone == "thesis" else "chip"
    rows: dict[float, list[str]] = {}
    for chip in one.chips:
        title = f' TITLE="{_escaped(chip.label)}"'
        # Graphviz 2.43 copies the ampersand of an address unescaped into SVG, so that it takes two rounds of escaping;
        # later ones keep what is an entity already
        href = escape(chip.href or "").replace("&amp;", "&amp;amp;")
        link = f' HREF="{href}"{title} TARGET="_blank"' if href else ""
        face = f'BGCOLOR="{theme.colours[kind]}" CELLPADDING="3"{link}'
        rows.setdefault(chip.y, []).append(cell(words([f" {chip.text} "], theme, "chip", f"{kind}-ink"), face))
    gap = '<TD WIDTH="4"></TD>'
    return [table([gap.join([*cells, ""])]) for cells in rows.values()]


def frame(box: Box, look: Appearance) -> str:
    """The cards of a linked step on one ground."""
    theme, said = look
    rows = []
    for index, one in enumerate(box.cards):
        if index:
            rows.append(
                cell(words([said("mark.together")], theme, "together", "line-support"), 'ALIGN="CENTER" HEIGHT="20"')
            )
        rows.append(f'<TD PORT="c{index}">{card(one, theme)}</TD>')
    ground, edge = theme.colours["frame"], theme.colours["frame-edge"]
    face = f'BORDER="1" STYLE="ROUNDED" COLOR="{edge}" BGCOLOR="{ground}"'
    return table(rows, f'{face} CELLBORDER="0" CELLSPACING="3" CELLPADDING="4"')


def verdict(pill: Pill, theme: Theme, port: str) -> list[str]:
    """The rows of a verdict: its pill, and what it is about."""
    sign = _VERDICTS.get(pill.relation, "")
    text = words([f"{sign}  {pill.text}" if sign else pill.text], theme, "pill", pill.relation, "CENTER")
    face = f'BORDER="1" STYLE="ROUNDED" COLOR="{theme.colours[pill.relation]}" CELLPADDING="7" WIDTH="160"'
    ground = theme.colours[f"{pill.relation}-ground"]
    face += f' BGCOLOR="{ground}"'
    rows = [cell(text, f"{face}{port}")]
    if pill.about:
        rows.append(cell(words(pill.about, theme, "about", "muted", "CENTER"), 'ALIGN="CENTER"'))
    return rows
