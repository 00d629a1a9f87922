"""What a scheme is, and how it is read from the text of its file."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Collection, Iterator, Mapping
from typing import Any, Literal, NamedTuple

from argmap.errors import ArgmapError

GROUPS = {
    "sources": "What people say, see and remember",
    "cases": "Cases and likenesses",
    "classes": "Wholes, groups and words",
    "causes": "Causes, signs and explanations",
    "action": "What to do, and what comes of it",
    "rules": "Rules and commitments",
    "persons": "Who is speaking",
}
"""The groups of schemes, in the order in which they are listed, and what they are about."""

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


class Premise(NamedTuple):
    """A premise by its *role*; *implicit*: so usual that a step need not state it."""

    role: str
    text: str
    implicit: bool


class Question(NamedTuple):
    """A critical question; *premise* is the role of the premise that it is about, if it is about one."""

    id: str
    text: str
    premise: str | None

    @property
    def kind(self) -> Literal["presumption", "exception"]:
        """What a bad answer to it is.

        To a question about a ``presumption`` it undermines the premise; to one about an ``exception`` it undercuts the
        step, whose premises may all be true.
        """
        return "exception" if self.premise is None else "presumption"


class Scheme(NamedTuple):
    """A way to argue: *summary* says it in a sentence, *premises* and *questions* are by role and by id.

    Of a deductive scheme the conclusion cannot fail where the premises hold; of any other it is presumed until a
    critical question is answered badly.
    """

    name: str
    title: str
    group: str
    deductive: bool
    summary: str
    premises: Mapping[str, Premise]
    conclusion: str
    questions: Mapping[str, Question]

    @property
    def needed(self) -> tuple[str, ...]:
        """The roles of the premises that a step has to state."""
        return tuple(role for role, premise in self.premises.items() if not premise.implicit)


class SchemeError(ArgmapError, ValueError):
    """A text that is not that of a scheme; it says why."""


def read(name: str, text: str) -> Scheme:
    """The scheme *name* from the TOML that describes it.

    Raises:
        SchemeError: It is not valid TOML, something is missing, unknown or of another type, or a question is about a
            premise that the scheme does not have.
    """
    try:
        data = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise SchemeError(f"invalid TOML: {error}") from None
    _known(data, ("title", "group", "deductive", "summary", "premises", "conclusion", "questions"), "a scheme")
    group = _text(data, "group", "")
    if group not in GROUPS:
        raise SchemeError(f"group: not one of {', '.join(GROUPS)}")
    premises = {
        role: Premise(role, _text(table, "text", f"premises.{role}"), _flag(table, "implicit", f"premises.{role}"))
        for role, table in _tables(data, "premises", ("text", "implicit"))
    }
    questions = {
        id: Question(
            id,
            _text(table, "text", f"questions.{id}"),
            _text(table, "premise", f"questions.{id}") if "premise" in table else None,
        )
        for id, table in _tables(data, "questions", ("text", "premise"))
    }
    for question in questions.values():
        if question.premise is not None and question.premise not in premises:
            raise SchemeError(f"questions.{question.id}: there is no premise {question.premise!r}")
    return Scheme(
        name=name,
        title=_text(data, "title", ""),
        group=group,
        deductive=_flag(data, "deductive", ""),
        summary=_text(data, "summary", ""),
        premises=premises,
        conclusion=_text(data, "conclusion", ""),
        questions=questions,
    )


def _known(data: Mapping[str, Any], known: Collection[str], where: str) -> None:
    for key in data:
        if key not in known:
            raise SchemeError(f"{where}: unknown key {key!r}")


def _tables(data: Mapping[str, Any], key: str, known: Collection[str]) -> Iterator[tuple[str, Mapping[str, Any]]]:
    tables = data.get(key)
    if not isinstance(tables, dict) or not tables:
        raise SchemeError(f"{key}: not tables")
    for id, table in tables.items():
        if not _ID.fullmatch(id) or not isinstance(table, dict):
            raise SchemeError(f"{key}.{id}: not a table with a kebab-case name")
        _known(table, known, f"{key}.{id}")
        yield id, table


def _text(data: Mapping[str, Any], key: str, where: str) -> str:
    value = data.get(key)
    if not isinstance(value, str) or not value:
        raise SchemeError(f"{where}.{key}: not a text".lstrip("."))
    return value


def _flag(data: Mapping[str, Any], key: str, where: str) -> bool:
    value = data.get(key, False)
    if not isinstance(value, bool):
        raise SchemeError(f"{where}.{key}: not true or false".lstrip("."))
    return value
