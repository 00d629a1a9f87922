"""WorkspaceError with files, as against findings about what they say."""

from __future__ import annotations

from argmap.errors import ArgmapError


class WorkspaceError(ArgmapError, OSError):
    """A file or folder cannot be used; its text says which, why, and what to do. The command ends with exit code 2."""
