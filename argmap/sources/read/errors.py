"""Why a file gives no text; each message says what to do."""

from __future__ import annotations

from argmap.errors import ArgmapError


class SourceError(ArgmapError, ValueError):
    """A file that cannot be read as the text of an article."""
