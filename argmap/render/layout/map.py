"""A map, laid out and routed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from argmap.model import Engine
from argmap.render.layout.figure import Figure, PlacedBox, PlacedJunction, Route
from argmap.render.layout.geometry import DOT_SIZE, PLUS_SIZE, Point, halfway
from argmap.render.layout.graphviz.store import LayoutStore
from argmap.render.layout.header import header, map_entries
from argmap.render.layout.labels import MarkPlaces
from argmap.render.layout.place import lay_out
from argmap.render.layout.routes import route
from argmap.render.scene.model import Box, MapScene
from argmap.render.scene.theme import MARGIN

_LEAST = 640.0  # px of width, so that a title and a legend have room above a single card
_SAMPLES = 16  # points of each curve that are looked at to find how far it reaches


def map_figure(
    scene: MapScene, layouts: LayoutStore | None = None, engine: Engine = Engine.WHEEL
) -> tuple[Figure, str | None]:
    """Places everything that a map's picture shows.

    Args:
        scene: The map.
        layouts: Where layouts are kept from run to run.
        engine: The Graphviz that lays it out.

    Returns:
        The figure, and a notice where Graphviz could not lay it out.
    """
    layout = lay_out(scene, layouts, engine)
    radius = {item.id: (PLUS_SIZE if item.linked else DOT_SIZE) / 2 for item in scene.junctions}
    curves = route(scene, layout.centres, layout.curves, radius, layout.far)
    boxes = [(box, *_corner(layout.centres[box.id], box.width, box.height)) for box in scene.boxes]
    left, top, right, bottom = _reach(boxes, curves)
    width = max(_LEAST, right - left)
    head = header(scene.title, scene.subtitle, map_entries(scene), width, scene.look.theme)
    dx, dy = MARGIN - left, head.bottom - top

    def moved(point: Point) -> Point:
        return point[0] + dx, point[1] + dy

    marked = any(link.mark for link in scene.links)
    taken = ((x + dx, y + dy, x + dx + box.width, y + dy + box.height) for box, x, y in boxes if marked)
    places = MarkPlaces(taken, scene.look.theme.types["mark"])
    routes = []
    for index, (link, curve) in enumerate(zip(scene.links, curves, strict=True)):
        points = tuple(map(moved, curve))
        mark_at = places.place(link.mark, points) if link.mark else None
        routes.append(Route(link, points, mark_at, index in layout.far))
    steps = {link.tail.id: link for link in scene.links if link.headed and not link.free}
    figure = Figure(
        look=scene.look,
        id=scene.id,
        lang=scene.lang,
        title=scene.title,
        description=scene.subtitle,
        about=scene.about,
        width=width + 2 * MARGIN,
        height=bottom + dy + MARGIN,
        texts=head.texts,
        legend=head.legend,
        grounds=tuple(ground._replace(x=ground.x + dx, y=ground.y + dy) for ground in layout.grounds),
        routes=tuple(routes),
        junctions=tuple(
            PlacedJunction(item, *moved(layout.centres[item.id]), steps[item.id].kind, steps[item.id].faint)
            for item in scene.junctions
        ),
        boxes=tuple(PlacedBox(box, *moved((x, y))) for box, x, y in boxes),
    )
    return figure, layout.notice


def _reach(
    boxes: Sequence[tuple[Box, float, float]], curves: Iterable[Sequence[Point]]
) -> tuple[float, float, float, float]:
    """How far boxes and curves reach: left, top, right and bottom."""
    left, top = min([x for _, x, _ in boxes], default=0.0), min([y for _, _, y in boxes], default=0.0)
    right = max([x + box.width for box, x, _ in boxes], default=0.0)
    bottom = max([y + box.height for box, _, y in boxes], default=0.0)
    # a curve lies within the hull of its points, and few of these lie beyond the cards
    beyond = [curve for curve in curves if not all(left <= x <= right and top <= y <= bottom for x, y in curve)]
    seen = [halfway(curve, index / _SAMPLES) for curve in beyond for index in range(_SAMPLES + 1)]
    xs, ys = [x for x, _ in seen], [y for _, y in seen]
    return min([left, *xs]), min([top, *ys]), max([right, *xs]), max([bottom, *ys])


def _corner(centre: Point, width: float, height: float) -> Point:
    return centre[0] - width / 2, centre[1] - height / 2
