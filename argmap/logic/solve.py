"""Questions as the International Competition on Computational Models of Argumentation puts them, and its answers.

A problem is a task and a semantics: ``DC-CO``. One extension (SE) is a line ``w`` with its arguments, or ``NO``; all
(EE) are a line each; how many (CE) is a number; credulous (DC) and sceptical (DS) acceptance is ``YES`` or ``NO``, and
with a credulous yes and a sceptical no the line of the extension that shows it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from argmap.errors import ArgmapError
from argmap.logic.frameworks.framework import Framework
from argmap.logic.frameworks.semantics import Semantics

TASKS = ("SE", "EE", "CE", "DC", "DS")
PROBLEMS = tuple(f"{task}-{semantics}" for task in TASKS for semantics in Semantics)
_ABOUT_ONE = ("DC", "DS")


class QueryError(ArgmapError, ValueError):
    """A question that makes no sense; the text says why."""


class Query(NamedTuple):
    """What is asked of a framework.

    Attributes:
        task: One of :data:`TASKS`.
        semantics: What an extension is.
        argument: The argument that DC and DS ask about, by its name in the file.
    """

    task: str
    semantics: Semantics
    argument: str = ""


def query(problem: str, argument: str | None = None) -> Query:
    """The question of one of :data:`PROBLEMS`, about *argument* for DC and DS. Raises QueryError."""
    if problem not in PROBLEMS:
        raise QueryError(f"there is no problem {problem!r}: use one of {', '.join(PROBLEMS)}")
    task, _, semantics = problem.partition("-")
    if task in _ABOUT_ONE and argument is None:
        raise QueryError(f"{problem} takes an argument: -a ARGUMENT")
    return Query(task, Semantics(semantics), argument or "")


def answers(
    query: Query,
    framework: Framework,
    *,
    until: float | None = None,
    limit: int | None = None,
    witness: bool = True,
) -> Iterator[str]:
    """The lines of the answer, each as soon as it is known.

    EE gives at most *limit* extensions; DC and DS show one with their answer where *witness* is true.

    Raises:
        QueryError: The framework has no such argument.
        UndecidedError: The time ran out, at *until* on the clock of ``time.monotonic``.
    """
    from argmap.logic.frameworks import tasks

    semantics = query.semantics
    if query.task == "SE":
        extension = tasks.extension(framework, semantics, until=until)
        yield "NO" if extension is None else _line(extension)
    elif query.task == "EE":
        for count, extension in enumerate(tasks.extensions(framework, semantics, until=until), 1):
            yield _line(extension)
            if count == limit:
                return
    elif query.task == "CE":
        yield str(tasks.count(framework, semantics, until=until))
    else:
        is_accepted = tasks.credulous if query.task == "DC" else tasks.sceptical
        name = _name(framework, query.argument)
        verdict = is_accepted(framework, semantics, name, until=until, witness=witness)
        yield "YES" if verdict.answer else "NO"
        if witness and verdict.witness is not None:
            yield _line(verdict.witness)


def _name(framework: Framework, word: str) -> str | int:
    """The argument that *word* names; of frameworks in ``p af`` these are numbers."""
    numbered = isinstance(framework.arguments, range)
    name = int(word) if numbered and word.isascii() and word.isdigit() and len(word) < 10 else word
    try:
        framework.number(name)
    except ValueError:
        raise QueryError(f"there is no argument '{word[:40]}'") from None
    return name


def _line(extension: Iterable[object]) -> str:
    return " ".join(["w", *map(str, extension)])
