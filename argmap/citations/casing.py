"""Titles as they are cased: sentence case and title case, for English.

What is in braces keeps its case, as in BibTeX. Other languages case titles by rules of their own, and are left alone.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from argmap.bibliography.latex import pieces
from argmap.citations.rich import Rich, TextRun

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_SMALL = frozenset(
    """a an and as at about but by down for from in into nor of on onto or over so the till to up van von via vs v with
    yet""".split()  # noqa: SIM905  two lines, and not forty
)
"""Words that title case leaves small inside a title, as the Citation Style Language has it (CSL 1.0.2, appendix IV)."""
_STEERING = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]+")
_QUOTES = re.compile(r"``|''|[`'\"]")
_OPENS = frozenset(" \u00a0([{“‘–—/")
_ENDS_PART = re.compile(r"([:?!.])[”’)\]]*\s")


def is_english(language: str) -> bool:
    """Whether a title is cased as English ones are, by the tag of its language; without one it is taken for English."""
    return not language or language.lower().partition("-")[0] == "en"


def typeset(value: str) -> Rich:
    r"""The value of a field as formatted text.

    LaTeX is gone, quotes are typographic, ``\emph`` is in italics, and what is in braces keeps its case. Controls, and
    characters that would turn the direction of what follows, become spaces.
    """
    runs: list[TextRun] = []
    before = " "
    for text, protected, italic in pieces(_STEERING.sub(" ", value)):
        runs.append(TextRun(_curled(text, before), italic, protected))
        before = text[-1]
    return tuple(runs)


def sentence_case(title: Rich) -> Rich:
    """An English title as a sentence: capitals at its start, after a colon, and where a word has more than one."""
    return _cased(title, _sentence)


def title_case(title: Rich) -> Rich:
    """An English title that is in sentence case with capitals for all but small words."""
    return _cased(title, _title)


_Change = Callable[[str, str, bool], str]
"""What becomes of a word, by the mark before it that ends a part of the title, and whether it is the last word."""


def _cased(title: Rich, change: _Change) -> Rich:
    words = sum(len(_WORD.findall(run.text)) for run in title)
    found = []
    number, gap = 0, ""
    for run in title:
        parts = []
        position = 0
        for word in _WORD.finditer(run.text):
            parts.append(run.text[position : word.start()])
            gap += parts[-1]
            number += 1
            ends = _ENDS_PART.search(gap)
            mark = ":" if number == 1 else ends[1] if ends else ""
            # What goes on from the run before is no word of its own.
            parts.append(change(word[0], mark, number == words) if not run.nocase and (gap or number == 1) else word[0])
            position, gap = word.end(), ""
        parts.append(run.text[position:])
        gap += parts[-1]
        found.append(run._replace(text="".join(parts)))
    return tuple(found)


def _sentence(word: str, mark: str, last: bool) -> str:
    if mark:
        # After a full stop the capital is the author's: it may end an abbreviation.
        return word[0].upper() + word[1:] if mark != "." and word.islower() else word
    capital = word == "A" or (word[0].isupper() and word[1:].islower())
    return word.lower() if capital else word


def _title(word: str, mark: str, last: bool) -> str:
    if not word.islower() or (not mark and not last and (word in _SMALL or len(word) == 1)):
        return word
    return word[0].upper() + word[1:]


def _curled(text: str, before: str) -> str:
    """*text* with typographic quotes; *before* is the character before it."""

    def curled(found: re.Match[str]) -> str:
        opens = (text[found.start() - 1] if found.start() else before) in _OPENS
        match found[0]:
            case "``":
                return "“"
            case "''":
                return "”"
            case "`":
                return "‘"
            case "'":
                return "‘" if opens and not text[found.end() : found.end() + 1].isdigit() else "’"
        return "“" if opens else "”"

    return _QUOTES.sub(curled, text)
