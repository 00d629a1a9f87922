"""Steps: what connects nodes, each a thing of its own with an identity."""

from __future__ import annotations

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
    """

    id: str
    kind: StepKind
    premises: tuple[str, ...] = ()
    conclusion: str | None = None
    at: tuple[Anchor, ...] = ()
    inferred: bool = False
    scheme: str | None = None
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


def unnamed_id(kind: StepKind, premises: tuple[str, ...], conclusion: str | None, taken: object = ()) -> str:
    """The id of a step that its file does not name, made of what it connects; *taken* holds the ids in use.

    It can never equal an id that a person may write, because those are kebab-case.
    """
    stem = f"{'+'.join(premises)}{_MARKS[kind]}{conclusion or ''}"
    candidate, count = stem, 1
    while candidate in taken:  # type: ignore[operator]
        count += 1
        candidate = f"{stem}#{count}"
    return candidate


def is_unnamed(step: Step) -> bool:
    """Whether the step's id was made by :func:`unnamed_id`."""
    return _MARKS[step.kind] in step.id
