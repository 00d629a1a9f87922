"""Which arguments of a framework are accepted."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from argmap.logic import Framework, Semantics
from argmap.logic.frameworks.grounded import IN, OUT, UNDECIDED, label_grounded
from argmap.model import Map
from argmap.weigh.argument import Argument
from argmap.weigh.framework import build_framework


class Status(StrEnum):
    """Whether a statement can be accepted."""

    ACCEPTED = "accepted"
    REJECTED = "rejected"
    UNDECIDED = "undecided"


LABELS = {IN: Status.ACCEPTED, OUT: Status.REJECTED, UNDECIDED: Status.UNDECIDED}
"""What the labels of the grounded labelling are called here."""


def statuses(
    framework: Framework,
    semantics: Semantics = Semantics.GROUNDED,
    *,
    credulous: bool = False,
    until: float | None = None,
) -> Mapping[Any, Status]:
    """The status of each argument.

    Under the grounded semantics: accepted what the grounded extension holds, rejected what it attacks. Under another:
    accepted what every extension holds (*credulous*: what one holds), rejected what none holds. Where there is no
    extension at all, which only stable allows, everything is undecided.

    Raises:
        UndecidedError: The time ran out.
    """
    labels = label_grounded(framework.graph).labels
    settled = {argument: LABELS[labels[number]] for number, argument in enumerate(framework.arguments, 1)}
    if semantics is Semantics.GROUNDED:
        return settled
    from argmap.logic.frameworks import tasks

    if tasks.extension(framework, semantics, until=until) is None:
        return dict.fromkeys(framework.arguments, Status.UNDECIDED)
    # Every complete extension holds the grounded one, and stage extensions alone need not be complete.
    known = {} if semantics is Semantics.STAGE else settled
    by_argument = {}
    for argument in framework.arguments:
        if known.get(argument, Status.UNDECIDED) is not Status.UNDECIDED:
            by_argument[argument] = known[argument]
        elif not tasks.credulous(framework, semantics, argument, until=until).answer:
            by_argument[argument] = Status.REJECTED
        elif credulous or tasks.sceptical(framework, semantics, argument, until=until).answer:
            by_argument[argument] = Status.ACCEPTED
        else:
            by_argument[argument] = Status.UNDECIDED
    return by_argument


def standing(map: Map) -> Mapping[Argument, Status]:
    """The status of each argument of *map* under the grounded semantics, supports left aside; worked out once."""
    return map.once(_standing)


def _standing(map: Map) -> Mapping[Argument, Status]:
    return statuses(map.once(build_framework))
