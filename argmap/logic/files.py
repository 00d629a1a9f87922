"""Files of frameworks: ``p af`` (ICCMA 2023), ``apx`` (ASPARTIX) and ``tgf`` (trivial graph format)."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import NoReturn

from argmap.errors import ArgmapError
from argmap.logic.frameworks.framework import Framework
from argmap.logic.graph import Graph

FORMATS = ("af", "apx", "tgf")
MOST_ARGUMENTS = 2_000_000
"""More are refused: a few bytes of a file can ask for any number of them."""

_CHUNK = 1_000_000
"""Bytes of a file that are read at once: all of its numbers as words would take ten times its memory."""
_LARGE = 100_000
"""Bytes that take longer to read than a reader of JSON takes to import."""
_COMMAS = bytes.maketrans(b" \n", b",,")
_FACT = re.compile(r"\s*(arg|att)\s*\(\s*([^\s(),.]+)\s*(?:,\s*([^\s(),.]+)\s*)?\)\s*\.")


class FormatError(ArgmapError, ValueError):
    """A file is not what its format asks for; the text says where, by its line."""


def read(data: bytes, format: str | None = None) -> Framework:
    """The framework that *data* is in *format*, or where that is None, in the one that it looks like.

    Arguments of ``p af`` are called by their numbers, others by their names in the file. Raises ``FormatError``.
    """
    kind = format or _guessed(data)
    if kind == "af":
        return _af(data)
    if kind not in FORMATS:
        raise FormatError(f"there is no format '{kind}': use one of {', '.join(FORMATS)}")
    try:
        lines = io.StringIO(data.decode("utf-8-sig"), newline="\n")
    except UnicodeDecodeError as error:
        _refuse(data.count(b"\n", 0, error.start) + 1, "this is not UTF-8")
    return _named(_apx(lines) if kind == "apx" else _tgf(lines))


def _guessed(data: bytes) -> str:
    for line in data[:10_000].splitlines():
        start = line.strip()
        if start.startswith(b"p "):
            return "af"
        if start.startswith((b"arg", b"att", b"%")) and (b"(" in start or start.startswith(b"%")):
            return "apx"
        if start and not start.startswith(b"#"):
            return "tgf"
    return "tgf" if data.strip() else "af"


def _refuse(line: int, why: str) -> NoReturn:
    raise FormatError(f"line {line}: {why}")


def _af(data: bytes) -> Framework:
    start, line = 0, 1
    while data.startswith((b"#", b"\n", b"\r\n"), start):
        start, line = data.find(b"\n", start) + 1 or len(data), line + 1
    end = data.find(b"\n", start) + 1 or len(data)
    header = data[start:end].split()
    if len(header) != 3 or header[:2] != [b"p", b"af"] or not header[2].isdigit() or len(header[2]) > 9:
        _refuse(line, "a file of this format starts with 'p af' and the number of arguments")
    size = int(header[2])
    if size > MOST_ARGUMENTS:
        _refuse(line, f"{size:,} arguments; at most {MOST_ARGUMENTS:,} can be read")
    body = data[end:]
    if not body.endswith(b"\n"):
        body += b"\n"
    targets: list[list[int]] = [[] for _ in range(size + 1)]
    indegree = [0] * (size + 1)
    numbers = chain.from_iterable(_numbers(body, line + 1))
    try:
        for attacker, attacked in zip(numbers, numbers, strict=True):
            targets[attacker].append(attacked)
            indegree[attacked] += 1
        is_wrong = bool(targets[0] or indegree[0])
    except (IndexError, ValueError) as error:
        if isinstance(error, FormatError):
            raise
        is_wrong = True
    if is_wrong:
        _find_wrong(body, line + 1, size)
    return Framework.of(range(1, size + 1), Graph(targets, indegree))


def _numbers(body: bytes, line: int) -> Iterator[Iterable[int]]:
    """The numbers of attacks, attacker first, of many lines at a time; *line* is the number of the first."""
    start = 0
    while start < len(body):
        end = body.find(b"\n", start + _CHUNK) + 1 or len(body)
        chunk = body[start:end]
        plain = _plain(chunk)
        yield _by_lines(chunk, line) if plain is None else plain
        line += chunk.count(b"\n")
        start = end


def _plain(chunk: bytes) -> Iterable[int] | None:
    """The numbers of lines that hold two numbers each, and a space between, as lines do; None where some do not."""
    lines = chunk.count(b"\n")
    if chunk.translate(None, b"0123456789") != b" \n" * lines:
        return None
    if len(chunk) < _LARGE:
        words = chunk.split()
        return map(int, words) if len(words) == 2 * lines else None
    from json import loads  # which takes a third of the time that `int` takes

    try:
        numbers: list[int] = loads(b"[%b]" % chunk[:-1].translate(_COMMAS))
    except ValueError:  # for none between the commas, and for one that begins with 0
        return None
    return numbers


def _by_lines(chunk: bytes, line: int) -> Iterator[int]:
    """The numbers of attacks among which may be comments, empty lines and other spaces."""
    for number, raw in enumerate(io.BytesIO(chunk), line):
        parts = raw.split()
        if not parts or parts[0].startswith(b"#"):
            continue
        if len(parts) != 2 or not (parts[0] + parts[1]).isdigit():
            _refuse(number, "an attack is two numbers, attacker first")
        yield int(parts[0])
        yield int(parts[1])


def _find_wrong(body: bytes, line: int, size: int) -> NoReturn:
    """Refuse the first attack of or on a number that is no argument's."""
    for number, raw in enumerate(io.BytesIO(body), line):
        for part in raw.partition(b"#")[0].split():
            if part.isdigit() and (len(part) > 9 or not 1 <= int(part) <= size):
                digits = part[:20].decode("ascii")
                _refuse(number, f"there is no argument {digits}: they are numbered from 1 to {size}")
    raise AssertionError("no number is out of range")


