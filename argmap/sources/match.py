"""Where an anchor's words stand in a text: an exact match of whole words, or none."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable
from typing import TYPE_CHECKING

from argmap.text.normalise import normalise

if TYPE_CHECKING:
    from argmap.model import Anchor

MOST_LEFT_OUT = 100
"""How many words an ellipsis may leave out."""

_ELLIPSIS = re.compile(r" ?(?:\[ ?\.\.\. ?\]|\.\.\.) ?")
# Kana, ideographs, Thai, Lao, Burmese, Khmer: words follow one another there without a space.
_UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")

Place = tuple[int, int]
"""The offsets at which a passage starts and ends."""


def passages(text: str, anchor: Anchor, words_between: Callable[[int, int], int]) -> list[Place]:
    """The passages of *anchor* in *text*, whose paragraph is not looked at.

    Args:
        text: A normalised text.
        anchor: Its words are normalised here; case counts. With an end, a passage runs from a start to the nearest end
            after it, as in a URL text fragment. ``...`` and ``[...]`` stand for at most :data:`MOST_LEFT_OUT` words,
            unless the text has the very marks there.
        words_between: How many words stand between two offsets.

    Returns:
        Their places, in the order of the text; the time grows with the text's length and the number of places.
    """
    starts = _pieces(text, anchor.start)
    ends = [] if anchor.end is None else _pieces(text, anchor.end)
    if not starts or (anchor.end is not None and not ends):
        return []
    found = [standing(text, words) for words in (*starts, *ends)]
    lengths = [len(words) for words in (*starts, *ends)]
    if anchor.suffix:
        after = normalise(anchor.suffix)
        found[-1] = [at for at in found[-1] if _is_followed(text, at + lengths[-1], after)]
    if anchor.prefix:
        before = normalise(anchor.prefix)
        found[0] = [at for at in found[0] if _is_preceded(text, at, before)]
    # From the last piece back: what can lead on, and to which place of the next one.
    reached = {at: at + lengths[-1] for at in found[-1]}
    for place in range(len(found) - 2, -1, -1):
        bounded, following = place != len(starts) - 1, sorted(reached)
        leading = {}
        for at in found[place]:
            done = at + lengths[place]
            next = bisect_left(following, done)
            if next < len(following) and not (bounded and words_between(done, following[next]) > MOST_LEFT_OUT):
                leading[at] = reached[following[next]]
        reached = leading
    return sorted(reached.items())


def _pieces(text: str, words: str) -> list[str]:
    """What stands between the ellipses of *words*."""
    whole = normalise(words)
    if "..." not in whole or standing(text, whole):
        return [whole] if whole else []
    return [piece for piece in _ELLIPSIS.split(whole) if piece]


def standing(text: str, words: str) -> list[int]:
    """Where *words* stand in *text*, both normalised, and are not parts of longer words."""
    found = []
    at = text.find(words) if words else -1
    while at >= 0:
        if is_whole(text, at, at + len(words)):
            found.append(at)
        at = text.find(words, at + 1)
    return found


def is_whole(text: str, start: int, end: int) -> bool:
    """Whether no word goes on across the borders of what stands between the offsets."""
    return (start == 0 or _parted(text[start - 1], text[start])) and (
        end == len(text) or _parted(text[end], text[end - 1])
    )


def _parted(outside: str, inside: str) -> bool:
    return not (outside.isalnum() or outside == "_") or bool(_UNSPACED.match(outside) or _UNSPACED.match(inside))


def _is_followed(text: str, at: int, words: str) -> bool:
    """Whether *words* are the next from *at* on, whatever marks stand before them; marks alone are the next marks."""
    letters = words[_skipped(words, 0) :]
    if not letters:
        return text.startswith(words, at) or text.startswith(f" {words}", at)
    start = _skipped(text, at)
    return text.startswith(letters, start) and is_whole(text, start, start + len(letters))


def _is_preceded(text: str, at: int, words: str) -> bool:
    """Whether *words* are the last before *at*, whatever marks stand after them; marks alone are the last marks."""
    letters = words
    while letters and not _is_letter(letters[-1]):
        letters = letters[:-1]
    if not letters:
        return text.endswith((words, f"{words} "), 0, at)
    while at and not _is_letter(text[at - 1]):
        at -= 1
    return text.endswith(letters, 0, at) and is_whole(text, at - len(letters), at)


def _skipped(text: str, at: int) -> int:
    while at < len(text) and not _is_letter(text[at]):
        at += 1
    return at


def _is_letter(char: str) -> bool:
    return char.isalnum() or char == "_"


def quoted(text: str, anchor: Anchor, place: Place) -> list[Place]:
    """Where the words that *anchor* itself spells out stand, of its passage at *place* and just beside it."""
    start, end = place
    found = []
    if anchor.prefix:
        before = normalise(anchor.prefix)
        found.append((text.rfind(before, 0, start), len(before)))
    at = start
    *pieces, last = _pieces(text, anchor.start) + (_pieces(text, anchor.end) if anchor.end else [])
    for piece in pieces:
        at = text.find(piece, at)
        found.append((at, len(piece)))
        at += len(piece)
    found.append((end - len(last), len(last)))
    if anchor.suffix:
        after = normalise(anchor.suffix)
        found.append((text.find(after, end), len(after)))
    return [(at, at + length) for at, length in found if at >= 0]
