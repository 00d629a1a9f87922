"""A map as a tree for the terminal: under each statement what bears on it."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Mapping

from argmap.model import Map, Stance, StepKind
from argmap.render.scene.model import ReferenceLabel
from argmap.render.scene.references import cited_as
from argmap.writers.walk import JOINED, PART, WARRANT, Visit, walk

_SIGNS: Mapping[str, str] = {
    "": "",
    PART: "*",
    JOINED: "&",
    WARRANT: "w",
    StepKind.SUPPORT: "+",
    StepKind.ATTACK: "-",
    StepKind.UNDERCUT: "~",
    StepKind.EXPLAIN: "<",
}
_NARROWEST = 30
LEGEND = "+ supports   - attacks   ~ undercuts the step   < explains   & needed together   * part of   w warrant"


def show(map: Map, references: Mapping[str, ReferenceLabel], width: int = 100) -> str:
    """The theses first, then what leads to none of them; a node is spelled out once. Ends with a newline.

    *width* is that of the terminal, in columns. Deep trees are indented no further than leaves room for the text.
    """
    return "\n".join(_lines(map, references, width)) + "\n"


def _lines(map: Map, references: Mapping[str, ReferenceLabel], width: int) -> Iterator[str]:
    yield map.title or map.id
    counts = f"{len(map.nodes)} nodes, {len(map.steps)} steps"
    source = references.get(map.source or "", ReferenceLabel(map.source or "")).text
    yield f"{source}: {counts}" if source else counts
    yield LEGEND
    for visit in walk(map):
        if visit.depth == 0:
            yield ""
        yield from _node(map, visit, references, width)


def _node(map: Map, visit: Visit, references: Mapping[str, ReferenceLabel], width: int) -> Iterator[str]:
    node = visit.node
    sign = _SIGNS.get(visit.how, "?") + (" (outweighed)" if visit.outweighed else "")
    indent = "  " * min(visit.depth, max(0, (width - _NARROWEST) // 2))
    head = f"{indent}{sign} " if sign else indent
    if visit.again:
        yield f"{head}[{node.id}] see above"
        return
    said = [_name(map, actor) for actor in node.by]
    cites = [text for text, _ in cited_as(node, references)]
    marks = [node.stance.value] if node.stance is not Stance.ENDORSED else []
    dates = [f"{word} {date.date}" for word in ("happened", "said", "due") if (date := getattr(node, word))]
    towards = [f"for {_name(map, actor)}" for actor in node.addressee]
    details = [*said, *towards, *dates, *marks, *(["implicit"] if node.implicit else []), *cites]
    text = f"{node.type.upper()} [{node.id}] {node.text}" + (f" ({'; '.join(details)})" if details else "")
    clean = "".join(letter if letter.isprintable() else " " for letter in text)
    yield from textwrap.wrap(clean, max(width, _NARROWEST), initial_indent=head, subsequent_indent=indent + "  ")


def _name(map: Map, actor: str) -> str:
    return map.actors[actor].name if actor in map.actors else actor
