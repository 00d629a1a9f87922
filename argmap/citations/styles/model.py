"""What a style of citing is."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from argmap.citations.item import Item
from argmap.citations.rich import Rich


class Style(NamedTuple):
    """A style: how references and citations of them read, and in which order references stand.

    Attributes:
        heading: The heading of the list of references.
        reference: A reference of the list, by its item, the letter after its year, and whether it has the names of the
            one before.
        cited: A citation in the text, without the parentheses, by its item, letter and locator.
        ditto: Whether the style has a dash for the same names again.
        dated: Whether the style goes by author and date, so that works of one author are sorted by year, and a body is
            the author of what it has published without names.
        undated_last: Whether works without a year stand after the others, where the style is dated.
    """

    heading: str
    reference: Callable[[Item, str, bool], Rich]
    cited: Callable[[Item, str, str | None], Rich]
    ditto: bool
    dated: bool
    undated_last: bool = False
