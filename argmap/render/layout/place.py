"""Where a map's boxes and lines go: Graphviz orders them, we place them.

Cards stand in columns, the thesis on the left. Between two columns of cards there is a narrow one that holds the
junctions. Graphviz lays out empty boxes; of its answer we take the order in each column and the way of the long lines,
for there its versions agree. A map that is too large for one picture is cut into pieces, without Graphviz.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from math import isfinite, sqrt
from typing import TYPE_CHECKING, Any, NamedTuple

from argmap.render.layout.figure import Point
from argmap.render.layout.graphviz import engine
from argmap.render.layout.graphviz import store as layout_store
from argmap.render.layout.graphviz.columns import Curve, level
from argmap.render.layout.graphviz.store import Kept, LayoutStore
from argmap.render.layout.ranks import Ranks, ranked
from argmap.render.layout.trees.pack import PROPORTION
from argmap.render.scene.model import Box, End, Link, MapScene

if TYPE_CHECKING:
    from argmap.render.layout.trees.patchwork import Ground

DOT_SIZE, PLUS_SIZE = 9.0, 20.0
"""The diameter in px of a junction, and of one where premises join."""

_RANKSEP, _NODESEP = 0.62, 0.2  # in inches, as Graphviz wants them
_POINTS = 72
_APART, _LEAST_ROW = 20.0, 1030.0  # px between cards that no line touches, and what a row of them may take
_MOST_CARDS, _MOST_LINKS = 180, 600  # that Graphviz places in a moment, and that a reader takes in


class Layout(NamedTuple):
    """Where everything is, in px.

    *centres* are those of boxes and junctions by id; *curves* say for each link where it turns on its way between the
    cards of other columns (None: nowhere). *notice* says why the layout is a simpler one, where it is. *far* are the
    links that pass under cards, by their places among all, each with the point where it meets those of its siblings, if
    it has any. *grounds* lie under the pieces of a large map.
    """

    centres: Mapping[str, Point]
    curves: tuple[Curve | None, ...]
    notice: str | None = None
    far: Mapping[int, Point | None] = {}
    grounds: tuple[Ground, ...] = ()


def lay_out(scene: MapScene, store: LayoutStore | None = None) -> Layout:
    """Places what a scene shows.

    What no line touches stands in rows below the rest. A large scene is cut into pieces. Where Graphviz is of no use,
    tidy trees take its place, with a notice.

    Args:
        scene: What to place.
        store: Where what was made of Graphviz's answers is kept from run to run.

    Returns:
        The places.
    """
    touched = {end.id for link in scene.links for end in (link.tail, link.head)}
    joined = scene._replace(boxes=tuple(box for box in scene.boxes if box.id in touched))
    layout = _lay_out(joined, store) if joined.boxes else Layout({}, ())
    apart = [box for box in scene.boxes if box.id not in touched]
    return layout._replace(centres={**layout.centres, **_rows(apart, joined.boxes, layout)})


def _lay_out(scene: MapScene, store: LayoutStore | None) -> Layout:
    if sum(len(box.cards) for box in scene.boxes) > _MOST_CARDS or len(scene.links) > _MOST_LINKS:
        return _own(scene)
    try:
        return _graphviz(scene, store)
    except engine.EngineError as error:
        return _own(scene, whole=True)._replace(notice=f"{error}; drawn with a simpler layout")


def _graphviz(scene: MapScene, store: LayoutStore | None) -> Layout:
    names = {item: f"n{at}" for at, item in enumerate(scene.ids)}
    ranks = ranked(scene.ids, {junction.id for junction in scene.junctions}, scene.links)
    source = _graph(scene, names, ranks)
    key = "" if store is None else layout_store.key(source, scene)
    kept = None if store is None else layout_store.read(store.get(key), scene)
    if kept is None:
        try:
            found, curves = _read(json.loads(engine.run(source)), scene, names)
        except (LookupError, ValueError, TypeError, AttributeError, RecursionError):
            raise engine.EngineError("Graphviz's answer was not understood") from None
        kept = Kept(*level(scene, found, curves, ranks.of, _heights(scene)))
        if store is not None:
            store.put(key, layout_store.written(kept, scene))
    return Layout(*kept)


def _own(scene: MapScene, *, whole: bool = False) -> Layout:
    from argmap.render.layout.trees import patchwork
    from argmap.render.layout.trees.tidy import Sizes

    wide = {box.id: box.width for box in scene.boxes} | {junction.id: 0.0 for junction in scene.junctions}
    centres, far, grounds = patchwork.lay_out(scene.links, Sizes(wide, _heights(scene)), whole=whole)
    return Layout(centres, (None,) * len(scene.links), far=far, grounds=grounds)


def _heights(scene: MapScene) -> dict[str, float]:
    high = {box.id: box.height for box in scene.boxes}
    return high | {junction.id: PLUS_SIZE if junction.linked else DOT_SIZE for junction in scene.junctions}


def _rows(apart: Sequence[Box], joined: Sequence[Box], layout: Layout) -> dict[str, Point]:
    centres = layout.centres
    left = min((centres[box.id][0] - box.width / 2 for box in joined), default=0)
    right = max((centres[box.id][0] + box.width / 2 for box in joined), default=0)
    bottoms = [centres[box.id][1] + box.height / 2 for box in joined]
    bottoms += [y for curve in layout.curves for _, y in curve or ()]
    top = max(bottoms, default=-2 * _APART) + 2 * _APART
    area = sum((box.width + _APART) * (box.height + _APART) for box in apart)
    right = max(right, left + _LEAST_ROW, left + sqrt(area * PROPORTION))
    placed: dict[str, Point] = {}
    x, high = left, 0.0
    for box in apart:
        if x > left and x + box.width > right:
            x, top, high = left, top + high + _APART, 0.0
        placed[box.id] = (x + box.width / 2, top + box.height / 2)
        x, high = x + box.width + _APART, max(high, box.height)
    return placed


def _graph(scene: MapScene, names: Mapping[str, str], ranks: Ranks) -> str:
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
    loose = [link._replace(free=link.free or at in ranks.closing) for at, link in enumerate(scene.links)]
    for at, (link, attributes) in enumerate(
        zip(loose, edge_attributes(scene._replace(links=tuple(loose))), strict=True)
    ):
        if link.tail.id != link.head.id:
            if not link.free:  # so exactly that Graphviz has no choice of ranks
                attributes["minlen"] = str(ranks.of[link.tail.id] - ranks.of[link.head.id])
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


def _read(
    data: Mapping[str, Any], scene: MapScene, names: Mapping[str, str]
) -> tuple[dict[str, Point], list[Curve | None]]:
    """The centres and the curves in an answer of Graphviz."""
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
    return {item: found[name] for item, name in names.items()}, [edges.get(f"e{at}") for at in range(len(scene.links))]
