"""Bytes to letters: by the mark at the beginning, by what the file declares, or as UTF-8; never by guessing."""

from __future__ import annotations

import codecs

from argmap.sources.read.errors import SourceError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# As browsers read them (https://encoding.spec.whatwg.org, section 4.2); what is read in one pass only.
_AS_BROWSERS = {"ascii": "cp1252", "iso8859-1": "cp1252", "utf-16": "utf-8", "gb2312": "gb18030", "gbk": "gb18030"}
_DECLARED = frozenset(
    ["utf-8", "cp1252", "gb18030", "big5", "shift_jis", "euc_jp", "euc_kr", "iso2022_jp", "koi8-r", "koi8-u"]
    + [f"iso8859-{part}" for part in range(2, 17)]
    + [f"cp125{part}" for part in range(9)]
)


def decoded(content: bytes, declared: str | None = None) -> str:
    """The text that *content* is.

    Args:
        content: A whole file.
        declared: The charset that the file says it has, which a mark at the beginning overrules.

    Raises:
        SourceError: It is in another encoding, or has none.
    """
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return _strictly(content[len(mark) :], encoding)
    return _strictly(content, _encoding(declared) if declared else "utf-8")


def _strictly(content: bytes, encoding: str) -> str:
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise SourceError(
            f"the file is not {encoding.upper()}: the byte 0x{content[error.start]:02x} in line {line} belongs to no"
            " letter; save it as UTF-8"
        ) from None
    if "\0" in text:
        raise SourceError(
            "the file has null characters, so it is not text (or UTF-16 without a mark); save it as UTF-8"
        )
    return text


def _encoding(declared: str) -> str:
    try:
        name = codecs.lookup(declared.strip()).name
    except (LookupError, ValueError):
        name = ""
    name = _AS_BROWSERS.get(name, name)
    if name not in _DECLARED:
        raise SourceError(f"the file declares the charset {declared[:40]!r}, which is not read; save it as UTF-8")
    return name
