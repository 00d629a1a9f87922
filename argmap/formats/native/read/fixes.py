"""Fixes of what validation refuses: a misspelt key, an id in other letters, a list within a list of steps."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from functools import cached_property
from typing import Any

from argmap.formats.native.grammar.keys import naming
from argmap.formats.native.grammar.shape import is_roles
from argmap.model import Edit, Fix, Span
from argmap.model.references import Kind
from argmap.text.spell import spell
from argmap.text.suggest import nearest, slip
from argmap.text.yaml import Tree, find

USES = {"nodes": naming(Kind.NODE), "actors": naming(Kind.ACTOR)}
"""The keys under which the ids of nodes and of actors are named."""


class Written:
    """A file as it is written: its lines, where all of it stands, and where it names ids."""

    def __init__(self, tree: Tree, lines: Sequence[str]) -> None:
        self.tree = tree
        self.lines = lines

    @cached_property
    def uses(self) -> dict[tuple[str, str], list[Tree]]:
        """The scalars that may name something of a kind (of :data:`USES`), by that kind and by what they say."""
        uses: dict[tuple[str, str], list[Tree]] = defaultdict(list)
        waiting: list[tuple[Any, Tree]] = [(None, self.tree)]
        while waiting:
            key, place = waiting.pop()
            if place.keys is not None:
                # What stands under a role is named as the premises are.
                in_roles = is_roles(key, place.keys)
                waiting += [(key if in_roles else below, child) for below, child in place.children.items()]
            elif place.children is not None:
                waiting += [(key, item) for item in place.children]
            elif place.start.line == place.end.line:
                name = self.lines[place.start.line][place.start.column : place.end.column].strip("'\"")
                for kind, keys in USES.items():
                    if key in keys:
                        uses[kind, name].append(place)
        return uses


def renamed_key(tree: Tree, path: tuple[Any, ...], known: Collection[str]) -> Fix | None:
    """The key at the end of *path* as the one of *known* that it is near to; safe where it can only be that one."""
    holder = find(tree, path[:-1])
    keys = holder[-1].keys if holder else None
    if not keys or path[-1] not in keys:
        return None
    free = [key for key in known if key not in keys]
    sure = slip(path[-1], free)
    key = sure or nearest(path[-1], free)
    if key is None:
        return None
    return Fix(f"write '{key}'", (_as(keys[path[-1]], key),), safe=sure is not None)


def linked_step(written: Written, path: tuple[Any, ...]) -> Fix | None:
    """The list at *path* as the premises of a step; what its author meant is for the author to say."""
    trees = find(written.tree, path)
    items = trees[-1].children if trees else None
    if not trees or not items or any(item.children is not None for item in items):
        return None
    span = trees[-1].span
    edits = [Edit(_before(span), f"premises:\n{' ' * (span.column - 1)}")]
    if written.lines[span.line - 1].startswith("[", span.column - 1):
        edits = [Edit(_before(span), "{premises: "), Edit(Span(*span[2:], *span[2:]), "}")]
    return Fix("make its items the premises of one step", tuple(edits), safe=False)


def renamed_id(written: Written, path: tuple[Any, ...], is_key: bool, old: str, new: str) -> Fix | None:
    """*new* for the id *old* at *path*, and wherever the file speaks of it."""
    trees = find(written.tree, path[:-1] if is_key else path)
    keys = trees[-1].keys if trees and is_key else None
    if not trees or (is_key and (not keys or path[-1] not in keys or new in keys)):
        return None
    places = [keys[path[-1]] if keys else trees[-1]]
    if path[-1] == "id" or (is_key and len(path) == 2):
        places += written.uses.get(("nodes" if path[-1] == "id" else path[0], old), ())
    return Fix(f"write '{new}'", tuple(_as(place, new) for place in places), safe=False)


def _as(place: Tree, text: str) -> Edit:
    return Edit(place.span, text if place.plain and spell(text) == text else f'"{text}"')


def _before(span: Span) -> Span:
    return Span(*span[:2], *span[:2])
