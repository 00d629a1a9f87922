"""What maps and comparisons begin with."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from importlib import import_module
from typing import Any

from argmap.model.date import Date


@dataclass(frozen=True, kw_only=True)
class Head:
    """The id, and what a library card would say."""

    id: str
    title: str | None = None
    lang: str | None = None
    license: str | None = None
    version: str | None = None
    date: Date | None = None
    note: str | None = None
    extra: dict[str, Any] = field(default_factory=dict)

    def _repr_mimebundle_(self, **_: Any) -> dict[str, str]:
        """The picture and the text that a notebook shows."""
        # By its name, for it stands far above: what draws a map reads the model, and not the other way round.
        bundle: Callable[[Head], dict[str, str]] = import_module("argmap.api.notebook").mime_bundle
        return bundle(self)
