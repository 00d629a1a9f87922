"""Maps of odd and large shapes, as scenes, and what is measured of their layouts. Their content is invented."""

from __future__ import annotations

import random
from bisect import bisect
from collections import defaultdict
from collections.abc import Callable, Iterator
from functools import cache, partial

from render_samples import REFERENCES, chain, make, node, step, wide

from argmap.model import Map
from argmap.render import appearance_of
from argmap.render.layout.figure import Figure, PlacedBox, Route
from argmap.render.layout.geometry import halfway
from argmap.render.layout.place import MapLayout, lay_out
from argmap.render.scene.card import Drawn
from argmap.render.scene.map import map_scene
from argmap.render.scene.model import MapScene

_SAMPLES = 12  # places of every piece of a curve that are looked at


def scene_of(map: Map) -> MapScene:
    """What the picture of a map shows."""
    return map_scene(map, Drawn(appearance_of(map), map.actors, REFERENCES))


def star(count: int) -> Map:
    """A map with a thesis and all else right under it."""
    return _claims(count, [("support", at, 0) for at in range(1, count)])


def apart(count: int) -> Map:
    """A map without a step."""
    return _claims(count, [])


def pairs(count: int) -> Map:
    """A map of many small trees."""
    return _claims(count, [("support", at, at - 1) for at in range(1, count, 2)])


def fight(count: int) -> Map:
    """A map in which everyone attacks everyone."""
    return _claims(count, [("attack", one, other) for one in range(count) for other in range(count) if one != other])


def rings(count: int, size: int = 7) -> Map:
    """A map of rings."""
    return _claims(count, [("support", at, at - at % size + (at + 1) % size) for at in range(count - count % size)])


def undercuts(count: int) -> Map:
    """A map in which every step but the first undercuts the one before it."""
    steps = [step("support", "n1", "n0", id="s1")]
    steps += [step("undercut", f"n{at}", f"s{at - 1}", id=f"s{at}") for at in range(2, count)]
    return make([node(f"n{at}", "claim", f"Statement {at}") for at in range(count)], steps)


def tangle(count: int, seed: int = 1) -> Map:
    """A map with every kind of step, second conclusions, shared premises, warrants and rings."""
    chance = random.Random(seed)
    steps = []
    for at in range(1, count):
        below, parent, id = f"n{at}", f"n{chance.randrange(at // 6, at // 2 + 1) if at > 1 else 0}", f"s{at}"
        kind = chance.random()
        if kind < 0.1 and steps:
            steps.append(step("undercut", below, chance.choice(steps).id, id=id))
        elif kind < 0.25:
            steps.append(step("attack", below, parent, id=id, outweighed=chance.random() < 0.5))
        elif kind < 0.4:
            other = f"n{chance.randrange(count)}"
            steps.append(step("support", tuple(dict.fromkeys((below, other))), parent, id=id))
        elif kind < 0.45:
            steps.append(step("support", below, parent, id=id, warrant=(f"n{chance.randrange(count)}",)))
        else:
            steps.append(step("support", below, parent, id=id))
        if chance.random() < 0.06:
            steps.append(step("contradict", (below, f"n{chance.randrange(at)}"), None, id=f"{id}-c"))
        if chance.random() < 0.08:
            steps.append(step("support", f"n{chance.randrange(at)}", below, id=f"{id}-b"))
    texts = (" ".join(["Statement", str(at), *["word"] * chance.randrange(40)]) for at in range(count))
    return make([node(f"n{at}", "claim", text) for at, text in enumerate(texts)], steps, thesis=("n0",))


def _claims(count: int, steps: list[tuple[str, int, int]]) -> Map:
    return make(
        [node(f"n{at}", "claim", f"Statement {at} in words enough for two lines") for at in range(count)],
        [step(kind, f"n{tail}", f"n{head}") for kind, tail, head in steps],
    )


SHAPES: dict[str, Callable[[], Map]] = {
    "wide 200": partial(wide, 200),
    "wide 3000": partial(wide, 3000),
    "chain 3000": partial(chain, 3000),
    "star 2000": partial(star, 2000),
    "apart 2000": partial(apart, 2000),
    "pairs 1000": partial(pairs, 1000),
    "fight 60": partial(fight, 60),
    "rings 700": partial(rings, 700),
    "undercuts 1000": partial(undercuts, 1000),
    "tangle 200": partial(tangle, 200),
    "tangle 1000": partial(tangle, 1000, 2),
}


@cache
def shape_scene(name: str) -> MapScene:
    """The scene of one of the shapes."""
    return scene_of(SHAPES[name]())


@cache
def shape_layout(name: str) -> MapLayout:
    """The layout of one of the shapes."""
    return lay_out(shape_scene(name))


def overlapping(boxes: tuple[PlacedBox, ...]) -> list[tuple[str, str]]:
    """The boxes that overlap by more than a px."""
    found: list[tuple[str, str]] = []
    open: list[PlacedBox] = []
    for one in sorted(boxes, key=lambda placed: placed.x):
        open = [other for other in open if other.x + other.box.width > one.x + 1]
        found += [
            (other.box.id, one.box.id)
            for other in open
            if other.y + other.box.height > one.y + 1 and one.y + one.box.height > other.y + 1
        ]
        open.append(one)
    return found


def crossed(figure: Figure, routes: list[Route]) -> list[tuple[str, str, str]]:
    """Which of *routes* run through which card that is not at one of their ends."""
    columns: dict[int, list[tuple[float, PlacedBox]]] = defaultdict(list)
    for placed in figure.boxes:
        for cell in range(int(placed.x // 100), int((placed.x + placed.box.width) // 100) + 1):
            columns[cell].append((placed.y, placed))
    for column in columns.values():
        column.sort(key=lambda entry: entry[0])
    found = set()
    for route in routes:
        tail, head = route.link.tail.id, route.link.head.id
        for x, y in _places(route):
            column = columns[int(x // 100)]
            for _, (box, left, top) in column[: bisect([entry[0] for entry in column], y)]:
                inside = left + 1 < x < left + box.width - 1 and top + 1 < y < top + box.height - 1
                if inside and box.id not in (tail, head):
                    found.add((tail, head, box.id))
    return sorted(found)


def _places(route: Route) -> Iterator[tuple[float, float]]:
    steps = (len(route.points) - 1) // 3 * _SAMPLES
    return (halfway(route.points, at / steps) for at in range(steps + 1))


def disjoint(areas: list[tuple[float, float, float, float]]) -> bool:
    """Whether no two rectangles (x, y, width, height) touch."""
    return not any(
        ax < bx + bw and bx < ax + aw and ay < by + bh and by < ay + ah
        for at, (ax, ay, aw, ah) in enumerate(areas)
        for bx, by, bw, bh in areas[at + 1 :]
    )
