"""Whether two data of map files say the same, however short each is written."""

from __future__ import annotations

from typing import Any


def says_the_same(one: Any, other: Any) -> bool:
    """Whether *one* and *other* say the same in the same order.

    As in the format, one thing may stand for a list of it, and a premise for a step that has nothing else.
    """
    one, other = _spelled_short(one), _spelled_short(other)
    if isinstance(one, dict) and isinstance(other, dict):
        return list(one) == list(other) and all(map(says_the_same, one.values(), other.values()))
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(says_the_same, one, other))
    # to Python true equals 1
    return isinstance(one, bool) is isinstance(other, bool) and bool(one == other)


def _spelled_short(data: Any) -> Any:
    if isinstance(data, list) and len(data) == 1:
        return _spelled_short(data[0])
    return _spelled_short(data["premises"]) if isinstance(data, dict) and list(data) == ["premises"] else data
