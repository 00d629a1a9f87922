"""What a view cannot be made of."""


class UnknownViewError(ValueError):
    """An option that means nothing in the map; its text says which, and what may have been meant."""
