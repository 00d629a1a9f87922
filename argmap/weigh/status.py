"""Which arguments of a framework are accepted."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from argmap.logic import Framework, Semantics
from argmap.logic.grounded import IN, OUT, grounded


class Status(StrEnum):
    """Whether a statement can be accepted."""

    ACCEPTED = "accepted"
    REJECTED = "rejected"
    UNDECIDED = "undecided"


_LABELS = {IN: Status.ACCEPTED, OUT: Status.REJECTED}


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
        SolverMissingError: The question needs the extra ``logic``.
    """
    labels = grounded(framework.graph).labels
    settled = {
        argument: _LABELS.get(labels[number], Status.UNDECIDED)
        for number, argument in enumerate(framework.arguments, 1)
    }
    if semantics is Semantics.GROUNDED:
        return settled
    from argmap.logic import tasks

    if tasks.extension(framework, semantics, until=until) is None:
        return dict.fromkeys(framework.arguments, Status.UNDECIDED)
    # Every complete extension holds the grounded one, and stage extensions alone need not be complete.
    known = {} if semantics is Semantics.STAGE else settled
    found = {}
    for argument in framework.arguments:
        if known.get(argument, Status.UNDECIDED) is not Status.UNDECIDED:
            found[argument] = known[argument]
        elif not tasks.credulous(framework, semantics, argument, until=until).answer:
            found[argument] = Status.REJECTED
        elif credulous or tasks.sceptical(framework, semantics, argument, until=until).answer:
            found[argument] = Status.ACCEPTED
        else:
            found[argument] = Status.UNDECIDED
    return found
