"""What can keep a painter from painting; each message says what to do."""

from __future__ import annotations

from argmap.errors import ArgmapError


class PaintError(ArgmapError):
    """A picture that cannot be painted here, in this format or in this size."""


class TooLargeError(PaintError):
    """A picture of more pixels than memory should be asked for."""
