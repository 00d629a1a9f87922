"""Waiting for files to change."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

_SECONDS = 0.4


def each_change(files: Callable[[], Iterable[Path]]) -> Iterator[None]:
    """Once for every change of *files*, which is asked for anew each time, until the user interrupts.

    Looks a few times a second at sizes and times, which works on every file system and costs next to nothing.
    """
    before = _state(files())
    try:
        while True:
            time.sleep(_SECONDS)
            now = _state(files())
            if now != before:
                before = now
                yield
    except KeyboardInterrupt:
        return


def _state(files: Iterable[Path]) -> dict[Path, tuple[int, int]]:
    found = {}
    for path in files:
        try:
            stat = path.stat()
        except OSError:
            continue  # gone between the listing and the look
        found[path] = (stat.st_mtime_ns, stat.st_size)
    return found
