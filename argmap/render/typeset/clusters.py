"""What a reader takes for the characters of a text: its grapheme clusters, within which no line may break."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

_MOST_JOINED = 32  # characters of a cluster: hostile texts join without end
_KINDS = {
    "mark": (
        ("\u200c", "\u200d"),
        ("\uff9e", "\uff9f"),  # halfwidth voice marks
        ("\U0001f3fb", "\U0001f3ff"),  # tones of skin
        ("\U000e0020", "\U000e007f"),  # tags
        *((vowel, vowel) for vowel in "ฯะาำๅๆຯະາຳຽໆ"),
    ),
    "lead": (
        *(("\u0600", "\u0605"), ("\u06dd", "\u06dd"), ("\u070f", "\u070f"), ("\u0890", "\u0891"), ("\u08e2", "\u08e2")),
        *(("\u0d4e", "\u0d4e"), ("\U000110bd", "\U000110bd"), ("\U000110cd", "\U000110cd")),
        *(("เ", "ไ"), ("ເ", "ໄ")),
    ),
    "alone": ((" ", " "),),
    "flag": (("\U0001f1e6", "\U0001f1ff"),),
    "initial": (("\u1100", "\u115f"), ("\ua960", "\ua97c")),
    "vowel": (("\u1160", "\u11ff"), ("\ud7b0", "\ud7fb")),  # and finals
    "syllable": (("\uac00", "\ud7a3"),),
}
_PLAIN = ("letter", "other")  # what only marks join
_HANGUL = ("initial", "vowel", "syllable")
_VIRAMA = 9  # the combining class of the signs that join two consonants, and of three that only silence one:
_SILENT = "\u0bcd\u0e3a\u103a"


def clusters(text: str) -> list[str]:
    """What a reader takes for the characters of *text*: its extended grapheme clusters, after UAX #29.

    The kinds of characters are told by their general category, not by the tables of the standard, which Python lacks.
    So a cluster is now and then larger than there: each spacing mark belongs to what is before it, a symbol after a
    joiner and a symbol to both, a consonant to the virama before it in more scripts; a vowel of Thai and Lao stays with
    its consonant. Two clusters are smaller: a mark after a space is one of its own, and none has more than 32
    characters, since a hostile text joins without end.
    """
    found: list[str] = []
    last = "alone"
    for char, kind in zip(text, map(_kind, text), strict=True):
        if (kind == "mark" or last not in _PLAIN) and found and _joins(found[-1], last, kind):
            found[-1] += char
        else:
            found.append(char)
        last = kind
    return found


def _joins(cluster: str, last: str, kind: str) -> bool:
    """Whether a character of *kind* belongs to the cluster before it, whose last character is of the kind *last*."""
    if "alone" in (kind, last) or len(cluster) == _MOST_JOINED:
        return False
    if kind == "mark" or last == "lead":
        return True
    if kind == "symbol":
        return cluster[-1] == "\u200d" and _kind(cluster[0]) == "symbol"
    if kind == "flag":
        return last == "flag" and len(cluster) == 1
    if kind == "letter":
        return last == "mark" and _is_linked(cluster)
    return kind in _HANGUL and (last == "initial" or (kind == "vowel" and last in _HANGUL))


def _is_linked(cluster: str) -> bool:
    """Whether a virama stands after the last letter of *cluster*."""
    for char in reversed(cluster):
        if _kind(char) != "mark":
            return False
        if unicodedata.combining(char) == _VIRAMA and char not in _SILENT:
            return True
    return False


@lru_cache(maxsize=1 << 14)
def _kind(char: str) -> str:
    """What a character is to :func:`clusters`."""
    for kind, ranges in _KINDS.items():
        if any(first <= char <= last for first, last in ranges):
            return kind
    category = unicodedata.category(char)
    if category.startswith("M"):
        return "mark"
    if category in ("Cc", "Cf", "Cs", "Zl", "Zp"):
        return "alone"
    return {"Lo": "letter", "So": "symbol", "Sm": "symbol"}.get(category, "other")
