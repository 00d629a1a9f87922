"""A map, laid out and routed."""

from __future__ import annotations

from argmap.render.figure import Figure, PlacedBox, PlacedJunction, Point, Route
from argmap.render.header import header, map_entries
from argmap.render.layout import DOT_SIZE, PLUS_SIZE, lay_out
from argmap.render.layout_store import LayoutStore
from argmap.render.mark_places import MarkPlaces
from argmap.render.routes import halfway, route
from argmap.render.scene import MapScene
from argmap.render.theme import MARGIN

_LEAST = 640.0  # px of width, so that a title and a legend have room above a single card
_SAMPLES = 16  # points of each curve that are looked at to find how far it reaches


def map_figure(scene: MapScene, layouts: LayoutStore | None = None) -> tuple[Figure, str | None]:
    """Places everything that a map's picture shows.

    Args:
        scene: The map.
        layouts: Where layouts are kept from run to run.

    Returns:
        The figure, and a notice where Graphviz could not lay it out.
    """
    layout = lay_out(scene, layouts)
    radius = {item.id: (PLUS_SIZE if item.linked else DOT_SIZE) / 2 for item in scene.junctions}
    curves = route(scene, layout.centres, layout.curves, radius)
    boxes = [(box, *_corner(layout.centres[box.id], box.width, box.height)) for box in scene.boxes]
    seen = [halfway(curve, at / _SAMPLES) for curve in curves for at in range(_SAMPLES + 1)]
    seen += [
        (x + across * box.width, y + down * box.height) for box, x, y in boxes for across, down in ((0, 0), (1, 1))
    ]
    xs, ys = [x for x, _ in seen], [y for _, y in seen]
    left, top = min(xs, default=0), min(ys, default=0)
    wide = max(_LEAST, max(xs, default=0) - left)
    head = header(scene.title, scene.subtitle, map_entries(scene), wide, scene.look.theme)
    dx, dy = MARGIN - left, head.bottom - top

    def moved(point: Point) -> Point:
        return round(point[0] + dx, 2), round(point[1] + dy, 2)

    taken = ((x + dx, y + dy, x + dx + box.width, y + dy + box.height) for box, x, y in boxes)
    places = MarkPlaces(taken, scene.look.theme.types["mark"])
    routes = []
    for link, curve in zip(scene.links, curves, strict=True):
        points = tuple(moved(point) for point in curve)
        routes.append(Route(link, points, places.place(link.mark, points) if link.mark else None))
    steps = {link.tail.id: link for link in scene.links if link.headed and not link.free}
    figure = Figure(
        look=scene.look,
        id=scene.id,
        lang=scene.lang,
        title=scene.title,
        description=scene.subtitle,
        about=scene.about,
        width=wide + 2 * MARGIN,
        height=max(ys, default=0) + dy + MARGIN,
        texts=head.texts,
        legend=head.legend,
        routes=tuple(routes),
        junctions=tuple(
            PlacedJunction(item, *moved(layout.centres[item.id]), steps[item.id].kind, steps[item.id].faint)
            for item in scene.junctions
        ),
        boxes=tuple(PlacedBox(box, *moved((x, y))) for box, x, y in boxes),
    )
    return figure, layout.notice


def _corner(centre: Point, width: float, height: float) -> Point:
    return centre[0] - width / 2, centre[1] - height / 2
