"""Steps: what connects nodes, each a thing of its own with an identity."""

from __future__ import annotations

from collections.abc import Container, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from argmap.model.anchor import Anchor
from argmap.model.node import Qualifier


class StepKind(StrEnum):
    """What a step does to its conclusion."""

    SUPPORT = "support"
    ATTACK = "attack"
    UNDERCUT = "undercut"
    EXPLAIN = "explain"
    CONTRADICT = "contradict"
    PREFER = "prefer"


@dataclass(frozen=True, kw_only=True, slots=True)
class Step:
    """From *premises*, all of them needed, to a *conclusion*.

    The conclusion is a node, or a step: always one for an undercut, sometimes one for a support. ``contradict`` is
    symmetric: its premises exclude one another and it has no conclusion. ``prefer`` ranks its one premise over its
    conclusion. *outweighed_by* names the nodes that outweigh an attack; *outweighed* alone says that something does.
    *roles* says which part of its scheme the premises play: then it holds all of them, in their order, by role.
    """

    id: str
    kind: StepKind
    premises: tuple[str, ...] = ()
    conclusion: str | None = None
    at: tuple[Anchor, ...] = ()
    inferred: bool = False
    scheme: str | None = None
    roles: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    warrant: tuple[str, ...] = ()
    qualifier: Qualifier | None = None
    outweighed: bool = False
    outweighed_by: tuple[str, ...] = ()
    question: str | None = None
    note: str | None = None
    extra: dict[str, Any] = field(default_factory=dict)

    @property
    def linked(self) -> bool:
        """Whether it needs several premises together."""
        return len(self.premises) > 1 and self.kind is not StepKind.CONTRADICT


# Each holds a letter that no id may hold, so that a made id is told from a written one.
_MARKS = {
    StepKind.SUPPORT: "->",
    StepKind.ATTACK: "-x>",
    StepKind.UNDERCUT: "-o>",
    StepKind.EXPLAIN: "=>",
    StepKind.CONTRADICT: "><",
    StepKind.PREFER: ">>",
}


def unnamed_id(kind: StepKind, premises: tuple[str, ...], conclusion: str | None, taken: Container[str] = ()) -> str:
    """The id of a step that its file does not name, made of what it connects; *taken* holds the ids in use.

    It can never equal an id that a person may write, because those are kebab-case.
    """
    stem = f"{'+'.join(premises)}{_MARKS[kind]}{conclusion or ''}"
    if stem not in taken:
        return stem
    # Those before are numbered without a gap, so that the next number is found by halving, and not by counting up.
    used, free = 1, 2
    while f"{stem}#{free}" in taken:
        used, free = free, 2 * free
    while free - used > 1:
        middle = (used + free) // 2
        used, free = (middle, free) if f"{stem}#{middle}" in taken else (used, middle)
    return f"{stem}#{free}"


def is_unnamed(step: Step) -> bool:
    """Whether the step's id was made by :func:`unnamed_id`."""
    return _MARKS[step.kind] in step.id
