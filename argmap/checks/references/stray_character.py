"""A character that nobody sees, or that came of a PDF file: a control character, a soft hyphen, a ligature.

Why it matters: it breaks words for every search, LaTeX stops at some of them, and marks of direction can make a text
look other than it is.

Example: `con` + U+00AD + `gestion`, copied from a page where the word was divided; `traﬃc` with a ligature; U+FFFD,
where a letter was lost in a wrong encoding.

What scripts need is left alone: joiners and marks of direction in texts that are not in Latin letters, and no-break
spaces everywhere.

How to fix: `argmap check --fix` takes out what is unseen, and writes ligatures as letters. A letter that was lost is
for you to supply.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import partial

from argmap.bibliography import Bibliography
from argmap.checks.engine.rule import BibliographyContext, Problem, on_bibliography
from argmap.checks.references._fields import substitute
from argmap.model import Severity

# Control characters, soft hyphen, zero width, direction, separators of lines, byte order mark, Latin ligatures.
_STRAY = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u200b-\u200f\u2028-\u202e\u2060\u2066-\u2069\ufb00-\ufb06\ufeff\ufffd]"
)
_OF_SCRIPTS = frozenset("\u200b\u200c\u200d\u200e\u200f\u2060\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_LOST = "\ufffd"
_LIGATURES = frozenset("\ufb00\ufb01\ufb02\ufb03\ufb04\ufb05\ufb06")
_SPACES = frozenset("\u2028\u2029")


@on_bibliography("AM438", Severity.WARNING)
def stray_character(bibliography: Bibliography, context: BibliographyContext) -> Iterator[Problem]:
    """The first such character of every field."""
    if not _STRAY.search(bibliography.text):
        return
    for entry in bibliography.entries.values():
        if not _STRAY.search(entry.source):
            continue
        for field, value in entry.fields.items():
            spared = frozenset[str]() if _is_latin(value) else _OF_SCRIPTS
            found = [letter for letter in _STRAY.findall(value) if letter not in spared]
            if found:
                message = f"the {field} of '{entry.key}' has {_named(found[0])} in it"
                fix = substitute(entry, field, _STRAY, partial(_meant, spared), "take it out")
                yield Problem((entry.key, field), message, "take it out", fix=None if _LOST in found else fix)


def _meant(spared: frozenset[str], found: re.Match[str]) -> str:
    """What stands for a stray letter, itself if it may stay."""
    letter = found[0]
    if letter in spared:
        return letter
    if letter in _SPACES:
        return " "
    return unicodedata.normalize("NFKC", letter) if letter in _LIGATURES else ""


def _is_latin(text: str) -> bool:
    """Whether all its letters are Latin, and no emoji is there to be joined."""
    return text.isascii() or not any(map(_is_of_another_script, text))


def _is_of_another_script(letter: str) -> bool:
    is_latin = letter < "\u0370" or "\u1e00" <= letter <= "\u1eff" or letter in _LIGATURES
    return not is_latin and (letter.isalpha() or letter >= "\U0001f000")


def _named(letter: str) -> str:
    return f"U+{ord(letter):04X} ({unicodedata.name(letter, 'a control character').lower()})"
