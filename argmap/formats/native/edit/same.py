"""Whether two data of map files say the same, however short each is written."""

from __future__ import annotations

from typing import Any


def says_the_same(first: Any, second: Any) -> bool:
    """Whether *first* and *second* say the same in the same order.

    As in the format, one thing may stand for a list of it, and a premise for a step that has nothing else.
    """
    first, second = _spelled_short(first), _spelled_short(second)
    if isinstance(first, dict) and isinstance(second, dict):
        return list(first) == list(second) and all(map(says_the_same, first.values(), second.values()))
    if isinstance(first, list) and isinstance(second, list):
        return len(first) == len(second) and all(map(says_the_same, first, second))
    # to Python true equals 1
    return isinstance(first, bool) is isinstance(second, bool) and bool(first == second)


def _spelled_short(data: Any) -> Any:
    if isinstance(data, list) and len(data) == 1:
        return _spelled_short(data[0])
    return _spelled_short(data["premises"]) if isinstance(data, dict) and list(data) == ["premises"] else data
