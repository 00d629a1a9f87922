"""Bibliographies of a wanted size: like those that people write, or with all that the grammar allows."""

from __future__ import annotations

import random
import re
from collections.abc import Mapping
from typing import NamedTuple

TYPES = (  # noqa: SIM905, for a text is easier to read than a list
    "article book booklet mvbook inbook bookinbook suppbook collection mvcollection incollection suppcollection "
    "dataset manual misc online patent periodical suppperiodical proceedings mvproceedings inproceedings reference "
    "mvreference inreference report set software thesis unpublished xdata conference electronic mastersthesis "
    "phdthesis techreport www artwork audio jurisdiction legislation in-house"
).split()
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_PLAIN = ("congestion", "charge", "{Stockholm}", "toll", "{\\'e}t{\\'e}", 'M{\\"u}ller', "effects")
_WORDS = (
    *_PLAIN,
    'na{\\"\\i}ve',
    "{{UN} OCHA}",
    "50\\%",
    "a--b",
    "R\\&D",
    "x@y.org",
    "k{a {b {c} d} e}l",
    "\\{ \\}",
    "= # , ( )",
    "$x_{1}$",
    "~",
    "Straße",
    "Łódź",
    "الطريق",
    "équité",
    "道路",
    "{\\LaTeX}",
    "it's",
    '{"}',
)
_NAMES = (
    "Eliasson, Jonas",
    "Ludwig van Beethoven",
    "de la Vall{\\'e}e Poussin, Charles",
    "King, Jr, Martin Luther",
    "{Barnes and Noble}",
    "{{UN OCHA}}",
    "Müller, J.~R.",
    "Brinch Hansen, Per",
    "Aristotle",
    "others",
)
COMMENTS = (
    "% behind",
    "% a bibliography",
    "% a remark, with a brace { in it",
    "Prose between two entries.",
    "@comment{jabref-meta: databaseType:biblatex; {nested {braces}}}",
    "@comment(in parentheses)",
    "% @misc{commented, title = {Out}}",
    '@preamble{ "\\newcommand{\\noop}[1]{}" # {} }',
    "me@example.org wrote this",
)


class Generated(NamedTuple):
    """A text, and what it says: type and fields by key."""

    text: str
    entries: Mapping[str, tuple[str, Mapping[str, str]]]


def plain(count: int, seed: int = 1) -> str:
    """*count* entries in the layout of this repository's references, in the order of their keys."""
    chance = random.Random(seed)
    return "\n".join(_plain(number, chance) for number in range(count))


def _plain(number: int, chance: random.Random) -> str:
    year = chance.randint(1990, 2025)
    fields = {
        "author": " and ".join(chance.sample(_NAMES[:8], chance.choice((1, 1, 2, 3)))),
        "title": " ".join(chance.choices(_PLAIN, k=chance.randint(4, 10))) + f" {number}",
        "journaltitle": "Transport {Policy}",
        "date": f"{year}-{chance.randint(1, 12):02}",
        "volume": str(chance.randint(1, 60)),
        "pages": f"{number}--{number + 12}",
        "doi": f"10.1000/{year}.{number}",
        "langid": "english",
    }
    lines = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items())
    return f"@article{{key-{number:06},\n{lines}}}\n"


def wild(count: int, seed: int = 1, line_end: str = "\n") -> Generated:
    """*count* correct entries of every kind, with all that may stand in and between them."""
    chance = random.Random(seed)
    strings = {month: str(number) for number, month in enumerate(_MONTHS, start=1)}
    parts: list[str] = [chance.choice(("", "\ufeff", "% a bibliography\n\n"))]
    entries: dict[str, tuple[str, dict[str, str]]] = {}
    for number in range(count):
        if chance.random() < 0.1:
            parts.append(chance.choice(COMMENTS))
        elif chance.random() < 0.1:
            name, (source, value) = f"S{number}", _value(chance, strings)
            strings[name.lower()] = value
            parts.append(f"@{_cased('string', chance)}{chance.choice(('{%s}', '(%s)')) % f' {name} = {source} '}")
        else:
            key = f"{chance.choice(('key', 'Ké', 'a:b.c/', 'x_+'))}{number}"
            text, fields, type = _entry(key, chance, strings)
            parts.append(text)
            entries[key] = type, fields
        parts.append(chance.choice(("\n", "\n\n", "\n\n\n", " % behind\n", "\t\n")))
    return Generated("".join(parts).replace("\n", line_end), entries)


def _entry(key: str, chance: random.Random, strings: Mapping[str, str]) -> tuple[str, dict[str, str], str]:
    type = chance.choice(TYPES)
    fields: dict[str, str] = {}
    text = f"@{_cased(type, chance)}{chance.choice(('', ' '))}"
    opener, closer = chance.choice(("{}", "{}", "{}", "()"))
    text += f"{opener}{chance.choice(('', ' '))}{key}"
    names = chance.sample(("title", "author", "x-note", "month", "url", "journaltitle", "year"), chance.randint(0, 7))
    for name in names:
        source, value = _names(chance) if name == "author" else _value(chance, strings)
        fields[name] = value.strip(" ")
        space, around = chance.choice((" ", "\n  ", "\n\t", " % why\n  ", "")), chance.choice(("", " ", "   ", "\n"))
        text += f"{chance.choice(('', ' '))},{space}{_cased(name, chance)}{around}={around}{source}"
    text += chance.choice(("", ",", ",\n", "\n", " % the last\n")) + closer
    return text, fields, type


def _names(chance: random.Random) -> tuple[str, str]:
    value = " and ".join(chance.sample(_NAMES, chance.randint(1, 4)))
    return chance.choice((f"{{{value}}}", f'"{value}"')), value


def _value(chance: random.Random, strings: Mapping[str, str]) -> tuple[str, str]:
    """A value as it is written, and as it is read: its terms one after the other."""
    written, parts = [], []
    for _ in range(chance.choice((1, 1, 1, 2, 3))):
        kind = chance.random()
        if kind < 0.15:
            name = chance.choice(list(strings)[-20:])
            written.append(_cased(name, chance))
            parts.append(strings[name])
        elif kind < 0.25:
            written.append(str(chance.randint(0, 9999)))
            parts.append(written[-1])
        else:
            text = chance.choice((" ", "  ", "\n  ", "\t")).join(chance.choices(_WORDS, k=chance.randint(0, 6)))
            text = "".join((chance.choice(("", " ")), text, chance.choice(("", " ", "\n"))))
            written.append(f'"{text}"' if kind < 0.5 else f"{{{text}}}")
            parts.append(text)
    return chance.choice((" # ", "#", " #\n    ")).join(written), re.sub("[ \t\n]+", " ", "".join(parts))


def _cased(name: str, chance: random.Random) -> str:
    return chance.choice((name, name, name.upper(), name.title()))
