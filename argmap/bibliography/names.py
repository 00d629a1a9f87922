"""Lists of names, as BibTeX splits them."""

from __future__ import annotations

import re
from typing import NamedTuple

_SEPARATOR = re.compile(r"[{}]|\s(?i:and)(?=\s)")
_COMMA = re.compile(r"[{},]")
_SPACE = re.compile(r"[{}]|[\s~]+")
_SPECIAL = re.compile(r"\{\\(?:([a-zA-Z]+)|.)(.?)", re.DOTALL)
_LOWER_LETTERS = frozenset(("aa", "ae", "oe", "o", "l", "i", "j", "ss", "dh", "th", "dj"))


class Name(NamedTuple):
    """The parts of a name, as BibLaTeX calls them; braces and LaTeX are still in them.

    A name in braces of its own, as those of institutions should be, is all *family*.
    """

    family: str
    given: str = ""
    prefix: str = ""
    suffix: str = ""


class Names(NamedTuple):
    """Names in their order, and whether the list ends in ``and others``."""

    names: tuple[Name, ...]
    others: bool = False


def split(value: str) -> list[str]:
    """The items of a list of names or of a literal list: what ``and`` separates outside of braces."""
    return [item for item in (item.strip() for item in _split(_SEPARATOR, f" {value} ")) if item]


def parse(value: str) -> Names:
    """The names in the value of ``author``, ``editor`` and the like.

    Nothing is raised: whatever does not look like a name is one without given name.

    References:
        Nicolas Markey, "Tame the BeaST: The B to X of BibTeX", 2009, section 11 ("First von Last", "von Last, First",
        "von Last, Jr, First"); BibLaTeX manual, section 2.3.3 (``and others``).
    """
    items = split(value)
    others = len(items) > 1 and items[-1].lower() == "others"
    return Names(tuple(_name(item) for item in (items[:-1] if others else items)), others)


def _name(text: str) -> Name:
    parts = [[word for word in _split(_SPACE, part) if word] for part in _split(_COMMA, text)]
    if len(parts) == 1:
        return _first_von_last(parts[0])
    prefix, family = _von_last(parts[0])
    suffix = parts[1] if len(parts) > 2 else []
    given = [word for part in parts[2 if len(parts) > 2 else 1 :] for word in part]
    return Name(" ".join(family), " ".join(given), " ".join(prefix), " ".join(suffix))


def _first_von_last(words: list[str]) -> Name:
    """The first word in lower case begins the prefix; without such a word only the last one is the family."""
    last = max(len(words) - 1, 0)
    begin = next((i for i in range(last) if _is_lower(words[i])), last)
    prefix, family = _von_last(words[begin:])
    return Name(" ".join(family), " ".join(words[:begin]), " ".join(prefix))


def _von_last(words: list[str]) -> tuple[list[str], list[str]]:
    """The prefix ends with the last word in lower case; the family has at least one word."""
    end = next((i + 1 for i in range(len(words) - 2, -1, -1) if _is_lower(words[i])), 0)
    return words[:end], words[end:]


def _is_lower(word: str) -> bool:
    """Whether the first letter outside of braces, or of a LaTeX letter or accent in braces, is in lower case."""
    position = 0
    while position < len(word):
        character = word[position]
        if character == "{":
            if special := _SPECIAL.match(word, position):
                return _is_lower_special(word, special)
            position = _closing(word, position)
        elif character.isalpha():
            return character.islower()
        position += 1
    return False


def _is_lower_special(word: str, special: re.Match[str]) -> bool:
    command = special[1]
    if command and command.lower() in _LOWER_LETTERS:
        return command.islower()
    letter = next((character for character in word[special.start(2) :] if character.isalpha()), "")
    return letter.islower()


def _closing(word: str, opening: int) -> int:
    depth = 0
    for position in range(opening, len(word)):
        depth += (word[position] == "{") - (word[position] == "}")
        if depth == 0:
            return position
    return len(word)


def _split(separator: re.Pattern[str], text: str) -> list[str]:
    """*text* cut where *separator*, which matches braces too, matches outside of braces."""
    if "{" not in text and "}" not in text:
        return separator.split(text)
    parts: list[str] = []
    depth = start = 0
    for match in separator.finditer(text):
        if match[0] == "{":
            depth += 1
        elif match[0] == "}":
            depth = max(depth - 1, 0)
        elif depth == 0:
            parts.append(text[start : match.start()])
            start = match.end()
    return [*parts, text[start:]]
