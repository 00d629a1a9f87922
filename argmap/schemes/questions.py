"""The critical questions of a map's steps, and what in the map answers them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import NamedTuple

from argmap.model import Map, Step, StepKind
from argmap.schemes.library import scheme
from argmap.schemes.scheme import Question, Scheme

MOST_ANSWERS = 50
"""Of the answers to one question as many are kept."""

ANSWERS = (StepKind.SUPPORT, StepKind.ATTACK, StepKind.UNDERCUT, StepKind.EXPLAIN)
"""The kinds of step that answer a critical question."""


class Asked(NamedTuple):
    """A critical question about a step, and the steps that answer it, none where it is open."""

    question: Question
    answers: tuple[Step, ...]


class Examined(NamedTuple):
    """A step that names a scheme, the scheme, and its critical questions in their order."""

    step: Step
    scheme: Scheme
    asked: tuple[Asked, ...]

    @property
    def open(self) -> tuple[Question, ...]:
        """The questions that nothing answers."""
        return tuple(asked.question for asked in self.asked if not asked.answers)


def examine(map: Map) -> list[Examined]:
    """The steps of *map* that name a scheme of ours, in their order, each with its critical questions.

    A step answers the question that it names with ``question`` wherever it leads to what :func:`bearing` gives.
    """
    answers = _answers(map)
    examined = []
    for step in map.steps.values():
        named = scheme(step.scheme) if step.scheme else None
        if named is not None:
            asked = [
                Asked(question, _about(step, answers.get(question.id, {}))) for question in named.questions.values()
            ]
            examined.append(Examined(step, named, tuple(asked)))
    return examined


def bearing(step: Step) -> Iterator[tuple[str, bool]]:
    """What a step that answers a critical question about *step* leads to; and whether only an attack does answer there.

    That is the step itself (an undercut, or a reason to accept it), and its premises and warrant. Where it argues for
    its conclusion, an attack on that answers too: the side effects of what is recommended.
    """
    for target in dict.fromkeys((step.id, *step.premises, *step.warrant)):
        yield target, False
    if step.conclusion is not None and step.kind in (StepKind.SUPPORT, StepKind.EXPLAIN):
        yield step.conclusion, True


_Answers = Mapping[str, Sequence[Step]]
"""The steps that answer a question, by what they lead to."""


def _answers(map: Map) -> Mapping[str, _Answers]:
    """By question."""
    answers: dict[str, dict[str, list[Step]]] = defaultdict(lambda: defaultdict(list))
    for step in map.steps.values():
        if step.question is not None and step.conclusion is not None and step.kind in ANSWERS:
            answers[step.question][step.conclusion].append(step)
    return answers


def _about(step: Step, answers: _Answers) -> tuple[Step, ...]:
    """Those of *answers* that are about *step*."""
    others = (
        answer
        for target, only_attacks in (bearing(step) if answers else ())
        for answer in answers.get(target, ())
        if answer is not step and (answer.kind is StepKind.ATTACK or not only_attacks)
    )
    return tuple({answer.id: answer for answer in islice(others, MOST_ANSWERS)}.values())
