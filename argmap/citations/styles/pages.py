"""Ranges of pages, as styles shorten them."""

from __future__ import annotations

import re

_RANGE = re.compile(r"(?<![\w–])(\d{1,12})–(\d{1,12})(?![\w–])")


def chicago(pages: str) -> str:
    """Ranges as Chicago writes them: ``3–10``, ``100–104``, ``107–8``, ``321–57``, ``1496–500``.

    References:
        The Chicago Manual of Style, 17th edition, section 9.61.
    """
    return _RANGE.sub(lambda found: _shortened(found[1], found[2], 1 if 1 <= int(found[1]) % 100 <= 9 else 2), pages)


def two_digits(pages: str) -> str:
    """Ranges as MLA writes them: the last two digits of the second number, and more where they differ."""
    return _RANGE.sub(lambda found: _shortened(found[1], found[2], 2, always=False), pages)


def is_single(pages: str) -> bool:
    """Whether it is one page: no range and no list."""
    return not re.search(r"[–,;&]", pages)


def _shortened(first: str, last: str, least: int, *, always: bool = True) -> str:
    whole = f"{first}–{last}"
    if len(first) != len(last) or len(first) < 3 or (always and int(first) % 100 == 0):
        return whole
    same = next((index for index, (one, other) in enumerate(zip(first, last, strict=True)) if one != other), len(first))
    return f"{first}–{last[min(same, len(last) - least) :]}"
