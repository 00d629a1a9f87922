"""A statement that speaks against what it rests on, or against itself.

Why it matters: who accepts it has a reason to give it up. Either a step points the wrong way, or the argument defeats
itself.

Example::

    nobody-can-know: {claim: Nothing can be known., supported_by: study}
    study: {evidence: A study has shown it., attacked_by: nobody-can-know}      # AM507

An attack that something outweighs is left alone.

How to fix: turn the step round, take it out, or say what outweighs the attack.
"""

from collections.abc import Iterator

from argmap.checks.engine.rule import MapContext, Problem, on_map
from argmap.model import Map, Severity, StepKind

_GROUNDS = (StepKind.SUPPORT, StepKind.EXPLAIN)


@on_map("AM507", Severity.WARNING)
def self_defeat(map: Map, context: MapContext) -> Iterator[Problem]:
    """Attacks by a node on itself, or on a node from which a chain of supports leads to it."""
    for step in map.steps.values():
        if step.kind is not StepKind.ATTACK or step.outweighed or step.conclusion not in map.nodes:
            continue
        for premise in step.premises:
            chain = _chain(map, step.conclusion, premise)
            if chain is None:
                continue
            where = " <- ".join(chain)
            what = f"'{premise}' attacks '{step.conclusion}', on which it rests: {where}"
            yield Problem(
                ("steps", step.id),
                what if len(chain) > 1 else f"'{premise}' attacks itself",
                "turn the step round, take it out, or say what outweighs the attack",
            )


def _chain(map: Map, ground: str | None, node: str) -> list[str] | None:
    """From *node* down its supports to *ground*, the shortest way; None where none leads there."""
    came: dict[str, str | None] = {node: None}
    waiting = [node]
    for at in waiting:
        if at == ground:
            chain = [at]
            while (before := came[chain[-1]]) is not None:
                chain.append(before)
            return chain[::-1]
        for step in map.steps_to.get(at, ()):
            for premise in step.premises if step.kind in _GROUNDS else ():
                if premise in map.nodes and premise not in came:
                    came[premise] = at
                    waiting.append(premise)
    return None
