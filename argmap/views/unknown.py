"""What a view cannot be made of."""

from argmap.errors import ArgmapError


class UnknownViewError(ArgmapError, ValueError):
    """An option that means nothing in the map; its text says which, and what may have been meant."""
