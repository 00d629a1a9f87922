"""Writes a scene as DOT with HTML-like labels, for people who use Graphviz themselves."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from argmap.render.layout.graphviz.exchange import edge_attributes
from argmap.render.layout.header import map_entries
from argmap.render.painters.dot import labels
from argmap.render.scene.comparison import PILL
from argmap.render.scene.model import Appearance, Card, Column, ComparisonScene, Link, MapScene, Scene, TopicRow
from argmap.render.scene.theme import SIDES, Theme

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


def source(scene: Scene) -> str:
    """A scene in DOT, not laid out: that is left to the Graphviz of whoever takes it."""
    theme = scene.look.theme
    graph = _map(scene, theme) if isinstance(scene, MapScene) else _comparison(scene, theme)
    return str(graph.source)


def _graph(scene: Scene, theme: Theme, under: list[str], **attributes: str) -> Digraph:
    from graphviz import Digraph, escape

    rows = [labels.cell(labels.words([scene.title], theme, "title", "ink"))]
    rows += [labels.cell(labels.words([line], theme, "subtitle", "muted")) for line in under]
    head = labels.table([*rows, '<TD HEIGHT="14"></TD>'], 'BORDER="0" CELLBORDER="0" CELLSPACING="0" CELLPADDING="3"')
    graph = Digraph("argmap")
    graph.attr(
        "graph",
        bgcolor=theme.colours["paper"],
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


def _map(scene: MapScene, theme: Theme) -> Digraph:
    from graphviz import escape

    lines = [f"{_LINES[kind][2]}: {words}." for kind, words in scene.kinds]
    signs = [words for sort, key, _, words in map_entries(scene) if key in ("implicit", "together", "plus")]
    under = [scene.subtitle, *(" ".join(lines[index : index + 3]) for index in range(0, len(lines), 3))]
    under += [" · ".join(signs)] if signs else []
    graph = _graph(scene, theme, under, rankdir="RL", nodesep="0.2", ranksep="0.62")
    graph.attr("edge", fontname="Arial", fontsize="9", fontcolor=theme.colours["muted"])
    names = {item: f"n{index}" for index, item in enumerate(scene.ids)}
    for box in scene.boxes:
        label = labels.frame(box, scene.look) if box.framed else labels.card(box.cards[0], theme)
        spoken = " + ".join(card.spoken for card in box.cards)
        graph.node(names[box.id], label=f"<{label}>", tooltip=escape(spoken))
    colour = {link.tail.id: _colour(link, theme) for link in scene.links if link.headed and not link.free}
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
        graph.edge(names[link.tail.id], names[link.head.id], **placed, **_line(link, theme))
    return graph


def _colour(link: Link, theme: Theme) -> str:
    return theme.colours[theme.line(link.kind, faint=link.faint)]


def _line(link: Link, theme: Theme) -> dict[str, str]:
    from graphviz import escape

    style, head, _ = _LINES[link.kind]
    colour = _colour(link, theme)
    attributes = {
        "style": style,
        "color": f"{colour}:{theme.colours['paper']}:{colour}" if link.kind == "explain" else colour,
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


def _comparison(scene: ComparisonScene, theme: Theme) -> Digraph:
    graph = _graph(scene, theme, [scene.subtitle], nodesep="0.4", ranksep="0.25", newrank="true", splines="line")
    # the first attribute that edges get, because Graphviz 2.43 numbers them anew where it draws edges of a rank, and
    # takes another for the arrow head
    graph.attr("edge", arrowhead="none")
    two = len(scene.columns) == 2
    # Graphviz keeps to the order in which things are named
    for index, column in enumerate(scene.columns):
        if index == (1 if two else 0):
            for row_at, row in enumerate(scene.rows):
                graph.node(f"v{row_at}", label=f"<{_verdicts(row, theme)}>")
        _column(graph, scene, index, column, theme)
    for index, row in enumerate(scene.rows):
        cells = [f"c{column}r{index}" for column in range(len(scene.columns))]
        line = [cells[0], f"v{index}", cells[1]] if two else [f"v{index}", *cells]
        with graph.subgraph() as rank:
            rank.attr(rank="same")
            for left, right in pairwise(line):
                speaks = two and bool(row.cells[0] if left in cells else row.cells[1])
                ends = [
                    f"{name}:v:{side}" if name.startswith("v") else name for name, side in ((left, "e"), (right, "w"))
                ]
                rank.edge(*ends, **_connector(row, theme, shown=speaks))
        if index:
            for stem in (*(f"c{column}r" for column in range(len(scene.columns))), "v"):
                graph.edge(f"{stem}{index - 1}", f"{stem}{index}", style="invis", weight="20")
    return graph


def _column(graph: Digraph, scene: ComparisonScene, at: int, column: Column, theme: Theme) -> None:
    accent = f"side-{at % SIDES + 1}"
    head = [
        labels.cell(labels.words(column.title, theme, "column", accent)),
        labels.cell(labels.words(column.subtitle, theme, "detail", "muted")),
    ]
    flipped = len(scene.columns) == 2 and at == 1
    with graph.subgraph(name=f"cluster_{at}") as side:
        ground, edge = theme.colours[f"{accent}-ground"], theme.colours[f"{accent}-edge"]
        side.attr(label=f"<{labels.table(head)}>", style="filled,rounded", fillcolor=ground, color=edge, margin="16")
        for row_at, row in enumerate(scene.rows):
            side.node(f"c{at}r{row_at}", label=f"<{_cell(row.cells[at], at, scene.look, flipped=flipped)}>")


def _cell(cards: tuple[Card, ...], side: int, look: Appearance, *, flipped: bool) -> str:
    theme = look.theme
    if not cards:
        ghost = labels.cell(labels.words([look.words("comparison.ghost")], theme, "ghost", "muted", "CENTER"))
        width, edge = theme.sizes["column"], theme.colours["ghost-edge"]
        sized = ghost.replace('ALIGN="LEFT"', f'WIDTH="{width - 20:g}" HEIGHT="46"')
        return labels.table([sized], f'BORDER="1" STYLE="DASHED" COLOR="{edge}" CELLBORDER="0"')
    accent = f"side-{side % SIDES + 1}"
    rows = [labels.cell(labels.card(card, theme, accent=accent, flipped=flipped)) for card in cards]
    return labels.table(rows, 'BORDER="0" CELLBORDER="0" CELLSPACING="4" CELLPADDING="0"')


def _verdicts(row: TopicRow, theme: Theme) -> str:
    rows = [labels.cell(labels.words(row.title, theme, "topic", "ink", "CENTER"), f'WIDTH="{PILL:g}"')]
    for index, pill in enumerate(row.pills):
        rows += labels.verdict(pill, theme, "" if index else ' PORT="v"')
    if row.note:
        rows.append(labels.cell(labels.words(row.note, theme, "detail", "muted", "CENTER"), 'ALIGN="CENTER"'))
    return labels.table(rows, 'BORDER="0" CELLBORDER="0" CELLSPACING="3" CELLPADDING="2"')


def _connector(row: TopicRow, theme: Theme, *, shown: bool) -> dict[str, str]:
    if not shown:
        return {"style": "invis"}
    relation = row.pills[0].relation
    return {"color": theme.colours[relation], "style": _CONNECTORS.get(relation, "solid")}
