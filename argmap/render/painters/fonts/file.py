"""What a font file (TrueType, OpenType, or the first of a collection) says of itself, without a library for fonts."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from pathlib import Path
from struct import error, iter_unpack, unpack, unpack_from
from typing import BinaryIO

_OUTLINES = {b"glyf", b"CFF ", b"CFF2"}
_NO_EMBEDDING = 0x0002  # of OS/2's fsType: not without the permission of its owner


def has(path: Path, wanted: Iterable[int]) -> set[int]:
    """Those of the code points *wanted* that the font at *path* has.

    None of them where it cannot be read, has no outlines, or may not be embedded in a document.
    """
    try:
        with path.open("rb") as file:
            tables = _tables(file)
            if not _OUTLINES & tables.keys() or not _embeddable(file, tables):
                return set()
            cmap = _part(file, tables[b"cmap"])
        return set(_mapped(cmap, sorted(wanted)))
    except (OSError, error, KeyError):
        return set()


def _tables(file: BinaryIO) -> dict[bytes, tuple[int, int]]:
    """Where each table of the font starts, and its length."""
    start = 0
    if file.read(4) == b"ttcf":
        start = unpack(">8xI", file.read(12))[0]
    file.seek(start)
    (count,) = unpack(">4xH6x", file.read(12))
    return {tag: (at, length) for tag, at, length in iter_unpack(">4s4xII", file.read(16 * count))}


def _part(file: BinaryIO, place: tuple[int, int]) -> bytes:
    file.seek(place[0])
    return file.read(place[1])


def _embeddable(file: BinaryIO, tables: dict[bytes, tuple[int, int]]) -> bool:
    if b"OS/2" not in tables:
        return True
    (rights,) = unpack_from(">H", _part(file, tables[b"OS/2"]), 8)
    return not rights & _NO_EMBEDDING


def _mapped(cmap: bytes, wanted: list[int]) -> Iterator[int]:
    """Those of *wanted* that a table of characters leads to a glyph, in format 12 or else 4: all fonts have one."""
    (count,) = unpack_from(">2xH", cmap)
    starts = {start for _, _, start in iter_unpack(">HHI", cmap[4 : 4 + 8 * count])}
    formats = {unpack_from(">H", cmap, start)[0]: cmap[start:] for start in sorted(starts)}
    return _grouped(formats[12], wanted) if 12 in formats else _segmented(formats[4], wanted)


def _grouped(table: bytes, wanted: list[int]) -> Iterator[int]:
    (count,) = unpack_from(">12xI", table)
    groups = list(iter_unpack(">III", table[16 : 16 + 12 * count]))
    lasts = [last for _, last, _ in groups]
    for code in wanted:
        at = bisect_left(lasts, code)
        if at < count and groups[at][0] <= code:
            yield code


def _segmented(table: bytes, wanted: list[int]) -> Iterator[int]:
    (double,) = unpack_from(">6xH", table)
    lasts, firsts, deltas, offsets = (
        unpack_from(f">{double // 2}H", table, at) for at in (14, 16 + double, 16 + 2 * double, 16 + 3 * double)
    )
    for code in wanted:
        at = bisect_left(lasts, code)
        if at == len(lasts) or firsts[at] > code:
            continue
        glyph = code + deltas[at]
        if offsets[at]:
            (glyph,) = unpack_from(">H", table, 16 + 3 * double + 2 * at + offsets[at] + 2 * (code - firsts[at]))
        if glyph & 0xFFFF:
            yield code
