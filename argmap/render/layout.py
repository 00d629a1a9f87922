"""Where a map's boxes and lines go: Graphviz places empty boxes, we draw the lines' ends.

Cards stand in columns, the thesis on the left. Between two columns of cards there is a narrow rank that holds the
junctions: a link between two cards, or two junctions, spans two ranks, and one between a card and a junction one, so
that cards never stand among junctions.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from argmap.render import engine, tree
from argmap.render.figure import Point
from argmap.render.scene import Box, End, Link, MapScene

DOT_SIZE, PLUS_SIZE = 9.0, 20.0
"""The diameter in px of a junction, and of one where premises join."""

_RANKSEP, _NODESEP = 0.62, 0.2  # in inches, as Graphviz wants them; two ranksep lie between columns
_POINTS = 72
_APART, _LEAST_ROW = 20.0, 1030.0  # px between cards that no line touches, and what a row of them may take
_EASY = 180  # boxes; past it Graphviz is told to be content sooner


class Layout(NamedTuple):
    """Centres of boxes and junctions by id, and for each link the curve that Graphviz drew for it (None: none).

    *notice* says why the layout is a simple one, where it is.
    """

    centres: Mapping[str, Point]
    curves: tuple[tuple[Point, ...] | None, ...]
    notice: str | None = None


def lay_out(scene: MapScene) -> Layout:
    """Places what a scene shows.

    What no line touches stands in rows below the rest. Where Graphviz is of no use, a tidy tree takes its place, with
    a notice.
    """
    touched = {end.id for link in scene.links for end in (link.tail, link.head)}
    joined = scene._replace(boxes=tuple(box for box in scene.boxes if box.id in touched))
    layout = _lay_out(joined) if joined.boxes else Layout({}, ())
    apart = [box for box in scene.boxes if box.id not in touched]
    return layout._replace(centres={**layout.centres, **_rows(apart, joined.boxes, layout.centres)})


def _lay_out(scene: MapScene) -> Layout:
    names = {item: f"n{at}" for at, item in enumerate(scene.ids)}
    try:
        return _read(json.loads(engine.run(_graph(scene, names))), scene, names)
    except engine.EngineError as error:
        reason = str(error)
    except (LookupError, ValueError):
        reason = "Graphviz's answer was not understood"
    centres = tree.place(scene.boxes, scene.junctions, scene.links)
    return Layout(centres, (None,) * len(scene.links), f"{reason}; drawn with a simpler layout")


def _rows(apart: Sequence[Box], joined: Sequence[Box], centres: Mapping[str, Point]) -> dict[str, Point]:
    left = min((centres[box.id][0] - box.width / 2 for box in joined), default=0)
    right = max((centres[box.id][0] + box.width / 2 for box in joined), default=0)
    top = max((centres[box.id][1] + box.height / 2 + 2 * _APART for box in joined), default=0)
    right = max(right, left + _LEAST_ROW)
    placed: dict[str, Point] = {}
    x, high = left, 0.0
    for box in apart:
        if x > left and x + box.width > right:
            x, top, high = left, top + high + _APART, 0.0
        placed[box.id] = (x + box.width / 2, top + box.height / 2)
        x, high = x + box.width + _APART, max(high, box.height)
    return placed


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
    for at, (link, attributes) in enumerate(zip(scene.links, edge_attributes(scene), strict=True)):
        if link.tail.id != link.head.id:
            listed = ", ".join(f'{key}="{value}"' for key, value in attributes.items())
            lines.append(f"{names[link.tail.id]} -> {names[link.head.id]} [id=e{at}, {listed}];")
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


def edge_attributes(scene: MapScene) -> list[dict[str, str]]:
    """What Graphviz needs to know of each link: where it starts and ends on a box, its least length, its weight."""
    joints = {junction.id for junction in scene.junctions}
    found = []
    for link, weight in zip(scene.links, _weights(scene), strict=True):
        length = 1 if (link.tail.id in joints) != (link.head.id in joints) else 2
        attributes = {"tailport": _port(link.tail, "w", link), "headport": _port(link.head, "e", link)}
        attributes |= {"constraint": "false"} if link.free else {"minlen": str(length), "weight": str(weight)}
        found.append(attributes)
    return found


def _port(end: End, compass: str, link: Link) -> str:
    """The port of a card in a frame, and the side of it; a link that does not shape the layout may choose its side."""
    return ":".join(([] if end.card is None else [f"c{end.card}"]) + ["_" if link.free else compass])


def _weights(scene: MapScene) -> list[int]:
    """How much each link wants to be short and straight.

    Graphviz moves a node whose links pull equally to both sides to the emptiest rank within its reach, which may be
    one of the narrow ones. So no box is left in balance.
    """
    weights = [4 if link.headed and link.tail.id.startswith("step ") else 2 for link in scene.links]
    pull: dict[str, int] = defaultdict(int)
    leaving: dict[str, int] = {}
    for at, link in enumerate(scene.links):
        if not link.free:
            pull[link.tail.id] -= weights[at]
            pull[link.head.id] += weights[at]
            leaving[link.tail.id] = at
    for _ in range(3):
        for tail, at in leaving.items():
            if pull[tail] == 0:
                weights[at] += 1
                pull[tail] -= 1
                pull[scene.links[at].head.id] += 1
    return weights


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
