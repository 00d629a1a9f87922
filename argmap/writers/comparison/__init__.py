"""A comparison as text: an overview, then topic by topic. One format a file."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module

from argmap.errors import UnknownFormatError
from argmap.model import Comparison, Map
from argmap.render.scene.model import ReferenceLabel

FORMATS = {
    "csv": "argmap.writers.comparison.csv",
    "md": "argmap.writers.comparison.md",
    "text": "argmap.writers.comparison.text",
}
"""The module of each format's writer."""


def write_comparison(
    comparison: Comparison,
    maps: Mapping[str, Map],
    references: Mapping[str, ReferenceLabel],
    to: str,
    *,
    width: int = 100,
    confidence: Mapping[str, float] = {},
) -> str:
    """Says a comparison in words.

    Args:
        comparison: The comparison.
        maps: Its maps, by id.
        references: How each reference is shown, by key.
        to: The format, one of :data:`FORMATS`.
        width: The columns of a line, for plain text.
        confidence: How sure each topic is, from 0 to 1, where the comparison is a proposal.

    Returns:
        The text.

    Raises:
        UnknownFormatError: There is no such format.
    """
    if to not in FORMATS:
        raise UnknownFormatError(f"there is no format '{to}' for this; choose one of {', '.join(FORMATS)}")
    write: Callable[..., str] = import_module(FORMATS[to]).write
    return write(comparison, maps, references, width, confidence)
