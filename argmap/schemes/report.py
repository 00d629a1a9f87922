"""The critical questions of a map: in words, and as data."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from argmap.model import Map, Step, StepKind
from argmap.model.step import is_unnamed
from argmap.schemes.describe import entry
from argmap.schemes.questions import Asked, Examined
from argmap.text.printable import counted, shorten, visible

_MOST_PREMISES = 6
_VERBS = {
    StepKind.SUPPORT: "because",
    StepKind.EXPLAIN: "brought about by",
    StepKind.ATTACK: "against it",
    StepKind.UNDERCUT: "undercut by",
    StepKind.CONTRADICT: "contradictory",
    StepKind.PREFER: "outranked by",
}
_SHORTEST = 30
_ANSWERED = {
    StepKind.SUPPORT: "supported",
    StepKind.EXPLAIN: "explained",
    StepKind.ATTACK: "attacked",
    StepKind.UNDERCUT: "undercut",
}


def of_steps(id: str, examined: Iterable[Examined]) -> list[Examined]:
    """Those of *examined* that are the step *id* or lead to it: *id* may be that of a node."""
    return [record for record in examined if id in (record.step.id, record.step.conclusion)]


def as_data(map: Map, examined: Sequence[Examined], everything: bool = False) -> dict[str, Any]:
    """The questions that are open, for JSON; *everything*: the answered ones too."""
    return {
        "map": map.id,
        "steps": [
            {
                "id": record.step.id,
                "kind": record.step.kind,
                "scheme": record.scheme.name,
                "premises": list(record.step.premises),
                "roles": {role: list(names) for role, names in record.step.roles.items()},
                "conclusion": record.step.conclusion,
                "questions": [
                    {
                        "id": asked.question.id,
                        "text": asked.question.text,
                        "kind": asked.question.kind,
                        "premise": asked.question.premise,
                        "answers": [
                            {"id": step.id, "kind": step.kind, "outweighed": step.outweighed} for step in asked.answers
                        ],
                    }
                    for asked in _listed(record, everything)
                ],
            }
            for record in examined
        ],
    }


def as_text(map: Map, examined: Sequence[Examined], everything: bool = False, width: int = 100) -> str:
    """The questions that are open by step, in lines of about *width* columns; ends with a newline.

    With *everything* the answered ones too, with what answers them.
    """
    return "\n".join(_lines(map, examined, everything, width)) + "\n"


def _lines(map: Map, examined: Sequence[Examined], everything: bool, width: int) -> Iterator[str]:
    yield shorten(map.title or map.id, width)
    for record in examined:
        questions = _listed(record, everything)
        if not questions:
            continue
        yield ""
        yield f"{_called(record.step)} ({record.scheme.name})"
        yield from _in_words(map, record.step, width)
        widest = max(len(asked.question.id) for asked in questions)
        for asked in questions:
            yield from entry(asked.question.id, f"{_mark(asked, everything)}{asked.question.text}", widest, width)
            for answer in asked.answers:
                premises = " + ".join(_text(map, id, width) for id in answer.premises[:_MOST_PREMISES])
                how = f"{_ANSWERED[answer.kind]}{' (outweighed)' if answer.outweighed else ''} by: "
                yield from entry("", how + visible(premises), widest, width)
    unanswered = sum(len(record.open) for record in examined)
    answered = sum(len(record.asked) for record in examined) - unanswered
    without = sum(step.scheme is None for step in map.steps.values())
    yield ""
    yield (
        f"{counted(unanswered, 'question')} open and {answered} answered, "
        f"at {counted(len(examined), 'step')}; {without} of {counted(len(map.steps), 'step')} without a scheme"
    )


def _listed(record: Examined, everything: bool) -> list[Asked]:
    return [asked for asked in record.asked if everything or not asked.answers]


def _mark(asked: Asked, everything: bool) -> str:
    return "" if not everything else "[x] " if asked.answers else "[ ] "


def _called(step: Step) -> str:
    """What the step leads to and from, by ids; its own id where it was given one."""
    premises = ", ".join(step.premises[:_MOST_PREMISES]) + (", …" if len(step.premises) > _MOST_PREMISES else "")
    name = "" if is_unnamed(step) else f"{step.id}: "
    return visible(f"{name}{step.conclusion or '?'} <- {premises}")


def _in_words(map: Map, step: Step, width: int) -> Iterator[str]:
    """The step in words: what it says, and on what grounds."""
    names = {id: role for role, ids in step.roles.items() for id in ids}
    if step.conclusion is not None:
        yield f"  {_text(map, step.conclusion, width)}"
    for id in step.premises[:_MOST_PREMISES]:
        role = f" ({names[id]})" if id in names else ""
        yield f"  {_VERBS[step.kind]}{role}: {_text(map, id, width)}"


def _text(map: Map, id: str, width: int) -> str:
    """What the node *id* says; of a step its id."""
    node = map.nodes.get(id)
    return shorten(node.text if node else id, max(width - 20, _SHORTEST))
