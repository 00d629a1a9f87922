"""What can keep a painter from painting; each message says what to do."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from argmap.errors import ArgmapError


class PaintError(ArgmapError):
    """A picture that cannot be painted here, in this format or in this size."""


class MissingExtraError(PaintError):
    """A package that a painter needs is not installed."""


class TooLargeError(PaintError):
    """A picture of more pixels than memory should be asked for."""


def extra(module: str, name: str) -> Any:
    """The module *module*, which the extra *name* of argmap brings along. Raises MissingExtraError without it."""
    try:
        return import_module(module)
    except ImportError as error:
        raise MissingExtraError(
            f"{name.upper()} needs the package {module}, which `pip install 'argmap[{name}]'` brings along ({error})"
        ) from None
