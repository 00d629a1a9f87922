"""The questions that can be asked of a framework: one extension, all, how many, and whether an argument is accepted.

Answers keep to the order of work that pays: the linear grounded extension first, then only the arguments that the
question depends on, then questions to a SAT solver (Dvořák, Järvisalo, Wallner and Woltran 2014; Niskanen and
Järvisalo, KR 2020). Every extension is checked before it is given. All raise ``ValueError`` for an argument that is
not there, and ``UndecidedError`` where the time ran out.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from typing import Any, NamedTuple

from argmap.logic.frameworks.framework import Framework
from argmap.logic.frameworks.grounded import IN
from argmap.logic.frameworks.reduct import Reduct
from argmap.logic.frameworks.semantics import Semantics


class Acceptance(NamedTuple):
    """Whether an argument is accepted, and what shows it.

    Attributes:
        answer: Whether it is.
        because: Why, in words.
        witness: For a credulous yes an extension that holds the argument, for a sceptical no one that does not. None
            where the answer rests on there being no such extension, where the semantics has one extension only, and
            where there was no time left to complete it.
    """

    answer: bool
    because: str
    witness: tuple[Any, ...] | None = None


_HELD = "the grounded extension holds it"
_ATTACKED = "the grounded extension attacks it"
_NOT_HELD = "the grounded extension does not hold it"


def extension(framework: Framework, semantics: Semantics, *, until: float | None = None) -> tuple[Any, ...] | None:
    """One extension, in the order of the framework's arguments; None where there is none, which only stable allows."""
    return _one(Reduct(framework, semantics), until)


def extensions(framework: Framework, semantics: Semantics, *, until: float | None = None) -> Iterator[tuple[Any, ...]]:
    """All extensions, each as soon as it is found: there can be exponentially many, so take as many as you want."""
    reduct = Reduct(framework, semantics)
    if semantics is Semantics.GROUNDED or not reduct.open:
        yield reduct.extension(reduct.settled)
        return
    from argmap.logic.frameworks.search import products

    for accepted in products(reduct.graph, semantics, until):
        yield reduct.extension(reduct.whole(accepted))


def count(framework: Framework, semantics: Semantics, *, until: float | None = None) -> int:
    """How many extensions there are: the product of what the pieces of the framework that hang together have."""
    reduct = Reduct(framework, semantics)
    if semantics in (Semantics.GROUNDED, Semantics.IDEAL) or not reduct.open:
        return 1
    from math import prod

    from argmap.logic.frameworks.search import every

    graph = reduct.graph
    return prod(sum(1 for _ in every(graph.part(piece), semantics, until)) for piece in graph.pieces())


def credulous(
    framework: Framework,
    semantics: Semantics,
    argument: Hashable,
    *,
    until: float | None = None,
    witness: bool = True,
) -> Acceptance:
    """Whether some extension holds *argument*; without *witness* none is sought that takes more than the answer."""
    reduct = Reduct(framework, semantics)
    number = framework.number(argument)
    if reduct.is_out(number):
        return Acceptance(False, _ATTACKED)
    if semantics is Semantics.STABLE:
        return _by_choice(reduct, number, until, held=True)
    if reduct.is_in(number):
        return Acceptance(True, _HELD, _witness(witness, reduct, until))
    match semantics:
        case Semantics.GROUNDED:
            return Acceptance(False, _NOT_HELD)
        case Semantics.SEMI_STABLE | Semantics.STAGE:
            return _by_choice(reduct, number, until, held=True)
        case Semantics.IDEAL:
            return _ideal(reduct, number, until)
    from argmap.logic.frameworks.acceptance import admissible_with

    accepted = admissible_with(reduct, number, until)
    if accepted is None:
        return Acceptance(False, "no admissible set holds it")
    return Acceptance(True, "an admissible set holds it", _witness(witness, reduct, until, accepted))


