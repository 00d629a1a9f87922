"""What maps hold, in numbers; from the graph alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from argmap.model import Map, NodeType, Stance, StepKind
from argmap.model.reach import depth, reaching
from argmap.text.printable import shorten, table

ALL = "all"
_WIDEST_NAME = 24


@dataclass(frozen=True, kw_only=True, slots=True)
class Stats:
    """The numbers of one map, or of several together.

    Attributes:
        nodes: How many.
        types: Nodes by type, all types in their order.
        stances: Nodes by stance, all stances in their order.
        implicit: Nodes that the source does not state.
        anchored: Nodes with an anchor, of those that the source states.
        steps: How many.
        kinds: Steps by kind, all kinds in their order.
        linked: Steps that need several premises together.
        marked: Steps with the words of the source that mark them.
        inferred: Steps that the map's maker reads into the text. The rest says neither.
        citations: Citations of nodes.
        references: The different references that they cite.
        actors: How many.
        depth: The steps of the longest chain to a thesis; of several maps, the longest of all.
        reaching: Nodes from which some path leads to a thesis, theses included.
        tags: Nodes by tag, the most frequent first.
    """

    nodes: int
    types: dict[str, int]
    stances: dict[str, int]
    implicit: int
    anchored: int
    steps: int
    kinds: dict[str, int]
    linked: int
    marked: int
    inferred: int
    citations: int
    references: int
    actors: int
    depth: int
    reaching: int
    tags: dict[str, int]


def count(maps: Sequence[Map]) -> Stats:
    """The numbers of *maps* together."""
    nodes = [node for map in maps for node in map.nodes.values()]
    steps = [step for map in maps for step in map.steps.values()]
    tags = Counter(tag for node in nodes for tag in dict.fromkeys(node.tags))
    return Stats(
        nodes=len(nodes),
        types=_by((node.type for node in nodes), NodeType),
        stances=_by((node.stance for node in nodes), Stance),
        implicit=sum(node.implicit for node in nodes),
        anchored=sum(bool(node.at) and not node.implicit for node in nodes),
        steps=len(steps),
        kinds=_by((step.kind for step in steps), StepKind),
        linked=sum(step.linked for step in steps),
        marked=sum(bool(step.at) for step in steps),
        inferred=sum(step.inferred for step in steps),
        citations=sum(len(node.cite) for node in nodes),
        references=len({citation.key for node in nodes for citation in node.cite}),
        actors=sum(len(map.actors) for map in maps),
        depth=max(map(depth, maps), default=0),
        reaching=sum(len(map.nodes.keys() & reaching(map, map.thesis)) for map in maps),
        tags=dict(sorted(tags.items(), key=lambda item: (-item[1], item[0]))),
    )


def _by(found: Iterable[str], known: Iterable[str]) -> dict[str, int]:
    counts = Counter(found)
    return {str(each): counts[each] for each in known}


def as_data(maps: Sequence[Map]) -> dict[str, Any]:
    """The numbers of each map and of all, for JSON."""
    return {"maps": [{"map": each.id, **asdict(count([each]))} for each in maps], ALL: asdict(count(maps))}


def as_text(maps: Sequence[Map], width: int = 100) -> str:
    """The numbers as a table with a column for each map and, of several, one for all; ends with a newline.

    What does not fit into *width* columns goes on in a further table below. Rows without a number are left out.
    """
    names, counted = [each.id for each in maps], [count([each]) for each in maps]
    if len(maps) != 1:
        names, counted = [*names, ALL], [*counted, count(maps)]
    columns = [_column(stats) for stats in counted]
    labels = [
        label for label in dict.fromkeys(label for column in columns for label in column) if _said(label, columns)
    ]
    heads = [shorten(name, _WIDEST_NAME) for name in names]
    tables = []
    for first, last in _fitting([max(map(len, labels)), *map(len, heads)], width):
        rows = [["", *heads[first:last]]]
        rows += [[label, *(column.get(label, "0") for column in columns[first:last])] for label in labels]
        tables.append("\n".join(table(rows, [False, *[True] * (last - first)])))
    return "\n\n".join(tables) + "\n"


def _said(label: str, columns: Sequence[dict[str, str]]) -> bool:
    return not label.startswith(" ") or any(column.get(label, "0") != "0" for column in columns)


def _fitting(widths: Sequence[int], width: int) -> Iterator[tuple[int, int]]:
    """Runs of columns that fit beside the first one."""
    first = index = 0
    taken = widths[0]
    for index, each in enumerate(widths[1:]):
        if taken + 2 + each > width and index > first:
            yield first, index
            first, taken = index, widths[0]
        taken += 2 + max(each, 4)
    yield first, index + 1


def _column(stats: Stats) -> dict[str, str]:
    """The rows of one column, by their labels; what a number is made of is indented below it."""
    stated = stats.nodes - stats.implicit
    rows = {
        "nodes": stats.nodes,
        **_indented(stats.types),
        **_indented(stats.stances),
        "  implicit": stats.implicit,
        "  anchored": stats.anchored,
        "  anchored, of the stated": _share(stats.anchored, stated),
        "  reaching the thesis": stats.reaching,
        "  reaching, of all": _share(stats.reaching, stats.nodes),
        "steps": stats.steps,
        **_indented(stats.kinds),
        "  linked": stats.linked,
        "  marked in the text": stats.marked,
        "  inferred": stats.inferred,
        "longest chain": stats.depth,
        "citations": stats.citations,
        "references": stats.references,
        "actors": stats.actors,
        "tags": len(stats.tags),
        **{f"  {shorten(tag, _WIDEST_NAME)}": number for tag, number in stats.tags.items()},
    }
    return {label: str(value) for label, value in rows.items()}


def _indented(counts: dict[str, int]) -> dict[str, int]:
    return {f"  {name}": number for name, number in counts.items()}


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.0%}" if whole else "0"
