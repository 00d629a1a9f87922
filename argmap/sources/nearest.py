"""The passage of a text that is nearest to words that do not stand in it. It is shown; it never proves a quote."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher, get_close_matches
from typing import NamedTuple

from argmap.sources.text import WORD, SourceText
from argmap.text.normalise import normalise

_MOST_WORDS = 200  # of what is looked for
_MOST_PLACES = 2000  # of a word that helps to find it: those that stand everywhere say little
_MOST_CLOSE = 12  # words whose spelling is compared with all words of the source
_SLIP = 3  # words that may be there or missing
_LIKE = 0.5  # of the words must be there


class Nearest(NamedTuple):
    """The nearest passage: its offsets, how its words differ, and the share of the words looked for that it has.

    *difference* marks ``[-what was looked for-]`` and ``{+what stands there+}``.
    """

    start: int
    end: int
    difference: str
    likeness: float


def nearest(source: SourceText, words: str) -> Nearest | None:
    """The passage that has most of *words* in their order, the rarer ones counting more; None without a like one.

    The time grows with the length of the source and not with that of *words*.
    """
    wanted = [match.group() for match in WORD.finditer(normalise(words))][:_MOST_WORDS]
    known = list(_known(source, [word.casefold() for word in wanted]))
    votes: defaultdict[int, float] = defaultdict(float)
    for index, word in enumerate(known):
        places = source.places.get(word, ())
        for place in places if len(places) <= _MOST_PLACES else ():
            for slip in range(-_SLIP, _SLIP + 1):
                votes[place - index + slip] += (_SLIP + 1 - abs(slip)) / len(places)
    if not votes:
        return None
    best = max(votes, key=lambda shift: (votes[shift], -shift))
    window = range(max(best - _SLIP, 0), min(best + len(wanted) + _SLIP, len(source.words)))
    return _aligned(source, wanted, known, window)


def _known(source: SourceText, words: Sequence[str]) -> Iterator[str]:
    """The words, those that the source lacks as it spells them, where it has any like them."""
    left = _MOST_CLOSE
    for word in words:
        if left and word not in source.places:
            left -= 1
            like = [place for place in source.places if abs(len(place) - len(word)) <= 2]
            yield next(iter(get_close_matches(word, like, n=1, cutoff=0.75)), word)
        else:
            yield word


def _aligned(source: SourceText, wanted: Sequence[str], known: Sequence[str], window: range) -> Nearest | None:
    there = [source.folded[at] for at in window]
    blocks = SequenceMatcher(None, known, there, autojunk=False).get_matching_blocks()[:-1]
    matched = sum(block.size for block in blocks)
    if matched < _LIKE * len(wanted):
        return None
    first, last = blocks[0], blocks[-1]
    start, end = max(first.b - first.a, 0), min(last.b + len(wanted) - last.a, len(there))
    places = [source.words[at] for at in window[start:end]]
    shown = [source.text[begin:stop] for begin, stop in places]
    return Nearest(places[0][0], places[-1][1], difference(wanted, shown), matched / len(wanted))


def difference(old: Sequence[str], new: Sequence[str]) -> str:
    """*new* as a line of text that marks where it differs from *old*: ``[-gone-]`` and ``{+new+}``."""
    parts = []
    for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            parts.append(" ".join(new[c:d]))
            continue
        if b > a:
            parts.append(f"[-{' '.join(old[a:b])}-]")
        if d > c:
            parts.append(f"{{+{' '.join(new[c:d])}+}}")
    return " ".join(parts)
