"""Where a map's boxes and lines go: Graphviz orders them, we place them.

Cards stand in columns, the thesis on the left. Between two columns of cards there is a narrow one that holds the
junctions. Graphviz lays out empty boxes; of its answer we take the order in each column and the way of the long lines,
for there its versions mostly agree. A map that is too large for one picture is cut into pieces, without Graphviz.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from math import sqrt
from typing import NamedTuple

from argmap.model import Engine
from argmap.render.layout.geometry import DOT_SIZE, PLUS_SIZE, Curve, Ground, Point
from argmap.render.layout.graphviz import engine as graphviz
from argmap.render.layout.graphviz import exchange
from argmap.render.layout.graphviz import store as layout_store
from argmap.render.layout.graphviz.columns import level
from argmap.render.layout.graphviz.store import Kept, LayoutStore
from argmap.render.layout.ranks import ranked
from argmap.render.layout.trees.pack import PROPORTION
from argmap.render.scene.model import Box, MapScene

_APART, _LEAST_ROW = 20.0, 1030.0  # px between cards that no line touches, and what a row of them may take
_MOST_CARDS, _MOST_LINKS = 180, 600  # that Graphviz places in a moment, and that a reader takes in


class MapLayout(NamedTuple):
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


def lay_out(scene: MapScene, store: LayoutStore | None = None, engine: Engine = Engine.WHEEL) -> MapLayout:
    """Places what a scene shows.

    What no line touches stands in rows below the rest. A large scene is cut into pieces. Where Graphviz is of no use,
    tidy trees take its place, with a notice.

    Args:
        scene: What to place.
        store: Where what was made of Graphviz's answers is kept from run to run.
        engine: The Graphviz that is asked.

    Returns:
        The places.
    """
    touched = {end.id for link in scene.links for end in (link.tail, link.head)}
    joined = scene._replace(boxes=tuple(box for box in scene.boxes if box.id in touched))
    layout = _lay_out(joined, store, engine) if joined.boxes else MapLayout({}, ())
    apart = [box for box in scene.boxes if box.id not in touched]
    return layout._replace(centres={**layout.centres, **_rows(apart, joined.boxes, layout)})


def _lay_out(scene: MapScene, store: LayoutStore | None, engine: Engine) -> MapLayout:
    if sum(len(box.cards) for box in scene.boxes) > _MOST_CARDS or len(scene.links) > _MOST_LINKS:
        return _own(scene)
    try:
        return _graphviz(scene, store, engine)
    except graphviz.EngineError as error:
        return _own(scene, whole=True)._replace(notice=f"{error}; drawn with a simpler layout")


def _graphviz(scene: MapScene, store: LayoutStore | None, engine: Engine) -> MapLayout:
    names = {item: f"n{index}" for index, item in enumerate(scene.ids)}
    ranks = ranked(scene.ids, {junction.id for junction in scene.junctions}, scene.links)
    source = exchange.source(scene, names, ranks)
    key = "" if store is None else layout_store.key(source, scene, engine)
    kept = None if store is None else layout_store.read(store.get(key), scene)
    if kept is None:
        try:
            found, curves = exchange.read(json.loads(graphviz.run(source, engine)), scene, names)
        except exchange.UNREADABLE:
            raise graphviz.EngineError("Graphviz's answer was not understood") from None
        kept = Kept(*level(scene, found, curves, ranks.of, _heights(scene)))
        if store is not None:
            store.put(key, layout_store.written(kept, scene))
    return MapLayout(*kept)


def _own(scene: MapScene, *, whole: bool = False) -> MapLayout:
    from argmap.render.layout.trees import patchwork
    from argmap.render.layout.trees.tidy import Sizes

    width = {box.id: box.width for box in scene.boxes} | {junction.id: 0.0 for junction in scene.junctions}
    centres, far, grounds = patchwork.lay_out(scene.links, Sizes(width, _heights(scene)), whole=whole)
    return MapLayout(centres, (None,) * len(scene.links), far=far, grounds=grounds)


def _heights(scene: MapScene) -> dict[str, float]:
    height = {box.id: box.height for box in scene.boxes}
    return height | {junction.id: PLUS_SIZE if junction.linked else DOT_SIZE for junction in scene.junctions}


def _rows(apart: Sequence[Box], joined: Sequence[Box], layout: MapLayout) -> dict[str, Point]:
    centres = layout.centres
    left = min((centres[box.id][0] - box.width / 2 for box in joined), default=0)
    right = max((centres[box.id][0] + box.width / 2 for box in joined), default=0)
    bottoms = [centres[box.id][1] + box.height / 2 for box in joined]
    bottoms += [y for curve in layout.curves for _, y in curve or ()]
    top = max(bottoms, default=-2 * _APART) + 2 * _APART
    area = sum((box.width + _APART) * (box.height + _APART) for box in apart)
    right = max(right, left + _LEAST_ROW, left + sqrt(area * PROPORTION))
    placed: dict[str, Point] = {}
    x, height = left, 0.0
    for box in apart:
        if x > left and x + box.width > right:
            x, top, height = left, top + height + _APART, 0.0
        placed[box.id] = (x + box.width / 2, top + box.height / 2)
        x, height = x + box.width + _APART, max(height, box.height)
    return placed
