"""The questions that can be asked of a framework: one extension, all, how many, and whether an argument is accepted.

Answers keep to the order of work that pays: the linear grounded extension first, then only the arguments that the
question depends on, then questions to a SAT solver (Dvořák, Järvisalo, Wallner and Woltran 2014; Niskanen and
Järvisalo, KR 2020). Every extension is checked before it is given. All raise ``ValueError`` for an argument that is
not there, ``UndecidedError`` where the time ran out, and ``SolverMissingError`` where the solver is not installed and
the grounded extension leaves something open.
"""

from __future__ import annotations

from math import prod
from typing import TYPE_CHECKING, Any, NamedTuple

from argmap.logic.reduct import Reduct
from argmap.logic.semantics import Semantics

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterator

    from argmap.logic.framework import Framework


class Verdict(NamedTuple):
    """Whether an argument is accepted, and what shows it.

    The *witness* of a credulous yes is an extension that holds the argument, of a sceptical no one that does not. It
    is None where the answer rests on there being no such extension, where the semantics has one extension only, and
    where there was no time left to complete it.
    """

    answer: bool
    because: str
    witness: tuple[Any, ...] | None = None


_HELD = "the grounded extension holds it"
_ATTACKED = "the grounded extension attacks it"


def extension(framework: Framework, semantics: Semantics, *, until: float | None = None) -> tuple[Any, ...] | None:
    """One extension, in the order of the framework's arguments; None where there is none, which only stable allows."""
    reduct = Reduct(framework, semantics)
    return _one(reduct, until)


def extensions(framework: Framework, semantics: Semantics, *, until: float | None = None) -> Iterator[tuple[Any, ...]]:
    """All extensions, each as soon as it is found: there can be exponentially many, so take as many as you want."""
    reduct = Reduct(framework, semantics)
    if semantics is Semantics.GROUNDED or not reduct.open:
        yield reduct.names([])
        return
    from argmap.logic.search import products

    for accepted in products(reduct.graph, semantics, until):
        yield reduct.extension(accepted)


def count(framework: Framework, semantics: Semantics, *, until: float | None = None) -> int:
    """How many extensions there are: the product of what the pieces of the framework that hang together have."""
    reduct = Reduct(framework, semantics)
    if semantics in (Semantics.GROUNDED, Semantics.IDEAL) or not reduct.open:
        return 1
    from argmap.logic.search import every

    graph = reduct.graph
    return prod(sum(1 for _ in every(graph.part(piece), semantics, until)) for piece in graph.pieces())


def credulous(
    framework: Framework,
    semantics: Semantics,
    argument: Hashable,
    *,
    until: float | None = None,
    witness: bool = True,
) -> Verdict:
    """Whether some extension holds *argument*; without *witness* none is sought that takes more than the answer."""
    reduct = Reduct(framework, semantics)
    number = framework.number(argument)
    if reduct.is_out(number):
        return Verdict(False, _ATTACKED)
    if semantics is Semantics.STABLE:
        return _stable(reduct, 0 if reduct.is_in(number) else reduct.place(number), until, found=True)
    if reduct.is_in(number):
        return Verdict(True, _HELD, _completing(witness, lambda: _one(reduct, until)))
    if semantics is Semantics.GROUNDED:
        return Verdict(False, "the grounded extension does not hold it")
    asked = reduct.place(number)
    if semantics is Semantics.IDEAL:
        return _ideal(reduct, asked, until)
    from argmap.logic import acceptance
    from argmap.logic.grounded import completed

    graph = reduct.graph
    if semantics in (Semantics.SEMI_STABLE, Semantics.STAGE):
        accepted = acceptance.ranged(graph, semantics, asked, until)
        if accepted is None:
            return Verdict(False, "no extension holds it")
        return Verdict(True, "an extension holds it", reduct.extension(accepted))
    accepted = acceptance.admissible_with(graph, asked, until)
    if accepted is None:
        return Verdict(False, "no admissible set holds it")
    if semantics is Semantics.COMPLETE:
        shown = _completing(witness, lambda: reduct.extension(completed(graph, accepted)))
    else:
        shown = _completing(witness, lambda: reduct.extension(acceptance.preferred_with(graph, asked, accepted, until)))
    return Verdict(True, "an admissible set holds it", shown)


def sceptical(
    framework: Framework,
    semantics: Semantics,
    argument: Hashable,
    *,
    until: float | None = None,
    witness: bool = True,
) -> Verdict:
    """Whether every extension holds *argument*: any argument, where a framework has no stable extension.

    Without *witness* none is sought that takes more than the answer.
    """
    reduct = Reduct(framework, semantics)
    number = framework.number(argument)
    if reduct.is_in(number):
        return Verdict(True, _HELD)
    if semantics is Semantics.STABLE:
        return _stable(reduct, 0 if reduct.is_out(number) else -reduct.place(number), until, found=False)
    if reduct.is_out(number):
        return Verdict(False, _ATTACKED, _completing(witness, lambda: _one(reduct, until)))
    if semantics in (Semantics.GROUNDED, Semantics.COMPLETE):
        return Verdict(False, "the grounded extension does not hold it", reduct.names([]))
    asked = reduct.place(number)
    if semantics is Semantics.IDEAL:
        return _ideal(reduct, asked, until)
    from argmap.logic import acceptance

    graph = reduct.graph
    if semantics is Semantics.PREFERRED:
        found = acceptance.preferred_without(graph, asked, until)
        if found is None:
            return Verdict(True, "every preferred extension holds it")
        because, without = found
        shown = _completing(witness, lambda: reduct.extension(acceptance.preferred_with(graph, asked, without, until)))
        return Verdict(False, because, shown)
    accepted = acceptance.ranged(graph, semantics, -asked, until)
    if accepted is None:
        return Verdict(True, "every extension holds it")
    return Verdict(False, "an extension leaves it out", reduct.extension(accepted))


def _one(reduct: Reduct, until: float | None) -> tuple[Any, ...] | None:
    if not reduct.open or reduct.semantics in (Semantics.GROUNDED, Semantics.COMPLETE):
        return reduct.names([])  # the grounded extension, which is one for all semantics where nothing is left open
    from argmap.logic.search import one

    accepted = one(reduct.graph, reduct.semantics, until)
    return None if accepted is None else reduct.extension(accepted)


def _stable(reduct: Reduct, wanted: int, until: float | None, *, found: bool) -> Verdict:
    """The verdict *found* where there is a stable extension as *wanted*, and the other where there is none."""
    accepted: list[int] | None = []
    if reduct.open:
        from argmap.logic.search import stable

        accepted = next(stable(reduct.graph, until, wanted), None)
    word = "holds it" if found else "leaves it out"
    if accepted is None:
        return Verdict(not found, f"no stable extension {word}")
    return Verdict(found, f"a stable extension {word}", reduct.extension(accepted))


def _ideal(reduct: Reduct, asked: int, until: float | None) -> Verdict:
    from argmap.logic.ideal import ideal

    cone = reduct.graph.ancestors(asked)
    accepted = ideal(reduct.graph.part(cone), until)
    answer = cone.index(asked) + 1 in accepted
    return Verdict(answer, f"the ideal extension {'holds' if answer else 'does not hold'} it")


def _completing(wanted: bool, complete: Callable[[], tuple[Any, ...] | None]) -> tuple[Any, ...] | None:
    """The witness where it is wanted, unless the time runs out over it: the verdict stands without."""
    from argmap.logic.sat import UndecidedError

    try:
        return complete() if wanted else None
    except UndecidedError:
        return None
