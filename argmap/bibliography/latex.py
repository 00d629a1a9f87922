"""LaTeX in names and titles as plain text; only what such fields commonly hold, and never for addresses and DOIs."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

_ACCENTS = {
    "`": "\u0300",
    "'": "\u0301",
    "^": "\u0302",
    "~": "\u0303",
    "=": "\u0304",
    "u": "\u0306",
    ".": "\u0307",
    '"': "\u0308",
    "r": "\u030a",
    "H": "\u030b",
    "v": "\u030c",
    "d": "\u0323",
    "c": "\u0327",
    "k": "\u0328",
    "b": "\u0331",
}
_SYMBOLS = {
    "ss": "ß",
    "o": "ø",
    "O": "Ø",
    "l": "ł",
    "L": "Ł",
    "ae": "æ",
    "AE": "Æ",
    "oe": "œ",
    "OE": "Œ",
    "aa": "å",
    "AA": "Å",
    "i": "ı",
    "j": "ȷ",
    "dh": "ð",
    "DH": "Ð",
    "th": "þ",
    "TH": "Þ",
    "dj": "đ",
    "DJ": "Đ",
    "ldots": "…",
    "dots": "…",
    "lbrace": "{",
    "rbrace": "}",
    "textendash": "–",
    "textemdash": "—",
    "textquoteright": "’",
}
_ESCAPES = {"\\": " ", ",": " ", ";": " ", " ": " ", "-": "", "/": "", "!": ""}
_MARKS = {"{": "", "}": "", "~": " ", "--": "–", "---": "—"}
_ITALIC = ("emph", "textit", "textsl", "mkbibemph", "mkbibitalic")
_TOKEN = re.compile(
    r"""
    \\(?P<accent>[`'^~=."]|[uvrHdckb](?=\s|\{))\s*(?:\{\s*\\?(?P<braced>[A-Za-z])\s*\}|\\?(?P<bare>[A-Za-z]))
    | \\(?P<command>[A-Za-z]+)\*?\s*(?:\{\})?
    | \\(?P<escape>[^A-Za-z])
    | (?P<mark>[{}~]|---?)
    """,
    re.VERBOSE,
)


def decode(text: str) -> str:
    r"""*text* without LaTeX: accents and letters as Unicode (NFC), other commands and all braces gone.

    Of a command that is not known, the argument stays: ``\emph{Nature}`` is ``Nature``.
    """
    return unicodedata.normalize("NFC", _TOKEN.sub(_plain, text))


class LatexPiece(NamedTuple):
    """A part of a field as plain text: whether braces keep its case, and whether it is set in italics."""

    text: str
    protected: bool = False
    italic: bool = False


def pieces(text: str) -> list[LatexPiece]:
    r"""*text* without LaTeX, as :func:`decode` gives it, cut where braces or ``\emph`` change what holds for it.

    Braces keep the case of what they hold, but for those of a command's argument and those around a single letter or
    accent (``{\"o}``), as BibTeX has it. A brace without its partner holds to the end.
    """
    runs: list[tuple[list[str], bool, bool]] = []
    groups: list[tuple[bool, bool]] = [(False, False)]
    command = ""
    position = 0

    def add(letters: str) -> None:
        if letters and runs and runs[-1][1:] == groups[-1]:
            runs[-1][0].append(letters)
        elif letters:
            runs.append(([letters], *groups[-1]))

    for token in _TOKEN.finditer(text):
        if token.start() > position:
            add(text[position : token.start()])
            command = ""
        position = token.end()
        if token["mark"] == "{":
            protected, italic = groups[-1]
            plain = command or text.startswith("\\", position)
            groups.append((protected or not plain, italic or command in _ITALIC))
        elif token["mark"] == "}":
            if len(groups) > 1:
                groups.pop()
        else:
            add(_plain(token))
        command = token["command"] or ""
    add(text[position:])
    return [LatexPiece(unicodedata.normalize("NFC", "".join(parts)), *kind) for parts, *kind in runs]


def _plain(token: re.Match[str]) -> str:
    match token.lastgroup:
        case "command":
            return _SYMBOLS.get(token["command"], "")
        case "escape":
            return _ESCAPES.get(token["escape"], token["escape"])
        case "mark":
            return _MARKS[token["mark"]]
    return (token["braced"] or token["bare"]) + _ACCENTS[token["accent"]]
