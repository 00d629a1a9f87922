"""Writes a scene as DOT with HTML-like labels, for people who use Graphviz themselves."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from argmap.render import dot_labels as labels
from argmap.render import theme
from argmap.render.comparison_scene import PILL
from argmap.render.figure import Picture
from argmap.render.header import map_entries
from argmap.render.layout import edge_attributes
from argmap.render.scene import Card, Column, ComparisonScene, Link, MapScene, Scene, TopicRow
from argmap.render.theme import Colours

if TYPE_CHECKING:
    from graphviz import Digraph

# Graphviz has no dash-dot, so there a warrant is told by its round head.
_LINES = {
    "support": ("solid", "normal", "Solid with arrow"),
    "attack": ("dashed", "tee", "Dashed with bar"),
    "undercut": ("dotted", "odiamond", "Dotted with diamond"),
    "explain": ("solid", "vee", "Double with open arrow"),
    "contradict": ("dashed", "teetee", "Dashed with two bars at both ends"),
    "prefer": ("solid", "veevee", "Two open arrows"),
    "warrant": ("dashed", "odot", "Dashed with ring"),
    "specifies": ("solid", "onormal", "Thin with hollow arrow"),
    "rephrases": ("dotted", "none", "Dotted without head"),
}
_QUIET = ("warrant", "specifies", "rephrases", "prefer")
_CONNECTORS = {"agree": "bold", "differ": "dashed", "only": "dotted", "silent": "dotted"}


def paint(scene: Scene) -> Picture:
    """Writes a scene in DOT.

    Args:
        scene: A map or a comparison.

    Returns:
        The DOT source; never with a notice, because nothing is laid out here.
    """
    graph = _map(scene, theme.LIGHT) if isinstance(scene, MapScene) else _comparison(scene, theme.LIGHT)
    return Picture(graph.source, None)


def _graph(scene: Scene, colours: Colours, under: list[str], **attributes: str) -> Digraph:
    from graphviz import Digraph, escape

    rows = [labels.cell(labels.words([scene.title], "title", colours.ink))]
    rows += [labels.cell(labels.words([line], "subtitle", colours.muted)) for line in under]
    head = labels.table([*rows, '<TD HEIGHT="14"></TD>'], 'BORDER="0" CELLBORDER="0" CELLSPACING="0" CELLPADDING="3"')
    graph = Digraph("argmap")
    graph.attr(
        "graph",
        bgcolor=colours.paper,
        fontname="Arial",
        label=f"<{head}>",
        labelloc="t",
        labeljust="l",
        outputorder="edgesfirst",
        pad="0.4",
        tooltip=escape(scene.title),
        **attributes,
    )
    graph.attr("node", shape="plain", fontname="Arial")
    return graph


def _map(scene: MapScene, colours: Colours) -> Digraph:
    from graphviz import escape

    lines = [f"{_LINES[kind][2]}: {words}." for kind, words in scene.kinds]
    signs = [words for sort, key, _, words in map_entries(scene) if key in ("implicit", "together", "plus")]
    under = [scene.subtitle, *(" ".join(lines[at : at + 3]) for at in range(0, len(lines), 3))]
    under += [" · ".join(signs)] if signs else []
    graph = _graph(scene, colours, under, rankdir="RL", nodesep="0.2", ranksep="0.62")
    graph.attr("edge", fontname="Arial", fontsize="9", fontcolor=colours.muted)
    names = {item: f"n{at}" for at, item in enumerate(scene.ids)}
    for box in scene.boxes:
        label = labels.frame(box, colours) if box.framed else labels.card(box.cards[0], colours)
        spoken = " + ".join(card.spoken for card in box.cards)
        graph.node(names[box.id], label=f"<{label}>", tooltip=escape(spoken))
    colour = {link.tail.id: _colour(link, colours) for link in scene.links if link.headed and not link.free}
    for junction in scene.junctions:
        look = {"color": colour[junction.id], "fontcolor": colour[junction.id], "tooltip": "a step"}
        if junction.linked:
            graph.node(names[junction.id], "+", shape="circle", fixedsize="true", width="0.25", **look)
        else:
            graph.node(names[junction.id], "", shape="point", width="0.11", **look)
    for link, attributes in zip(scene.links, edge_attributes(scene), strict=True):
        # Graphviz spreads heads over all sides of a card; only a card in a frame has to be named
        attributes["headport"] = "_" if link.head.card is None else f"c{link.head.card}"
        placed = {} if link.tail == link.head else attributes
        graph.edge(names[link.tail.id], names[link.head.id], **placed, **_line(link, colours))
    return graph


def _colour(link: Link, colours: Colours) -> str:
    return colours.faint.get(link.kind, colours.edge) if link.faint else colours.steps[link.kind]


def _line(link: Link, colours: Colours) -> dict[str, str]:
    from graphviz import escape

    style, head, _ = _LINES[link.kind]
    colour = _colour(link, colours)
    attributes = {
        "style": style,
        "color": f"{colour}:{colours.paper}:{colour}" if link.kind == "explain" else colour,
        "penwidth": "1" if link.kind in _QUIET else "1.6",
        "arrowsize": "0.8",
        "arrowhead": head if link.headed else "none",
        "tooltip": escape(link.spoken),
    }
    if link.kind == "contradict":
        attributes |= {"dir": "both", "arrowtail": head}
    if link.mark and not link.free:
        attributes["label"] = escape(f" {link.mark} ")
    return attributes


def _comparison(scene: ComparisonScene, colours: Colours) -> Digraph:
    graph = _graph(scene, colours, [scene.subtitle], nodesep="0.4", ranksep="0.25", newrank="true", splines="line")
    # the first attribute that edges get, because Graphviz 2.43 numbers them anew where it draws edges of a rank, and
    # takes another for the arrow head
    graph.attr("edge", arrowhead="none")
    two = len(scene.columns) == 2
    # Graphviz keeps to the order in which things are named
    for at, column in enumerate(scene.columns):
        if at == (1 if two else 0):
            for row_at, row in enumerate(scene.rows):
                graph.node(f"v{row_at}", label=f"<{_verdicts(row, colours)}>")
        _column(graph, scene, at, column, colours)
    for at, row in enumerate(scene.rows):
        cells = [f"c{column}r{at}" for column in range(len(scene.columns))]
        line = [cells[0], f"v{at}", cells[1]] if two else [f"v{at}", *cells]
        with graph.subgraph() as rank:
            rank.attr(rank="same")
            for left, right in pairwise(line):
                speaks = two and bool(row.cells[0] if left in cells else row.cells[1])
                ends = [
                    f"{name}:v:{side}" if name.startswith("v") else name for name, side in ((left, "e"), (right, "w"))
                ]
                rank.edge(*ends, **_connector(row, colours, shown=speaks))
        if at:
            for stem in (*(f"c{column}r" for column in range(len(scene.columns))), "v"):
                graph.edge(f"{stem}{at - 1}", f"{stem}{at}", style="invis", weight="20")
    return graph


def _column(graph: Digraph, scene: ComparisonScene, at: int, column: Column, colours: Colours) -> None:
    accent, ground, edge = colours.sides[at % len(colours.sides)]
    head = [
        labels.cell(labels.words(column.title, "column", accent)),
        labels.cell(labels.words(column.subtitle, "detail", colours.muted)),
    ]
    flipped = len(scene.columns) == 2 and at == 1
    with graph.subgraph(name=f"cluster_{at}") as side:
        side.attr(label=f"<{labels.table(head)}>", style="filled,rounded", fillcolor=ground, color=edge, margin="16")
        for row_at, row in enumerate(scene.rows):
            side.node(f"c{at}r{row_at}", label=f"<{_cell(row.cells[at], at, colours, flipped=flipped)}>")


def _cell(cards: tuple[Card, ...], side: int, colours: Colours, *, flipped: bool) -> str:
    if not cards:
        ghost = labels.cell(labels.words(["not addressed"], "ghost", colours.muted, "CENTER"))
        sized = ghost.replace('ALIGN="LEFT"', f'WIDTH="{theme.COLUMN_CARD - 20}" HEIGHT="46"')
        return labels.table([sized], f'BORDER="1" STYLE="DASHED" COLOR="{colours.ghost_edge}" CELLBORDER="0"')
    accent = colours.sides[side % len(colours.sides)][0]
    rows = [labels.cell(labels.card(card, colours, accent=accent, flipped=flipped)) for card in cards]
    return labels.table(rows, 'BORDER="0" CELLBORDER="0" CELLSPACING="4" CELLPADDING="0"')


def _verdicts(row: TopicRow, colours: Colours) -> str:
    rows = [labels.cell(labels.words(row.title, "topic", colours.ink, "CENTER"), f'WIDTH="{PILL:g}"')]
    for at, pill in enumerate(row.pills):
        rows += labels.verdict(pill, colours, "" if at else ' PORT="v"')
    if row.note:
        rows.append(labels.cell(labels.words(row.note, "detail", colours.muted, "CENTER"), 'ALIGN="CENTER"'))
    return labels.table(rows, 'BORDER="0" CELLBORDER="0" CELLSPACING="3" CELLPADDING="2"')


def _connector(row: TopicRow, colours: Colours, *, shown: bool) -> dict[str, str]:
    if not shown:
        return {"style": "invis"}
    relation = row.pills[0].relation
    return {"color": colours.relations[relation][0], "style": _CONNECTORS.get(relation, "solid")}
