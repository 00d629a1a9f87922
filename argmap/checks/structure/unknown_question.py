"""A step answers a critical question that the scheme of the step in question does not ask.

Why it matters: the question that was meant stays open in `argmap questions`, as if nobody had raised it.

Example::

    supported_by:
      - premises: stockholm-fell
        scheme: precedent
        undercut_by:
          - {premises: bridges-unusual, question: alike-enough}     # AM223: did you mean 'similar-enough'?

How to fix: write a question of the scheme; `argmap schemes NAME` lists them. The step in question is the one that is
undercut or supported, or one whose premise or warrant this step is about; of an attack also one that leads to the same
conclusion.
"""

from collections import defaultdict
from collections.abc import Iterator

from argmap.checks.engine.misspelt import misspelt
from argmap.checks.engine.rule import MapContext, Problem, on_map
from argmap.model import Map, Severity, StepKind


@on_map("AM223", Severity.WARNING)
def unknown_question(map: Map, context: MapContext) -> Iterator[Problem]:
    """Questions where every step that they may be about names a scheme, and none of those asks them."""
    asking = [step for step in map.steps.values() if step.question is not None and step.kind is not StepKind.PREFER]
    if not asking:
        return
    from argmap.schemes import scheme
    from argmap.schemes.questions import bearing

    # The schemes at what a step may lead to, for any step and for attacks alone; None: one that is not ours.
    schemes: dict[tuple[str, bool], set[str | None]] = defaultdict(set)
    for step in map.steps.values():
        named = scheme(step.scheme) if step.scheme else None
        for target in bearing(step) if step.scheme else ():
            schemes[target].add(named.name if named else None)
    for step in asking:
        conclusion, question = step.conclusion or "", step.question or ""
        found = set(schemes.get((conclusion, False), ()))
        if step.kind is StepKind.ATTACK:
            found.update(schemes.get((conclusion, True), ()))
        known = [named for name in sorted(filter(None, found)) if (named := scheme(name))]
        questions = {each: None for named in known for each in named.questions}
        if known and None not in found and question not in questions:
            names = " or ".join(f"'{named.name}'" for named in known)
            message = f"{names} asks no question '{question}'"
            yield misspelt(("steps", step.id, "question"), message, question, questions)
