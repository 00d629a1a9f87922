"""What maps and comparisons begin with."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from argmap.model.date import Date
from argmap.model.shown import Shown


@dataclass(frozen=True, kw_only=True)
class Head(Shown):
    """The id, and what a library card would say."""

    id: str
    title: str | None = None
    lang: str | None = None
    license: str | None = None
    version: str | None = None
    date: Date | None = None
    note: str | None = None
    extra: dict[str, Any] = field(default_factory=dict)
