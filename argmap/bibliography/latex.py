"""LaTeX in names and titles as plain text; only what such fields commonly hold, and never for addresses and DOIs."""

from __future__ import annotations

import re
import unicodedata

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


def _plain(token: re.Match[str]) -> str:
    match token.lastgroup:
        case "command":
            return _SYMBOLS.get(token["command"], "")
        case "escape":
            return _ESCAPES.get(token["escape"], token["escape"])
        case "mark":
            return _MARKS[token["mark"]]
    return (token["braced"] or token["bare"]) + _ACCENTS[token["accent"]]
