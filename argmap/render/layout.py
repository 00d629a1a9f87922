"""Where a map's boxes and lines go: Graphviz places empty boxes, we draw the lines' ends.

Cards stand in columns, the thesis on the left. Between two columns of cards there is a narrow rank that holds the
junctions, so a link between cards spans two ranks and one to a junction one: their parity keeps cards from ever
standing among junctions.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, NamedTuple

from argmap.render import engine, tree
from argmap.render.figure import Point
from argmap.render.scene import Box, Link, MapScene

DOT_SIZE, PLUS_SIZE = 9.0, 20.0
"""The diameter in px of a junction, and of one where premises join."""

_RANKSEP, _NODESEP = 0.62, 0.2  # in inches, as Graphviz wants them; two ranksep lie between columns
_POINTS = 72
_EASY = 180  # boxes; past it Graphviz is told to be content sooner


class Layout(NamedTuple):
    """Centres of boxes and junctions by id, and for each link the curve that Graphviz drew for it (None: none).

    *notice* says why the layout is a simple one, where it is.
    """

    centres: Mapping[str, Point]
    curves: tuple[tuple[Point, ...] | None, ...]
    notice: str | None = None


def lay_out(scene: MapScene) -> Layout:
    """Places what a scene shows. Where Graphviz is of no use, a tidy tree takes its place, with a notice."""
    if not scene.boxes:
        return Layout({}, ())
    names = {item.id: f"n{at}" for at, item in enumerate((*scene.boxes, *scene.junctions))}
    try:
        return _read(json.loads(engine.run(_graph(scene, names))), scene, names)
    except engine.EngineError as error:
        centres = tree.place(scene.boxes, scene.junctions, scene.links)
        return Layout(centres, (None,) * len(scene.links), f"{error}; drawn with a simpler layout")


def _graph(scene: MapScene, names: Mapping[str, str]) -> str:
    effort = "nslimit=4; nslimit1=4; mclimit=0.5;" if len(scene.boxes) > _EASY else ""
    lines = [
        f"digraph {{ rankdir=RL; ranksep={_RANKSEP}; nodesep={_NODESEP}; {effort}",
        'node [shape=box, fixedsize=true, label=""]; edge [dir=none];',
    ]
    lines += [f"{names[box.id]} [{_box(box)}];" for box in scene.boxes]
    for junction in scene.junctions:
        size = (PLUS_SIZE if junction.linked else DOT_SIZE) / _POINTS
        lines.append(f"{names[junction.id]} [shape=circle, width={size:.4f}, height={size:.4f}];")
    odd = _odd(scene)
    for at, link in enumerate(scene.links):
        if link.tail.id != link.head.id:
            lines.append(f"{names[link.tail.id]} -> {names[link.head.id]} [{_edge(at, link, odd)}];")
    return "\n".join([*lines, "}"])


def _box(box: Box) -> str:
    if not box.framed:
        return f"width={box.width / _POINTS:.4f}, height={box.height / _POINTS:.4f}"
    cells, y = [], 0.0
    for at, (card, top) in enumerate(zip(box.cards, box.tops, strict=True)):
        cells += [_cell(box.width, top - y, ""), _cell(box.width, card.height, f' PORT="c{at}"')]
        y = top + card.height
    cells.append(_cell(box.width, box.height - y, ""))
    rows = "".join(f"<TR>{cell}</TR>" for cell in cells)
    return f'shape=plain, fixedsize=false, label=<<TABLE BORDER="0" CELLBORDER="0" CELLSPACING="0">{rows}</TABLE>>'


def _cell(width: float, height: float, port: str) -> str:
    size = f'FIXEDSIZE="TRUE" WIDTH="{round(width)}" HEIGHT="{round(height)}"'
    return f'<TD CELLPADDING="0" {size}{port}></TD>'


def _odd(scene: MapScene) -> set[str]:
    """The junctions that stand between the columns of cards: those on a step to a card, or to a junction among cards."""
    onwards = {link.tail.id: link.head.id for link in scene.links if link.headed and not link.free}
    ids = {junction.id for junction in scene.junctions}
    odd: set[str] = set()
    for junction in ids:
        path, at = [], junction
        while at in ids and at not in odd:
            path.append(at)
            at = onwards.get(at, "")
        lift = at in odd
        for count, passed in enumerate(reversed(path)):
            if (count % 2 == 0) != lift:
                odd.add(passed)
    return odd


def _edge(at: int, link: Link, odd: set[str]) -> str:
    attributes = [f"id=e{at}"]
    for side, end in (("tail", link.tail), ("head", link.head)):
        compass = "" if link.free else "w" if side == "tail" else "e"
        port = ":".join(filter(None, ("" if end.card is None else f"c{end.card}", compass)))
        attributes += [f'{side}port="{port}"'] if port else []
    if link.free:
        return ", ".join([*attributes, "constraint=false"])
    attributes.append(f"minlen={1 if (link.tail.id in odd) != (link.head.id in odd) else 2}")
    if link.kind in ("warrant", "specifies", "rephrases"):
        attributes.append("weight=1")
    else:
        attributes.append("weight=4" if link.tail.id in odd else "weight=2")
    return ", ".join(attributes)


def _read(data: Mapping[str, Any], scene: MapScene, names: Mapping[str, str]) -> Layout:
    height = float(data["bb"].split(",")[3])

    def point(text: str) -> Point:
        x, y = text.split(",")
        return float(x), height - float(y)

    found = {item["name"]: point(item["pos"]) for item in data["objects"] if "pos" in item}
    edges = {edge["id"]: tuple(point(one) for one in edge["pos"].split()) for edge in data.get("edges", ())}
    return Layout(
        {item: found[name] for item, name in names.items()},
        tuple(edges.get(f"e{at}") for at in range(len(scene.links))),
    )

