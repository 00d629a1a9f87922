"""Paints a scene as SVG that browsers, librsvg and resvg show alike: literal colours, each line of text placed."""

from __future__ import annotations

from collections.abc import Iterator

from argmap.render import theme
from argmap.render.comparison_figure import comparison_figure
from argmap.render.figure import Figure, Picture, PlacedBox, Text
from argmap.render.map_figure import map_figure
from argmap.render.map_scene import TOGETHER
from argmap.render.marks import ICONS
from argmap.render.scene import Card, MapScene, Scene
from argmap.render.svg_lines import legend, plus, routes
from argmap.render.svg_text import attr, content, name, number, style_block, text
from argmap.render.svg_verdicts import backdrop, verdicts
from argmap.render.theme import BAR, Colours, Tone

_ROUND = 5.0  # the radius of a card's corners


def paint(scene: Scene) -> Picture:
    """Paints a scene.

    Args:
        scene: A map or a comparison.

    Returns:
        The SVG document, with a notice where the layout had to be a simpler one.
    """
    colours = theme.LIGHT
    if isinstance(scene, MapScene):
        figure, notice = map_figure(scene, colours)
    else:
        figure, notice = comparison_figure(scene, colours), None
    return Picture("\n".join([*_document(figure, colours), "</svg>"]) + "\n", notice)


def _document(figure: Figure, colours: Colours) -> Iterator[str]:
    root = name(figure.id)
    wide, high = number(figure.width), number(figure.height)
    yield (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{wide}" height="{high}" viewBox="0 0 {wide} {high}"'
        f' id="{root}" class="argmap" lang="{attr(figure.lang)}" xml:lang="{attr(figure.lang)}"'
        f' role="graphics-document" aria-labelledby="{root}--title" aria-describedby="{root}--desc">'
    )
    yield f'<title id="{root}--title">{content(figure.title)}</title>'
    yield f'<desc id="{root}--desc">{content(figure.description)}</desc>'
    yield style_block()
    yield f'<rect width="{wide}" height="{high}" fill="{colours.paper}"/>'
    yield from backdrop(figure, colours)
    yield from (text(line) for line in figure.texts)
    yield from legend(figure.legend, colours)
    for placed in figure.boxes:
        if placed.box.framed:
            yield from _frame(placed, colours)
    yield from routes(figure, colours)
    yield from plus(figure, colours)
    for box, x, y in figure.boxes:
        for card, top in zip(box.cards, box.tops, strict=True):
            yield from _card(card, x + box.inset, y + top, figure.id, colours)
    for card, x, y, side, flipped in figure.cards:
        yield from _card(card, x, y, figure.id, colours, accent=colours.sides[side][0], flipped=flipped)
    yield from verdicts(figure, colours)


def _frame(placed: PlacedBox, colours: Colours) -> Iterator[str]:
    box, x, y = placed
    yield (
        f'<rect x="{number(x)}" y="{number(y)}" width="{number(box.width)}" height="{number(box.height)}" rx="9"'
        f' fill="{colours.frame}" stroke="{colours.frame_edge}"/>'
    )
    for card, top in zip(box.cards[:-1], box.tops, strict=False):
        middle = y + top + card.height + TOGETHER / 2
        words = "+ TOGETHER WITH"
        yield text(Text(x + box.width / 2, middle + 3, words, "together", colours.steps["support"], "middle"))


def _card(
    card: Card, x: float, y: float, figure: str, colours: Colours, *, accent: str = "", flipped: bool = False
) -> Iterator[str]:
    tone = colours.tones[card.tone]
    wide, high = number(card.width), number(card.height)
    dashes = ' stroke-dasharray="5 3"' if card.implicit else ""
    yield (
        f'<g id="{name(figure, card.id)}" class="card" transform="translate({number(x)} {number(y)})"'
        f' role="graphics-symbol" tabindex="0" aria-label="{attr(card.spoken)}">'
    )
    yield f"<title>{content(card.spoken)}</title>"
    edge = colours.edge if tone.ground != tone.accent and card.tone != "thesis" else tone.ground
    yield (
        f'<rect class="face" width="{wide}" height="{high}" rx="{_ROUND:g}" fill="{tone.ground}"'
        f' stroke="{colours.muted if card.implicit else edge}"{dashes}/>'
    )
    yield f'<path d="{_bar(card, flipped=flipped)}" fill="{accent or tone.accent}"/>'
    if card.icon:
        icon = f'transform="translate({number(card.heading.x - 17)} {number(card.heading.y - 9)})"'
        yield f'<path d="{ICONS[card.icon]}" {icon} {_icon(tone)}/>'
    head = card.heading
    yield text(Text(head.x, head.y, head.text, head.type, tone.accent))
    yield from (text(Text(*line, tone.ink)) for line in card.body)
    yield from (text(Text(*line, tone.muted)) for line in card.detail)
    yield from _chips(card, colours)
    yield "</g>"


def _icon(tone: Tone) -> str:
    return f'fill="none" stroke="{tone.accent}" stroke-width="1.5" stroke-linejoin="round" stroke-linecap="round"'


def _bar(card: Card, *, flipped: bool) -> str:
    """The accent bar, rounded where the card is."""
    high, r, thin = number(card.height - 2 * _ROUND), f"{_ROUND:g}", number(BAR - _ROUND)
    if flipped:
        start = f"M{number(card.width - BAR)} 0h{thin}a{r} {r} 0 0 1 {r} {r}v{high}"
        return f"{start}a{r} {r} 0 0 1 -{r} {r}h-{thin}z"
    return f"M{number(BAR)} 0h-{thin}a{r} {r} 0 0 0 -{r} {r}v{high}a{r} {r} 0 0 0 {r} {r}h{thin}z"


def _chips(card: Card, colours: Colours) -> Iterator[str]:
    dark = card.tone == "thesis"
    ground, ink = (colours.thesis_chip, colours.thesis_chip_ink) if dark else (colours.chip, colours.chip_ink)
    for chip in card.chips:
        if chip.href:
            yield f'<a href="{attr(chip.href)}" target="_blank" rel="noopener">'
        yield '<g class="chip">'
        if chip.label != chip.text:
            yield f"<title>{content(chip.label)}</title>"
        yield (
            f'<rect x="{number(chip.x)}" y="{number(chip.y)}" width="{number(chip.width)}"'
            f' height="{theme.CHIP_HEIGHT}" rx="9" fill="{ground}"/>'
        )
        yield text(Text(chip.x + chip.width / 2, chip.y + 12.6, chip.text, "chip", ink, "middle"))
        yield "</g></a>" if chip.href else "</g>"
