"""Keys for references, made from what the entries say."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container
from itertools import chain, islice

from argmap.bibliography import Bibliography, Entry
from argmap.bibliography.inherit import inherited
from argmap.bibliography.latex import decode
from argmap.bibliography.names import parse
from argmap.citations.label import bodies, lettered, year

PARTS = ("author", "year", "title", "type")

_LONGEST_PART = 40
_MOST_WORDS = 20
_TYPES_WITHOUT_KEY = frozenset(("xdata", "set"))
_PATTERN = re.compile(r"\{([^{}:]*)(?::(\d*))?\}|([\w.:+/-]+)")
_YEAR = re.compile(r"\d{1,4}")
_WORD = re.compile(r"[^\W_]+")
_APOSTROPHES = str.maketrans("", "", "'’`´")
_LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i"})
_BETWEEN = re.compile(r"(?<=[.:+/_-])[.:+/_-]+")
_ENDS = ".:+/_-"
_MOST_BEHIND = 3  # a hyphen and two letters
_MOST_LETTERED = 26 + 26 * 26
# Articles and the commonest particles, with which a title may begin.
_SMALL_WORDS = (  # noqa: SIM905, for a text is easier to read than a list
    "a an the of on in to for and from der die das den dem des ein eine und zur zum im von le la les l un une de du d "
    "et sur el los las al y en il lo gli i"
).split()


class Pattern:
    """A pattern of keys: text, and in braces what an entry says, as in ``{author}-{year}-{title}``.

    ``{author}`` is the family name of the first author, else of the first editor, else the organization or publisher;
    ``{title}`` the first word of the title that is no article or particle; ``{author:2}`` and ``{title:3}`` are as many
    of them. ``{year}`` and ``{type}`` are what they say. All are in lower case, without accents, joined by hyphens, and
    a part that an entry lacks is left out with the sign before it.

    Raises:
        ValueError: Something in braces is none of these, nothing is, or there is text that a key cannot have.
    """

    def __init__(self, pattern: str) -> None:
        self._parts: list[tuple[str, int, str]] = []
        done = 0
        for found in _PATTERN.finditer(pattern):
            name, count, text = found.groups()
            if found.start() != done or (text is None and (name not in PARTS or count == "" or count == "0")):
                break
            self._parts.append((name or "", min(int(count or 1), _MOST_WORDS), text or ""))
            done = found.end()
        if done < len(pattern):
            allowed = ", ".join(f"{{{name}}}" for name in PARTS)
            raise ValueError(f"'{pattern[done:]}' cannot be part of a key; there are {allowed}, and {{title:3}}")
        if not any(name for name, _, _ in self._parts):
            raise ValueError(f"the pattern '{pattern}' would give all entries the same key")

    def key(self, entry: Entry) -> str:
        """The key of *entry*; empty where it says nothing of what the pattern asks for."""
        says = False
        key = ""
        for name, count, text in self._parts:
            said = text or _slug(_said(entry, name, count), count if name == "title" else _MOST_WORDS)
            says = says or bool(name in ("author", "title") and said)
            key += said
        return _BETWEEN.sub("", key).strip(_ENDS) if says else ""


def proposed(bibliography: Bibliography, pattern: Pattern, taken: Container[str] = frozenset()) -> dict[str, str]:
    """The keys that *pattern* would change, new by old, in the order of the file.

    A key that fits the pattern stays, with a letter behind it too, so that one more entry changes no other. Where
    several entries would get one key, they get letters in the order of the file; where an entry has it already, it
    keeps it. No key becomes one that another entry has, or that is in *taken* (in the letters of ``str.casefold``).

    Args:
        bibliography: The entries.
        pattern: What the keys shall be.
        taken: Keys that are in use elsewhere.
    """
    waiting: dict[str, list[str]] = {}
    for key, entry in inherited(bibliography).items():
        wanted = "" if entry.type in _TYPES_WITHOUT_KEY else pattern.key(entry)
        if wanted and not _fits(key, wanted):
            waiting.setdefault(wanted, []).append(key)
    used = {key.casefold() for key in bibliography.entries}
    found: dict[str, str] = {}
    for wanted, keys in waiting.items():
        names = chain([wanted] if len(keys) == 1 else (), lettered(wanted))
        for key in keys:
            found[key] = next(
                name
                for name in names
                if name.casefold() == key.casefold() or (name.casefold() not in used and name.casefold() not in taken)
            )
            used.add(found[key].casefold())
    return {key: found[key] for key in bibliography.entries if key in found}


def _fits(key: str, wanted: str) -> bool:
    if not key.startswith(wanted):
        return False
    return key == wanted or (len(key) <= len(wanted) + _MOST_BEHIND and key in islice(lettered(wanted), _MOST_LETTERED))


def _said(entry: Entry, part: str, count: int) -> str:
    if part == "year":
        match = _YEAR.match(year(entry) or "")
        return match[0] if match else ""
    if part == "type":
        return entry.type
    if part == "title":
        return decode(entry.fields.get("shorttitle") or entry.fields.get("title", ""))
    for field in ("author", "editor"):
        if names := [decode(name.family) for name in parse(entry.fields.get(field, "")).names if name.family]:
            return " ".join(names[:count])
    return " ".join(bodies(entry)[:count])


def _slug(text: str, count: int) -> str:
    """The first *count* words of *text* that say something, for a key."""
    text = unicodedata.normalize("NFKD", text.casefold().translate(_APOSTROPHES)).translate(_LETTERS)
    words = _WORD.findall("".join(letter for letter in text if not unicodedata.combining(letter)))
    chosen = ([word for word in words if word not in _SMALL_WORDS] or words)[:count] if count < _MOST_WORDS else words
    slug = ""
    for word in chosen:
        if slug and len(slug) + len(word) >= _LONGEST_PART:
            break
        slug += f"-{word[:_LONGEST_PART]}" if slug else word[:_LONGEST_PART]
    return unicodedata.normalize("NFC", slug)
