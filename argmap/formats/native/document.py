"""A loaded file: its graph, what is wrong with its spelling, and where everything stands."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any, NamedTuple

from argmap.formats.native.grammar.keys import BY_ID, FIELDS
from argmap.model import Comparison, Fault, Map, Span, StepKind
from argmap.text.yaml import Tree, find, locate

Place = tuple[Any, ...]


class Document(NamedTuple):
    """A file as loaded.

    *content* is None where there is no graph to speak of. *whole* says that nothing had to be left out of it, so that
    the absence of a thing in it means something. *origins* leads from a step's id to where the step stands. *unread* is
    the number of lines from where the reader had to stop.
    """

    file: str
    text: str
    content: Map | Comparison | None
    whole: bool
    faults: tuple[Fault, ...]
    tree: Tree | None
    origins: dict[str, Place]
    unread: int = 0

    def span(self, place: Place) -> Span | None:
        """Where *place* stands in the file.

        A place is a path in the graph: ``("nodes", ID)``, ``("nodes", ID, "at", 0)``, ``("steps", ID, "premises", 1)``,
        ``("steps", ID, "roles", ROLE)``, ``("thesis",)``, ``("topics", ID, "positions", MAP)``, and ``("nodes", ID,
        "formal", 6)`` for the seventh letter of a formula, if that is written in one line without escapes; what has no
        place of its own is found at the nearest thing above it, and what a node has from the map's defaults is found
        there. None for an empty file.
        """
        if self.tree is None:
            return None
        path = self.path(place)
        is_key = len(path) == 2 and path[0] in BY_ID
        span = locate(self.tree, path, key=is_key or (place[0] == "steps" and place[2:3] == ("roles",)))
        return self._letter(span, place[3]) if path[2:3] == ("formal",) and len(path) == 4 else span

    def _letter(self, span: Span, index: int) -> Span:
        """The letter *index* of the text that stands at *span*; *span* itself where that cannot be counted off."""
        line = _lines(self.text)[span.line - 1]
        written = line[span.column - 1 : span.end_column - 1]
        quote = written[:1] if written[:1] in ("'", '"') else ""
        inside = written[len(quote) : len(written) - len(quote)]
        if span.line != span.end_line or not inside or (quote and (quote in inside or "\\" in inside)):
            return span
        column = span.column + len(quote) + min(index, len(inside) - 1)
        return Span(span.line, column, span.line, column + 1)

    def path(self, place: Place) -> Place:
        """The path in the file's data that the path *place* in the graph means."""
        path = place
        if path[:1] == ("steps",) and len(path) > 1:
            path = self._of_step(path[1], path[2:])
        elif path[:1] == ("nodes",) and path[2:] == ("text",) and isinstance(self.content, Map):
            path = (*path[:2], self.content.nodes[path[1]].type.value)
        if path[:1] == ("nodes",) and len(path) > 2:
            path = (*path[:2], FIELDS.get(path[2], path[2]), *path[3:])
            if not self._stands(path[:3]) and self._stands(("defaults", path[2])):
                path = ("defaults", *path[2:])
        return path

    def _stands(self, path: Place) -> bool:
        return self.tree is not None and find(self.tree, path) is not None

    def _of_step(self, id: str, rest: Place) -> Place:
        origin = self.origins.get(id, ())
        step = None if self.content is None else self.content.steps.get(id)
        if step is None or not rest:
            return origin + rest
        if step.roles:
            rest = _in_roles(step.roles, rest)
        if len(origin) != 2:
            return origin + rest
        # In the list at the top its kind is the key of its target.
        kind = step.kind
        key = "over" if kind is StepKind.PREFER and rest[0] == "conclusion" else kind.value
        is_target = rest[0] == "conclusion" or (
            kind in (StepKind.PREFER, StepKind.CONTRADICT) and rest[0] == "premises"
        )
        return (*origin, key, *rest[1:]) if is_target else origin + rest


def _in_roles(roles: Mapping[str, tuple[str, ...]], rest: Place) -> Place:
    """Where *rest* of a path in a step stands whose premises are written under *roles*."""
    if rest[0] == "roles":
        return ("premises", *rest[1:])
    if rest[0] == "premises" and len(rest) > 1:
        places = [(role, index) for role, names in roles.items() for index in range(len(names))]
        return ("premises", *places[rest[1]], *rest[2:])
    return rest


@lru_cache(maxsize=1)
def _lines(text: str) -> list[str]:
    return text.split("\n")
