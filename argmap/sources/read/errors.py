"""Why a file gives no text; each message says what to do."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from argmap.errors import ArgmapError


class SourceError(ArgmapError, ValueError):
    """A file that cannot be read as the text of an article."""


class MissingExtraError(SourceError):
    """A package that a format needs is not installed."""


def extra(module: str, what: str) -> Any:
    """The module *module*, which the extra ``sources`` brings along and reading *what* takes.

    Raises:
        MissingExtraError: It is not installed.
    """
    try:
        return import_module(module)
    except ImportError as error:
        raise MissingExtraError(
            f"reading {what} needs the package {module.partition('.')[0]}, which `pip install 'argmap[sources]'` brings"
            f" along ({error})"
        ) from None