def _apx(lines: Iterable[str]) -> Iterator[tuple[int, tuple[str, ...]]]:
    """The arguments, as tuples of one name, and the attacks, as tuples of two, each with its line."""
    for number, line in enumerate(lines, 1):
        position = 0
        text = line.partition("%")[0].rstrip()
        while position < len(text):
            fact = _FACT.match(text, position)
            if fact is None or (fact[1] == "arg") != (fact[3] is None):
                _refuse(number, "expected 'arg(NAME).' or 'att(NAME,NAME).'")
            yield number, (fact[2],) if fact[3] is None else (fact[2], fact[3])
            position = fact.end()


def _tgf(lines: Iterable[str]) -> Iterator[tuple[int, tuple[str, ...]]]:
    """As :func:`_apx`; what follows the names is a label, which is left out."""
    names_per_line = 1
    for number, line in enumerate(lines, 1):
        parts = line.split()
        if line.strip() == "#" and names_per_line == 1:
            names_per_line = 2
        elif parts:
            if len(parts) < names_per_line:
                _refuse(number, "an attack is two names, attacker first")
            yield number, tuple(parts[:names_per_line])


def _named(facts: Iterator[tuple[int, tuple[str, ...]]]) -> Framework:
    numbers: dict[str, int] = {}
    attacks = []
    for line, names in facts:
        if len(names) == 2:
            attacks.append((line, *names))
        elif len(numbers) == MOST_ARGUMENTS:
            _refuse(line, f"at most {MOST_ARGUMENTS:,} arguments can be read")
        elif names[0] in numbers:
            _refuse(line, f"the argument {names[0][:40]!r} is given twice")
        else:
            numbers[names[0]] = len(numbers) + 1
    targets: list[list[int]] = [[] for _ in range(len(numbers) + 1)]
    for line, attacker, attacked in attacks:
        for name in (attacker, attacked):
            if name not in numbers:
                _refuse(line, f"there is no argument {name[:40]!r}")
        targets[numbers[attacker]].append(numbers[attacked])
    return Framework.of(list(numbers), Graph(targets))
