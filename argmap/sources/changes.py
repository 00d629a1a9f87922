"""What has changed in a source since it was locked, as far as the digests of its paragraphs tell."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from argmap.sources.lock import NORMALISER, SourceLock
from argmap.sources.text import SourceText


class Changes(NamedTuple):
    """Paragraphs by their numbers from 1: *moved* from the one to the other; *gone*, or no longer as they were.

    *untold* is how many paragraphs the lock has no digest of, for they are short or quoted almost whole.
    """

    moved: tuple[tuple[int, int], ...]
    gone: tuple[int, ...]
    untold: int


def changes(lock: SourceLock, source: SourceText) -> Changes | None:
    """What has changed; None where nothing has, or where the lock is of another normaliser and cannot tell."""
    if lock.normaliser != NORMALISER or lock.sha256 == source.sha256:
        return None
    now: dict[str, list[int]] = {}
    for number, (start, end) in enumerate(source.paragraphs, start=1):
        now.setdefault(source.digest(start, end), []).append(number)
    places = {number: now[digest] for number, digest in lock.digests.items() if digest in now}
    moved = tuple((number, places[number][0]) for number in sorted(places) if number not in places[number])
    gone = tuple(sorted(lock.digests.keys() - places))
    return Changes(moved, gone, lock.paragraphs - len(lock.digests))


def said(changes: Changes) -> str:
    """The changes in words: ``changed or gone: paragraph 3; moved: 4 to 9 (now 5 to 10); 2 too short to tell``."""
    parts = []
    if changes.gone:
        parts.append(f"changed or gone: {_runs((number, number) for number in changes.gone)}")
    if changes.moved:
        parts.append(f"moved: {_runs(changes.moved)}")
    if changes.untold:
        parts.append(f"too short to tell: {changes.untold}")
    return f"paragraphs {'; '.join(parts)}" if parts else "no paragraph that the lock knows has changed"


def _runs(pairs: Iterable[tuple[int, int]]) -> str:
    return ", ".join(
        _stretch(old, old + length) + (f" (now {_stretch(new, new + length)})" if new != old else "")
        for old, new, length in _stretches(pairs)
    )


def _stretches(pairs: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int, int]]:
    """The old and the new number that each run of neighbours begins with, and how many follow."""
    runs: list[tuple[int, int, int]] = []
    for old, new in pairs:
        if runs and (old, new) == (runs[-1][0] + runs[-1][2] + 1, runs[-1][1] + runs[-1][2] + 1):
            runs[-1] = (*runs[-1][:2], runs[-1][2] + 1)
        else:
            runs.append((old, new, 0))
    yield from runs


def _stretch(first: int, last: int) -> str:
    return f"{first}" if first == last else f"{first} to {last}"
