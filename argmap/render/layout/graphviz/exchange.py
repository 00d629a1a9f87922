"""What Graphviz is asked, and what it answers: a map of empty boxes in DOT, and places in JSON."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from math import isfinite
from typing import Any

from argmap.render.layout.geometry import DOT_SIZE, PLUS_SIZE, Curve, Point
from argmap.render.layout.ranks import Ranks
from argmap.render.scene.model import Box, End, Link, MapScene

UNREADABLE = (LookupError, ValueError, TypeError, AttributeError, RecursionError)
"""What :func:`read` raises for an answer that is not understood."""

_RANKSEP, _NODESEP = 0.62, 0.2  # in inches, as Graphviz wants them
_POINTS = 72  # to the inch


def source(scene: MapScene, names: Mapping[str, str], ranks: Ranks) -> str:
    """A map in DOT: empty boxes under the *names* of what they stand for, each in its rank."""
    lines = [
        f"digraph {{ rankdir=RL; ranksep={_RANKSEP}; nodesep={_NODESEP};",
        'node [shape=box, fixedsize=true, label=""]; edge [dir=none];',
    ]
    lines += [f"{names[box.id]} [{_box(box)}];" for box in scene.boxes]
    for junction in scene.junctions:
        size = (PLUS_SIZE if junction.linked else DOT_SIZE) / _POINTS
        lines.append(f"{names[junction.id]} [shape=circle, width={size:.4f}, height={size:.4f}];")
    same: dict[int, list[str]] = {}
    for item, name in names.items():
        same.setdefault(ranks.of[item], []).append(name)
    lines += [f"{{rank=same; {' '.join(those)}}}" for those in same.values()]
    loose = [link._replace(free=link.free or index in ranks.closing) for index, link in enumerate(scene.links)]
    for index, (link, attributes) in enumerate(
        zip(loose, edge_attributes(scene._replace(links=tuple(loose))), strict=True)
    ):
        if link.tail.id != link.head.id:
            if not link.free:  # so exactly that Graphviz has no choice of ranks
                attributes["minlen"] = str(ranks.of[link.tail.id] - ranks.of[link.head.id])
            listed = ", ".join(f'{key}="{value}"' for key, value in attributes.items())
            lines.append(f"{names[link.tail.id]} -> {names[link.head.id]} [id=e{index}, {listed}];")
    return "\n".join([*lines, "}"])


def _box(box: Box) -> str:
    if not box.framed:
        return f"width={box.width / _POINTS:.4f}, height={box.height / _POINTS:.4f}"
    cells, y = [], 0.0
    for index, (card, top) in enumerate(zip(box.cards, box.tops, strict=True)):
        cells += [_cell(box.width, top - y, ""), _cell(box.width, card.height, f' PORT="c{index}"')]
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


def read(
    data: Mapping[str, Any], scene: MapScene, names: Mapping[str, str]
) -> tuple[dict[str, Point], list[Curve | None]]:
    """The centres and the curves in an answer of Graphviz. Raises one of :data:`UNREADABLE` for another text."""
    height = float(data["bb"].split(",")[3])

    def point(text: str) -> Point:
        x, y = map(float, text.split(","))
        if not (isfinite(x) and isfinite(height - y)):
            raise ValueError(text)
        return x, height - y

    found = {item["name"]: point(item["pos"]) for item in data["objects"] if "pos" in item}
    edges = {
        edge["id"]: tuple(point(one) for one in edge["pos"].split()) for edge in data.get("edges", ()) if "pos" in edge
    }
    if any(len(curve) % 3 != 1 for curve in edges.values()):
        raise ValueError("a curve is 3n+1 points")
    return {item: found[name] for item, name in names.items()}, [
        edges.get(f"e{index}") for index in range(len(scene.links))
    ]
