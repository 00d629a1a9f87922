"""What shows itself in a notebook."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module


class Shown:
    """A value that a notebook shows as a picture, and as text where it shows none."""

    __slots__ = ()

    def _repr_mimebundle_(self, **_: object) -> dict[str, str]:
        # By its name, for it stands far above: what draws a map reads the model, and not the other way round.
        bundle: Callable[[Shown], dict[str, str]] = import_module("argmap.api.notebook").mime_bundle
        return bundle(self)