def sceptical(
    framework: Framework,
    semantics: Semantics,
    argument: Hashable,
    *,
    until: float | None = None,
    witness: bool = True,
) -> Acceptance:
    """Whether every extension holds *argument*: any argument, where a framework has no stable extension.

    Without *witness* none is sought that takes more than the answer.
    """
    reduct = Reduct(framework, semantics)
    number = framework.number(argument)
    if reduct.is_in(number):
        return Acceptance(True, _HELD)
    if semantics is Semantics.STABLE:
        return _by_choice(reduct, number, until, held=False)
    if reduct.is_out(number):
        return Acceptance(False, _ATTACKED, _witness(witness, reduct, until))
    match semantics:
        case Semantics.GROUNDED | Semantics.COMPLETE:
            return Acceptance(False, _NOT_HELD, _witness(witness, reduct, until))
        case Semantics.SEMI_STABLE | Semantics.STAGE:
            return _by_choice(reduct, number, until, held=False)
        case Semantics.IDEAL:
            return _ideal(reduct, number, until)
    from argmap.logic.frameworks.acceptance import preferred_without

    refutation = preferred_without(reduct, number, until)
    if refutation is None:
        return Acceptance(True, "every preferred extension holds it")
    because, without = refutation
    return Acceptance(False, because, _witness(witness, reduct, until, without))


def _one(reduct: Reduct, until: float | None, accepted: Sequence[int] = ()) -> tuple[Any, ...] | None:
    """An extension; a complete or preferred one holds the admissible set *accepted*."""
    chosen: Sequence[int] | None
    match reduct.semantics:
        case Semantics.GROUNDED | Semantics.COMPLETE:
            chosen = reduct.labelling.accepting(accepted).accepted()
        case Semantics.PREFERRED:
            from argmap.logic.frameworks.recursive import one_preferred

            chosen = one_preferred(reduct.labelling.accepting(accepted), until)
        case Semantics.STABLE:
            chosen = _stable(reduct, until)
        case _:
            from argmap.logic.frameworks.search import joined

            chosen = reduct.whole(joined(reduct.graph, reduct.graph.pieces(), reduct.semantics, until))
    return None if chosen is None else reduct.extension(chosen)


def _witness(wanted: bool, reduct: Reduct, until: float | None, accepted: Sequence[int] = ()) -> tuple[Any, ...] | None:
    """The witness where it is wanted, unless the time runs out over it: the verdict stands without."""
    from argmap.logic.sat import UndecidedError

    try:
        return _one(reduct, until, accepted) if wanted else None
    except UndecidedError:
        return None


def _by_choice(reduct: Reduct, argument: int, until: float | None, *, held: bool) -> Acceptance:
    """*held*, if there is an extension that holds *argument*, or if not *held* one that does not; else the contrary."""
    if reduct.semantics is Semantics.STABLE:
        chosen = _stable(reduct, until, argument, held=held)
    else:
        from argmap.logic.frameworks.search import ranged

        place = reduct.place(argument)
        accepted = ranged(reduct.graph, reduct.semantics, place if held else -place, until)
        chosen = None if accepted is None else reduct.whole(accepted)
    word = "holds it" if held else "leaves it out"
    if chosen is None:
        return Acceptance(not held, f"no extension {word}")
    return Acceptance(held, f"an extension {word}", reduct.extension(chosen))


def _stable(
    reduct: Reduct, until: float | None, argument: int | None = None, *, held: bool = True
) -> Sequence[int] | None:
    """A stable extension: one that holds *argument*, or if not *held* one that does not."""
    from argmap.logic.frameworks.stable import by_components, find_stable

    labelling = reduct.labelling.accepting(())
    known = by_components(labelling, until)
    if known is False:
        return None
    if known and (argument is None or (labelling.labels[argument] == IN) == held):
        return labelling.accepted()
    place = 0 if argument is None else reduct.place(argument)
    accepted = next(find_stable(reduct.graph, until, place if held else -place), None)
    return None if accepted is None else reduct.whole(accepted)


def _ideal(reduct: Reduct, argument: int, until: float | None) -> Acceptance:
    from argmap.logic.frameworks.ideal import find_ideal

    cone = reduct.cone(argument)
    accepted = find_ideal(reduct.framework.graph.part(cone), until)
    answer = cone.index(argument) + 1 in accepted
    return Acceptance(answer, f"the ideal extension {'holds' if answer else 'does not hold'} it")
