"""Questions as the International Competition on Computational Models of Argumentation puts them, and its answers.

A problem is a task and a semantics: ``DC-CO``. One extension (SE) is a line ``w`` with its arguments, or ``NO``; all
(EE) are a line each; how many (CE) is a number; credulous (DC) and sceptical (DS) acceptance is ``YES`` or ``NO``, and
with a credulous yes and a sceptical no the line of the extension that shows it.

``argmap solve`` comes here without the command line's own machinery, which would take longer to import than most
answers take to find.
"""

from __future__ import annotations

import sys

from argmap.errors import ArgmapError
from argmap.logic.frameworks.semantics import Semantics

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from argmap.logic.frameworks.framework import Framework

TASKS = ("SE", "EE", "CE", "DC", "DS")
PROBLEMS = tuple(f"{task}-{semantics}" for task in TASKS for semantics in Semantics)
TIMEOUT = 60.0
LARGEST = 128 * 2**20
"""Bytes of a file; more are refused."""
UNDECIDED = 3
"""The exit code where the time ran out."""


class Request:
    """What is asked: a problem, of the framework in *file* ('-' is standard input), on an argument for DC and DS.

    EE gives at most *limit* extensions; DC and DS show one with their answer where *witness* is true.
    """

    def __init__(
        self,
        problem: str,
        file: str,
        format: str | None = None,
        argument: str | None = None,
        timeout: float = TIMEOUT,
        limit: int | None = None,
        witness: bool = True,
    ) -> None:
        self.problem = problem
        self.file = file
        self.format = format
        self.argument = argument
        self.timeout = timeout
        self.limit = limit
        self.witness = witness


class RequestError(ArgmapError, ValueError):
    """A request that makes no sense, or a file that cannot be read; the text says why."""


def plain(words: Sequence[str]) -> Request | None:
    """The request in the words of a command line, or None where they are not of the plain kind."""
    names = {"-p": "problem", "-f": "file", "-fo": "format", "-a": "argument"}
    given: dict[str, str] = {}
    witness = True
    rest = iter(words)
    for word in rest:
        if word == "--no-witness":
            witness = False
        elif (name := names.get(word)) and name not in given and (value := next(rest, None)) is not None:
            given[name] = value
        else:
            return None
    if "problem" not in given or "file" not in given:
        return None
    return Request(given["problem"], given["file"], given.get("format"), given.get("argument"), witness=witness)


def run(request: Request, started: float) -> int:
    """Answer on standard output; the exit code is 0, 2 for what cannot be answered, 3 where the time ran out.

    *started* is when the time began to count, on the clock of ``time.monotonic``.
    """
    from argmap.logic.sat import SolverMissingError, UndecidedError

    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        for line in answers(request, started + request.timeout):
            print(line)
    except UndecidedError:
        sys.stdout.flush()
        print(f"argmap: undecided within {request.timeout:g} s", file=sys.stderr)
        return UNDECIDED
    except BrokenPipeError:
        raise  # whoever read it has had enough
    except KeyboardInterrupt:
        return 130
    except (RequestError, SolverMissingError, OSError) as error:
        print(f"argmap: {error}", file=sys.stderr)
        return 2
    return 0


def answers(request: Request, until: float | None) -> Iterator[str]:
    """The lines of the answer, each as soon as it is known.

    Raises ``RequestError``, ``UndecidedError`` after *until*, and ``SolverMissingError``.
    """
    from argmap.logic.files import FormatError, read
    from argmap.logic.frameworks import tasks

    if request.problem not in PROBLEMS:
        raise RequestError(f"there is no problem {request.problem!r}: use one of {', '.join(PROBLEMS)}")
    task, _, code = request.problem.partition("-")
    semantics = Semantics(code)
    about_one = task in ("DC", "DS")
    if about_one and request.argument is None:
        raise RequestError(f"{request.problem} takes an argument: -a ARGUMENT")
    try:
        framework = read(_bytes(request.file), request.format)
    except FormatError as error:
        raise RequestError(f"{_shown(request.file)}: {error}") from None
    if task == "SE":
        found = tasks.extension(framework, semantics, until=until)
        yield "NO" if found is None else _line(found)
    elif task == "EE":
        for count, each in enumerate(tasks.extensions(framework, semantics, until=until), 1):
            yield _line(each)
            if count == request.limit:
                return
    elif task == "CE":
        yield str(tasks.count(framework, semantics, until=until))
    else:
        asked = tasks.credulous if task == "DC" else tasks.sceptical
        name = _name(framework, request.argument or "")
        verdict = asked(framework, semantics, name, until=until, witness=request.witness)
        yield "YES" if verdict.answer else "NO"
        if request.witness and verdict.witness is not None:
            yield _line(verdict.witness)


def _bytes(file: str) -> bytes:
    try:
        if file == "-":
            data = sys.stdin.buffer.read(LARGEST + 1)
        else:
            with open(file, "rb") as stream:  # noqa: PTH123  # a small question would take a fifth longer by pathlib
                data = stream.read(LARGEST + 1)
    except (OSError, ValueError) as error:  # a name may hold what no name can
        raise RequestError(f"{_shown(file)}: {getattr(error, 'strerror', None) or error}") from None
    if len(data) > LARGEST:
        raise RequestError(f"{_shown(file)}: more than {LARGEST:,} bytes")
    return data


def _shown(file: str) -> str:
    return "<stdin>" if file == "-" else file


def _name(framework: Framework, word: str) -> str | int:
    """The argument that *word* names; of frameworks in ``p af`` these are numbers."""
    numbered = isinstance(framework.arguments, range)
    name = int(word) if numbered and word.isascii() and word.isdigit() and len(word) < 10 else word
    try:
        framework.number(name)
    except ValueError:
        raise RequestError(f"there is no argument '{word[:40]}'") from None
    return name


def _line(extension: Iterable[object]) -> str:
    return " ".join(["w", *map(str, extension)])
