"""A deductive step whose conclusion does not follow from its premises.

Why it matters: a deductive scheme says that the premises leave no way out. Here is one.

Example::

    ends:
      claim: The mission ends.
      formal: mission_ends
      supported_by:
        - {premises: [leave, link], scheme: modus-ponens}     # AM544
    leave: {claim: The troops leave., formal: troops_leave}
    link: {claim: It does not end unless they leave., formal: mission_ends -> troops_leave}

Steps of the schemes `deductive`, `modus-ponens`, `modus-tollens`, `disjunctive-syllogism` and `hypothetical-syllogism`,
and of those that `argmap schemes` calls deductive, are looked at where their conclusion, premises and warrants all have
formulas. The message gives a case in which the premises are true and the conclusion is not.

How to fix: correct a formula, add the premise that is missing, or give the step a scheme that is not deductive.
"""

from collections.abc import Container, Iterator, Mapping

from argmap.checks.engine.rule import MapContext, Problem, on_map
from argmap.model import Map, Severity, Step, StepKind

_MOST_ATOMS = 8


@on_map("AM544", Severity.WARNING)
def invalid_inference(map: Map, context: MapContext) -> Iterator[Problem]:
    """Deductive supports with a case in which the premises are true and the conclusion is not."""
    if not any(step.scheme for step in map.steps.values()) or not any(node.formal for node in map.nodes.values()):
        return
    from argmap.checks.consistency._formulas import SECONDS, deadline, formulas
    from argmap.logic.formulas.theory import Theory
    from argmap.logic.sat import UndecidedError

    known = formulas(map)
    until = deadline()
    for step in map.steps.values():
        if not _is_spelled_out(step, known):
            continue
        grounds = (*step.premises, *step.warrant)
        try:
            with Theory([known[id] for id in (*grounds, step.conclusion or "")], until=until) as theory:
                world = theory.counterexample(range(len(grounds)), len(grounds))
        except UndecidedError:
            message = f"which deductive steps are valid was not decided within {SECONDS:g} seconds, from this one on"
            yield Problem(("steps", step.id), message, severity=Severity.NOTE)
            return
        if world is not None:
            premises = " and ".join(f"'{id}'" for id in grounds)
            message = f"'{step.conclusion}' does not follow from {premises}: {_case(world)}"
            help = "correct a formula, add the premise that is missing, or change the scheme"
            yield Problem(("steps", step.id), message, help)


def _is_spelled_out(step: Step, known: Container[str]) -> bool:
    named = (*step.premises, *step.warrant, step.conclusion)
    spelled = step.kind is StepKind.SUPPORT and bool(step.premises) and all(id in known for id in named)
    if not spelled:
        return False
    from argmap.schemes import is_deductive

    return is_deductive(step.scheme)


def _case(world: Mapping[str, bool]) -> str:
    said = [f"'{name}' is {str(value).lower()}" for name, value in list(world.items())[:_MOST_ATOMS]]
    if len(world) > _MOST_ATOMS:
        said.append(f"{len(world) - _MOST_ATOMS} more atoms are as they may be")
    where = " and ".join(filter(None, (", ".join(said[:-1]), said[-1]))) if said else "anyway"
    return f"where {where}, they are true and it is not" if said else "they are true and it never is"
