"""What a painter is given besides a figure, and what it gives."""

from __future__ import annotations

from typing import NamedTuple


class Sheet(NamedTuple):
    """What a picture is painted on.

    Attributes:
        width: How many px wide it is; None: as wide as the figure.
        dpi: The dots per inch of a PNG.
    """

    width: float | None = None
    dpi: float = 96


class Picture(NamedTuple):
    """A picture, painted.

    Attributes:
        content: The text of the file, or its bytes.
        notice: What could not be done as it should, for the user; None where all could.
    """

    content: str | bytes
    notice: str | None
