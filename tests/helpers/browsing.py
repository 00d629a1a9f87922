"""How a browser finds the passage of a text fragment, written down anew from the specification and kept simple.

Letters are compared without case and accents, curly quotes as straight ones. Words end where a letter or digit meets
what is neither, save at an apostrophe or a full stop between letters, and at a point or a comma between digits.
"""

from __future__ import annotations

import unicodedata
from typing import NamedTuple
from urllib.parse import unquote


class Terms(NamedTuple):
    prefix: str
    start: str
    end: str
    suffix: str


def terms(link: str) -> Terms:
    """The terms of the first text directive in *link*."""
    directive = link.partition("#")[2].partition(":~:text=")[2].partition("&")[0]
    parts = directive.split(",")
    prefix = parts.pop(0)[:-1] if parts[0].endswith("-") else ""
    suffix = parts.pop()[1:] if parts[-1].startswith("-") else ""
    start, end = (*parts, "")[:2]
    assert len(parts) in (1, 2), f"not a text directive: {directive}"
    assert "-" not in prefix + start + end + suffix
    return Terms(*map(unquote, (prefix, start, end, suffix)))


def found(link: str, paragraphs: list[str]) -> str | None:
    """The passage that a browser marks on a page of *paragraphs*, joined by line feeds; None where it marks nothing."""
    span = place(link, paragraphs)
    return span and _shown(paragraphs)[slice(*span)]


def place(link: str, paragraphs: list[str]) -> tuple[int, int] | None:
    """Where it stands in them."""
    letters = [(fold, at) for at, char in enumerate(_shown(paragraphs)) for fold in _fold(char)]
    span = _search("".join(fold for fold, _ in letters), *("".join(map(_fold, term)) for term in terms(link)))
    return span and (letters[span[0]][1], letters[span[1] - 1][1] + 1)


def _shown(paragraphs: list[str]) -> str:
    return "\n".join(" ".join(paragraph.split()) for paragraph in paragraphs)


def _search(text: str, prefix: str, start: str, end: str, suffix: str) -> tuple[int, int] | None:
    begin = 0
    while begin < len(text):
        if prefix:
            before = _find(text, prefix, begin, starts=True, ends=False)
            if before is None:
                return None
            begin, first = before + 1, _skip(text, before + len(prefix))
            bounded = bool(suffix) and not end
            if not text.startswith(start, first) or not (bounded or _is_edge(text, first + len(start))):
                continue
        else:
            first = _find(text, start, begin, starts=True, ends=bool(end) or not suffix)
            if first is None:
                return None
            begin = first + 1
        last = first + len(start)
        while end:
            at = _find(text, end, last, starts=True, ends=not suffix)
            if at is None:
                return None
            last = at + len(end)
            if not suffix or _followed(text, last, suffix):
                return first, last
        if not suffix or _followed(text, last, suffix):
            return first, last
    return None


def _followed(text: str, at: int, suffix: str) -> bool:
    after = _skip(text, at)
    return text.startswith(suffix, after) and _is_edge(text, after + len(suffix))


def _find(text: str, term: str, begin: int, *, starts: bool, ends: bool) -> int | None:
    at = text.find(term, begin)
    while at >= 0 and ((starts and not _is_edge(text, at)) or (ends and not _is_edge(text, at + len(term)))):
        at = text.find(term, at + 1)
    return at if at >= 0 else None


def _skip(text: str, at: int) -> int:
    while text[at : at + 1].isspace():
        at += 1
    return at


def _is_edge(text: str, at: int) -> bool:
    if not 0 < at < len(text):
        return True
    left, right = text[at - 1], text[at]
    if left.isalnum() and right.isalnum():
        return False
    before, after = text[at - 2 : at - 1] if at > 1 else "", text[at + 1 : at + 2]
    for one, mark, other in ((before, left, right), (left, right, after)):
        if (one.isalpha() and other.isalpha() and mark in ".'") or (
            one.isdigit() and other.isdigit() and mark in ".,'"
        ):
            return False
    return True


def _fold(char: str) -> str:
    plain = unicodedata.normalize("NFKD", char).casefold().translate(str.maketrans("‘’“”„", '\'\'"""'))
    return "".join(letter for letter in plain if unicodedata.category(letter) not in ("Mn", "Cf"))
