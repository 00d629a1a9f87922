"""The packages that argmap can do without: each comes with an extra, and is imported where it is used."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from argmap.errors import ArgmapError


class MissingExtraError(ArgmapError):
    """A package is not installed that an extra of argmap brings; the text says how to install it."""


def extra(name: str, module: str, purpose: str) -> Any:
    """Import a module of a package that an extra brings.

    Args:
        name: The extra: ``png``.
        module: The module: ``resvg_py``.
        purpose: What takes it, as the subject of a sentence: ``PNG``.

    Returns:
        The module.

    Raises:
        MissingExtraError: It is not installed, or cannot be imported.
    """
    try:
        return import_module(module)
    except ImportError as error:
        raise MissingExtraError(remedy(name, purpose)) from error


def remedy(name: str, purpose: str) -> str:
    """What to do where the extra *name* is missing that *purpose* needs."""
    return f"{purpose} needs the extra '{name}': pip install 'argmap[{name}]'"
