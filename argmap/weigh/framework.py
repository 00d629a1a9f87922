"""From a map to an abstract argumentation framework; docs/consistency.md says why it is so.

Statements and steps are arguments. A step needs its premises: where one fails, the step fails, by an argument between
the two (the meta-argumentation of Boella, Gabbay, van der Torre and Villata, Studia Logica 93, 2009). An attack hits
its conclusion and an undercut its step (Pollock 1987; Modgil and Prakken, Argument & Computation 5, 2014).
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from itertools import permutations

from argmap.logic import Framework
from argmap.model import Map, NodeType, Stance, Step, StepKind
from argmap.weigh.argument import Argument, Part


class Support(StrEnum):
    """What a support does to whether a statement can be accepted."""

    NONE = "none"
    """Nothing: premises are often reasons of their own, and a statement may stand when one of them falls."""
    DEDUCTIVE = "deductive"
    """Where the step stands its conclusion holds (Boella, Gabbay, van der Torre and Villata, COMMA 2010)."""
    NECESSARY = "necessary"
    """A statement with supports holds only where all of them stand (Nouioua and Risch, SUM 2011)."""
    EVIDENTIAL = "evidential"
    """A statement with supports holds only where one of them stands (after Oren and Norman, COMMA 2008)."""


_SUPPORTS = (StepKind.SUPPORT, StepKind.EXPLAIN)


def build_framework(map: Map, support: Support = Support.NONE) -> Framework:
    """The framework of *map*: its arguments are :class:`Argument`, in the order of the map.

    Questions are no arguments, and what leads to what is not there is left out. A reading of supports may add arguments
    of its own (:mod:`argmap.logic.frameworks.supports`).

    Raises:
        ValueError: Under the evidential reading, steps that support one another in a circle; under another, more
            attacks than can be held. Statements that support one another through steps are no circle here, for a step
            needs its premises by attacks: grounded semantics leaves them undecided, another may hold them all.
    """
    pairs = list(dict.fromkeys(_attacks(map)))
    arguments_of_map = [Argument(Part.NODE, id) for id, node in map.nodes.items() if node.type is not NodeType.QUESTION]
    arguments_of_map += [Argument(Part.STEP, step.id) for step in map.steps.values() if _is_argument(step)]
    added = [argument for pair in pairs for argument in pair if argument.part not in (Part.NODE, Part.STEP)]
    arguments = list(dict.fromkeys([*arguments_of_map, *added]))
    known = frozenset(arguments)
    attacks = [pair for pair in pairs if known.issuperset(pair)]
    if support is Support.NONE:
        return Framework(arguments, attacks)
    from argmap.logic.frameworks.supports import deductive, evidential, necessary

    translations = {Support.DEDUCTIVE: deductive, Support.NECESSARY: necessary, Support.EVIDENTIAL: evidential}
    return translations[support](arguments, attacks, [pair for pair in supports(map) if known.issuperset(pair)])


def _is_argument(step: Step) -> bool:
    return step.kind not in (StepKind.CONTRADICT, StepKind.PREFER) and not is_settled(step)


def is_settled(step: Step) -> bool:
    """Whether it is an attack of which the map says that it is outweighed, without saying by what."""
    return step.outweighed and not step.outweighed_by


def _attacks(map: Map) -> Iterator[tuple[Argument, Argument]]:
    for node in map.nodes.values():
        if node.stance is Stance.REJECTED:
            yield Argument(Part.AUTHOR, node.id), Argument(Part.NODE, node.id)
    preferred = {(step.premises[0], step.conclusion) for step in _of(map, StepKind.PREFER) if step.premises}
    for step in map.steps.values():
        if step.kind is StepKind.CONTRADICT:
            for one, other in permutations(step.premises, 2):
                if (other, one) not in preferred:
                    yield Argument(Part.NODE, one), Argument(Part.NODE, other)
        if not _is_argument(step):
            continue
        step_argument = Argument(Part.STEP, step.id)
        for needed in (*step.premises, *step.warrant):
            yield from _fails(needed, step_argument)
        if step.outweighed_by:
            outweighed = Argument(Part.OUTWEIGHED, step.id)
            yield outweighed, step_argument
            for heavier in step.outweighed_by:
                yield from _fails(heavier, outweighed)
        if step.kind in (StepKind.ATTACK, StepKind.UNDERCUT) and not _is_outranked(map, step, preferred):
            yield step_argument, _target(map, step.conclusion)


def _of(map: Map, kind: StepKind) -> Iterator[Step]:
    return (step for step in map.steps.values() if step.kind is kind)


def _target(map: Map, id: str | None) -> Argument:
    return Argument(Part.STEP if id in map.steps else Part.NODE, id or "")


def _fails(id: str, what: Argument) -> Iterator[tuple[Argument, Argument]]:
    """*what* needs the statement *id*."""
    fails = Argument(Part.FAILS, id)
    yield Argument(Part.NODE, id), fails
    yield fails, what


def _is_outranked(map: Map, attack: Step, preferred: set[tuple[str, str | None]]) -> bool:
    """Whether what *attack* hits is preferred to it: to the step, or to a premise (the weakest link counts).

    What is preferred may be the statement itself, or a step that supports it (Amgoud and Cayrol, Journal of Automated
    Reasoning 29, 2002: an attack on what is preferred to it does not succeed).
    """
    if attack.kind is not StepKind.ATTACK or attack.conclusion is None:
        return False
    above = [attack.conclusion]
    above += [step.id for step in map.steps_to.get(attack.conclusion, ()) if step.kind in _SUPPORTS]
    return any(
        (preferred_id, attacking_id) in preferred
        for preferred_id in above
        for attacking_id in (attack.id, *attack.premises)
    )


def supports(map: Map) -> Iterator[tuple[Argument, Argument]]:
    """The supports of *map*: the step, and what it supports."""
    for step in map.steps.values():
        if step.kind is StepKind.SUPPORT:
            yield Argument(Part.STEP, step.id), _target(map, step.conclusion)
