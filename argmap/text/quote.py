"""Short texts as YAML takes them for text."""

from __future__ import annotations

from argmap.text.scalar import resolve


def quoted(word: str) -> str:
    """*word*, an id or a reference key, as a YAML scalar: in quotes where it would be read as something else than text.

    Example:
        >>> quoted("city"), quoted("2014")
        ('city', '"2014"')
    """
    return word if isinstance(resolve(word), str) else f'"{word}"'
