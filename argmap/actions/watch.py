"""Waiting for files to change."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

_SECONDS = 0.4


def each_change(files: Callable[[], Iterable[Path]]) -> Iterator[None]:
    """At once, and once for every change of *files* after that; they are asked for anew each time.

    Looks a few times a second at sizes and times, which works on every file system and costs next to nothing. What
    changes while the caller works is a change too.
    """
    before = _state(files())
    while True:
        yield
        while (now := _state(files())) == before:
            time.sleep(_SECONDS)
        before = now


def _state(files: Iterable[Path]) -> dict[Path, tuple[int, int]]:
    found = {}
    for path in files:
        try:
            stat = path.stat()
        except OSError:
            continue  # gone between the listing and the look
        found[path] = (stat.st_mtime_ns, stat.st_size)
    return found
