"""Nodes, and the actors whose statements they are."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from argmap.model.anchor import Anchor
from argmap.model.base import Extensible
from argmap.model.citation import Citation
from argmap.model.date import Date
from argmap.model.quantity import Quantity


class NodeType(StrEnum):
    """What kind of statement a node is; it follows the content, whoever says it."""

    CLAIM = "claim"
    EVIDENCE = "evidence"
    RECOMMENDATION = "recommendation"
    QUESTION = "question"
    ARGUMENT = "argument"


class Stance(StrEnum):
    """How the source's author stands to a statement."""

    ENDORSED = "endorsed"
    REPORTED = "reported"
    CONCEDED = "conceded"
    REJECTED = "rejected"


class Qualifier(StrEnum):
    """How surely the text says it."""

    CERTAIN = "certain"
    LIKELY = "likely"
    POSSIBLE = "possible"
    CONDITIONAL = "conditional"


class EvidenceKind(StrEnum):
    """What sort of record a piece of evidence is."""

    EVENT = "event"
    STATISTIC = "statistic"
    POLICY = "policy"
    DOCUMENT = "document"
    TESTIMONY = "testimony"


class Actor(Extensible):
    """Somebody who speaks, acts or is addressed."""

    name: str
    role: str | None = None
    note: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Node:
    """A statement. *by* is empty where it is the author's own; *role* is the office that the speaker held then.

    *formal* is what it says as a formula, as written (:mod:`argmap.logic.formulas.formula` reads it).
    """

    id: str
    type: NodeType
    text: str
    by: tuple[str, ...] = ()
    role: str | None = None
    stance: Stance = Stance.ENDORSED
    qualifier: Qualifier | None = None
    at: tuple[Anchor, ...] = ()
    implicit: bool = False
    kind: EvidenceKind | None = None
    cite: tuple[Citation, ...] = ()
    happened: Date | None = None
    said: Date | None = None
    due: Date | None = None
    quantities: tuple[Quantity, ...] = ()
    addressee: tuple[str, ...] = ()
    specifies: tuple[str, ...] = ()
    rephrases: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    formal: str | None = None
    note: str | None = None
    todo: str | None = None
    extra: dict[str, Any] = field(default_factory=dict)

    @property
    def committed(self) -> bool:
        """Whether the source's author is committed to it: endorsed or conceded (Walton and Krabbe 1995)."""
        return self.stance in (Stance.ENDORSED, Stance.CONCEDED)
