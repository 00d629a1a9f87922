"""A comparison: two or more maps side by side, topic by topic."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from argmap.model.head import Head
from argmap.model.step import Step


class VerdictKind(StrEnum):
    """How positions relate. ``evolved``: the matter itself changed between them; both may be right of their time."""

    AGREE = "agree"
    PARTLY = "partly"
    DIFFER = "differ"
    EVOLVED = "evolved"


@dataclass(frozen=True, kw_only=True, slots=True)
class Verdict:
    """How the maps *between* (all of the topic's, where empty) relate, on the whole or *about* one aspect."""

    kind: VerdictKind
    about: str | None = None
    between: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Topic:
    """Positions by map id, each the ids of its nodes; an empty one was looked for and not found."""

    id: str
    title: str
    positions: dict[str, tuple[str, ...]]
    verdicts: tuple[Verdict, ...] = ()
    note: str | None = None
    extra: dict[str, Any] = field(default_factory=dict)

    @property
    def speakers(self) -> tuple[str, ...]:
        """The maps that take the topic up."""
        return tuple(map_id for map_id, nodes in self.positions.items() if nodes)


@dataclass(frozen=True, kw_only=True)
class Comparison(Head):
    """Topics over the maps named by *maps*; the steps run between nodes named ``MAP:NODE``."""

    maps: tuple[str, ...] = ()
    topics: dict[str, Topic] = field(default_factory=dict)
    steps: dict[str, Step] = field(default_factory=dict)
