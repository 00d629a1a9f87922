"""The base of every exception that leaves the package."""

from __future__ import annotations


class ArgmapError(Exception):
    """Something that argmap was asked for cannot be done; the message says why and what to do."""


class UnknownFormatError(ArgmapError, ValueError):
    """A format that there is not, or not for this."""
