"""The attestation lock: what proves that anchors stood in a text, without the text (see docs/receipts.md)."""

from __future__ import annotations

import json
import re
import tomllib
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple
from urllib.parse import quote

from argmap.errors import ArgmapError
from argmap.model import Anchor
from argmap.sources.text import SourceText
from argmap.text.normalise import normalise

VERSION = 1
NORMALISER = 1
"""The version of :func:`argmap.text.normalise.normalise`: another one gives other digests."""

FEWEST_UNKNOWN = 20
"""A digest stands for at least so many words that the anchors do not quote, or for none: fewer could be guessed."""

_DIGEST = re.compile(r"[0-9a-f]{64}")
_BARE_KEY = re.compile(r"[A-Za-z0-9_-]+")
_HEAD = """\
# Where each anchor stands in its source, attested by digests. `argmap sources lock` writes this file; merge it line by
# line, and lock again where that fails.
"""


class LockError(ArgmapError, ValueError):
    """What is written is no lock; the message says where and why."""


class Attested(NamedTuple):
    """What is attested of an anchor: the numbers, from 1, of the paragraph and the word at which its passage begins.

    *words* is how many words the passage has, *sha256* the digest of them, None where it could be guessed from.
    *places* is in how many places the words stand.
    """

    paragraph: int
    word: int
    words: int
    sha256: str | None
    places: int = 1


class SourceLock(NamedTuple):
    """What is attested of a source: its size, the digests of its normalised text and, by number, of long paragraphs.

    *anchors* are by :func:`spelled`, *retrieved* is the day on which the text was taken from where it is published.
    """

    normaliser: int
    words: int
    paragraphs: int
    sha256: str
    retrieved: str | None
    digests: Mapping[int, str]
    anchors: Mapping[str, Attested]


def spelled(anchor: Anchor) -> str:
    """An anchor's words as one term, in the syntax of URL text fragments with its spaces left.

    Two anchors have the same one only if they have the same words, in the same parts, and the same paragraph.
    """
    prefix = f"{_term(anchor.prefix)}-," if anchor.prefix else ""
    end = f",{_term(anchor.end)}" if anchor.end else ""
    suffix = f",-{_term(anchor.suffix)}" if anchor.suffix else ""
    paragraph = f"#{anchor.paragraph}" if anchor.paragraph is not None else ""
    return f"{prefix}{_term(anchor.start)}{end}{suffix}{paragraph}"


_SIGNS = {ord(sign): quote(sign, safe="").replace("-", "%2D") for sign in "%-,&#"}


def _term(words: str) -> str:
    return normalise(words).translate(_SIGNS)


def attest(source: SourceText, anchors: Iterable[Anchor], retrieved: str | None = None) -> SourceLock:
    """What can be attested of *source* and of those of *anchors* that stand in it.

    Raises:
        LockError: The anchors leave so little of so short a text unquoted that its digest would give the rest away.
    """
    found = {spelled(anchor): (anchor, places) for anchor in anchors if (places := source.occurrences(anchor))}
    known = source.quoted((anchor for anchor, _ in found.values()), everywhere=True)
    unknown = [index for index in range(len(source.words)) if index not in known]

    def left(start: int, end: int) -> int:
        """How many words between the offsets are not quoted."""
        return bisect_left(unknown, source.words_before(end)) - bisect_left(unknown, source.words_before(start))

    if len(unknown) < FEWEST_UNKNOWN:
        raise LockError(
            f"the anchors leave {len(unknown)} words of '{source.key}' unquoted: its digest would give them away"
        )
    attested = {}
    for term, (_, places) in sorted(found.items()):
        start, end = places[0]
        is_safe = left(start, end) == 0 or left(start, end) >= FEWEST_UNKNOWN
        attested[term] = Attested(
            source.paragraph_at(start),
            source.words_before(start) + 1,
            source.words_between(start, end),
            source.digest(start, end) if is_safe else None,
            len(places),
        )
    digests = {
        number: source.digest(start, end)
        for number, (start, end) in enumerate(source.paragraphs, start=1)
        if left(start, end) >= FEWEST_UNKNOWN
    }
    return SourceLock(
        NORMALISER, len(source.words), len(source.paragraphs), source.sha256, retrieved, digests, attested
    )


def dump(locks: Mapping[str, SourceLock]) -> str:
    """The locks, by the reference keys of their sources, as TOML: one line a fact, sorted."""
    return _HEAD + "".join(f"{line}\n" for line in _lines(locks))


def _lines(locks: Mapping[str, SourceLock]) -> Iterator[str]:
    yield f"version = {VERSION}"
    for key, lock in sorted(locks.items()):
        yield from ("", f"[{_key(key)}]", f"normaliser = {lock.normaliser}")
        yield from [f"retrieved = {json.dumps(lock.retrieved)}"] if lock.retrieved else []
        yield from (f"words = {lock.words}", f"paragraphs = {lock.paragraphs}", f'sha256 = "{lock.sha256}"')
        yield from ("", f"[{_key(key)}.paragraph]")
        yield from (f'{number} = "{digest}"' for number, digest in sorted(lock.digests.items()))
        yield from ("", f"[{_key(key)}.anchor]")
        for term, one in sorted(lock.anchors.items()):
            digest = f', sha256 = "{one.sha256}"' if one.sha256 else ""
            places = f", places = {one.places}" if one.places > 1 else ""
            place = f"paragraph = {one.paragraph}, word = {one.word}, words = {one.words}"
            yield f"{_key(term)} = {{{place}{places}{digest}}}"


def _key(key: str) -> str:
    return key if _BARE_KEY.fullmatch(key) else json.dumps(key, ensure_ascii=False)


def parse(text: str) -> dict[str, SourceLock]:
    """The locks that :func:`dump` has written, by the reference keys of their sources.

    Raises:
        LockError: The text is none of ours.
    """
    try:
        data = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise LockError(str(error)) from None
    version = data.pop("version", None)
    if type(version) is not int or version != VERSION:
        raise LockError(f"not of version {VERSION}")
    return {key: _source(key, table) for key, table in data.items()}


def _source(key: str, table: Any) -> SourceLock:
    try:
        digests = {int(number): _digest(digest) for number, digest in table.get("paragraph", {}).items()}
        anchors = {term: _attested(one) for term, one in table.get("anchor", {}).items()}
        retrieved = table.get("retrieved")
        return SourceLock(
            _count(table["normaliser"]),
            _count(table["words"]),
            _count(table["paragraphs"]),
            _digest(table["sha256"]),
            None if retrieved is None else str(retrieved),
            digests,
            anchors,
        )
    except (LookupError, TypeError, ValueError, AttributeError) as error:
        reason = f"'{error.args[0]}' is missing" if isinstance(error, KeyError) else error
        raise LockError(f"the entry '{key}' is not valid: {reason}") from None


def _attested(table: Any) -> Attested:
    paragraph, word, words = (_count(table[name]) for name in ("paragraph", "word", "words"))
    digest = table.get("sha256")
    return Attested(paragraph, word, words, None if digest is None else _digest(digest), _count(table.get("places", 1)))


def _count(value: Any) -> int:
    if type(value) is not int or value < 1:
        raise ValueError(f"{value!r} is not a count")
    return value


def _digest(value: Any) -> str:
    if not isinstance(value, str) or not _DIGEST.fullmatch(value):
        raise ValueError(f"{value!r} is not a SHA-256 digest")
    return value
