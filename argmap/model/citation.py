"""A node's use of a reference."""

from __future__ import annotations

from argmap.model.base import Value


class Citation(Value):
    """The *key* of an entry of the bibliography, and where in that work (``p. 12``)."""

    key: str
    locator: str | None = None
