"""Operations on a map file, and what each makes of the file's data.

A *place* says where something stands, as findings and the file itself have it: ``"nodes/revenue"``,
``"nodes/revenue/supported_by"``, ``"actors/mayor/role"``, ``"topics/fairness"``, ``"steps/by-precedent"`` for the step
with that id wherever it is nested; or the same as a tuple, ``("nodes", "revenue", "cite", 0)``. A value is written as
in the file: a text, a number, a list or a mapping.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from argmap.errors import ArgmapError
from argmap.text.suggest import did_you_mean

Path = tuple[Any, ...]


class EditError(ArgmapError):
    """An operation that cannot be carried out; nothing of its document has changed."""


class Add(NamedTuple):
    """Adds a node, a step, an actor, a topic, or an item of a list.

    Attributes:
        place: Where the new thing stands. Where that is a list, or takes one (``"nodes/a/supported_by"``, ``"steps"``),
            the value becomes one more item of it.
        value: What stands there.
        before: The sibling that it comes before: the key of a mapping, or the index in a list.
        after: The sibling that it comes after; without either it comes last, and a field in the order of the format.
    """

    place: str | Path
    value: Any
    before: str | int | None = None
    after: str | int | None = None


class Change(NamedTuple):
    """Sets what stands at a place: the field of a node, step, actor or topic, or all of one.

    Attributes:
        place: Where it stands; a field that is not there yet is added.
        value: What stands there from now on.
    """

    place: str | Path
    value: Any


class Move(NamedTuple):
    """Moves a thing, its comments with it.

    Attributes:
        place: Where it stands.
        to: The list or mapping that it goes to; None: it stays in its own.
        before: The sibling that it comes before, as in :class:`Add`.
        after: The sibling that it comes after; without either it comes last.
    """

    place: str | Path
    to: str | Path | None = None
    before: str | int | None = None
    after: str | int | None = None


class Remove(NamedTuple):
    """Removes a thing, with the comments in it and right above it. What names it elsewhere stays, for a check to find.

    Attributes:
        place: Where it stands.
    """

    place: str | Path


Operation = Add | Change | Move | Remove


def value_at(data: Any, path: Path) -> Any:
    """What stands at *path* in *data*. Raises EditError where nothing does, with the nearest name."""
    for index, part in enumerate(path):
        if (isinstance(data, dict) and part in data) or (
            isinstance(data, list) and isinstance(part, int) and 0 <= part < len(data)
        ):
            data = data[part]
        elif not isinstance(data, (dict, list)) and data is not None and part == 0:
            continue  # one thing stands for a list of it
        else:
            raise EditError(_missing(data, path[: index + 1]))
    return data


def _missing(data: Any, path: Path) -> str:
    help = did_you_mean(str(path[-1]), data) if isinstance(data, dict) else None
    return f"there is nothing at '{shown(path)}'{f'; {help}' if help else ''}"


def shown(path: Path) -> str:
    """A place as a person writes it."""
    return "/".join(map(str, path))


def index_among(names: Sequence[Any], before: Any, after: Any, default: int) -> int:
    """Where among its siblings' *names* a thing goes. Raises EditError for a sibling that is not there."""
    if before is None and after is None:
        return default
    if before is not None and after is not None:
        raise EditError("give 'before' or 'after', not both")
    sibling = before if before is not None else after
    if sibling not in names:
        help = did_you_mean(str(sibling), map(str, names))
        raise EditError(f"there is no '{sibling}' there{f'; {help}' if help else ''}")
    return list(names).index(sibling) + (after is not None)


def with_entry(mapping: Mapping[str, Any], key: str, value: Any, index: int) -> dict[str, Any]:
    """*mapping* with one more entry, the *index*-th."""
    entries = list(mapping.items())
    return dict([*entries[:index], (key, value), *entries[index:]])
